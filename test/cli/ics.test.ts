import { expect, test } from 'vitest'
import { readCommunityFile } from '../../src/cli/community-file.ts'
import { formatProblem } from '../../src/cli/community-problem.ts'
import { readIcs } from '../../src/cli/ics/read-ics.ts'
import { inForce } from '../../src/domain/policy/days-in-force.ts'
import { defaultPolicy } from '../../src/domain/policy/default-policy.ts'
import { publishedDays } from '../../src/domain/time/china-days.ts'
import { parseDate } from '../../src/domain/time/civil-date.ts'
import { compileCalendar, slotsOn } from '../../src/domain/time/compiled-calendar.ts'

const file = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...lines, 'END:VCALENDAR'].join('\r\n')
const event = (uid: string, ...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT'].join('\r\n')

const options = { timezone: 'Asia/Shanghai', years: [2026, 2028] } as const
const none = { closed: [], worked: [], hours: {}, breaks: {} }

function daysOf(...events: readonly string[]) {
  const read = readIcs(file(...events), options)
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.days
}

test.each([
  ['one day', ['DTSTART;VALUE=DATE:20261225'], { closed: ['2026-12-25'] }],
  [
    'the end is not included',
    ['DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270102'],
    { closed: ['2026-12-30', '2026-12-31', '2027-01-01'] },
  ],
  [
    'an end like the start is that day',
    ['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261225'],
    { closed: ['2026-12-25'] },
  ],
  [
    'a duration in place of an end',
    ['DTSTART;VALUE=DATE:20261225', 'DURATION:P2D'],
    { closed: ['2026-12-25', '2026-12-26'] },
  ],
  [
    'every year, within the years asked for',
    ['DTSTART;VALUE=DATE:20200601', 'RRULE:FREQ=YEARLY'],
    { closed: ['2026-06-01', '2027-06-01', '2028-06-01'] },
  ],
  [
    'less the exceptions',
    ['DTSTART;VALUE=DATE:20200601', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20270601'],
    { closed: ['2026-06-01', '2028-06-01'] },
  ],
  ['years that nobody asked for', ['DTSTART;VALUE=DATE:20201225'], {}],
  ['cancelled', ['DTSTART;VALUE=DATE:20261225', 'STATUS:CANCELLED'], {}],
  [
    'a make-up day by its summary',
    ['DTSTART;VALUE=DATE:20261010', 'SUMMARY:国庆节 调休上班'],
    { worked: ['2026-10-10'] },
  ],
  ['a make-up day by one word', ['DTSTART;VALUE=DATE:20261010', 'SUMMARY:国庆节(班)'], { worked: ['2026-10-10'] }],
  [
    'a make-up day by its category',
    ['DTSTART;VALUE=DATE:20261010', 'SUMMARY:Oct 10', 'CATEGORIES:Workday'],
    { worked: ['2026-10-10'] },
  ],
  [
    'a day off on which somebody is on duty',
    ['DTSTART;VALUE=DATE:20261001', 'SUMMARY:国庆节(王师傅值班)'],
    { closed: ['2026-10-01'], names: { '2026-10-01': '国庆节(王师傅值班)' } },
  ],
  [
    'a make-up morning',
    ['DTSTART:20261010T090000', 'DTEND:20261010T120000', 'SUMMARY:上班'],
    { hours: { '2026-10-10': [['09:00', '12:00']] } },
  ],
  [
    'a break, local where no zone is given',
    ['DTSTART:20261120T150000', 'DTEND:20261120T160000'],
    { breaks: { '2026-11-20': [['15:00', '16:00']] } },
  ],
  [
    'a break in UTC',
    ['DTSTART:20261120T070000Z', 'DTEND:20261120T080000Z'],
    { breaks: { '2026-11-20': [['15:00', '16:00']] } },
  ],
  [
    'a break in another zone',
    ['DTSTART;TZID=America/New_York:20261120T020000', 'DTEND;TZID=America/New_York:20261120T030000'],
    { breaks: { '2026-11-20': [['15:00', '16:00']] } },
  ],
  [
    'a break over midnight',
    ['DTSTART:20261120T230000', 'DTEND:20261121T010030'],
    { breaks: { '2026-11-20': [['23:00', '24:00']], '2026-11-21': [['00:00', '01:01']] } },
  ],
  [
    'a break each week',
    ['DTSTART:20261120T150000', 'DTEND:20261120T160000', 'RRULE:FREQ=WEEKLY;COUNT=2'],
    { breaks: { '2026-11-20': [['15:00', '16:00']], '2026-11-27': [['15:00', '16:00']] } },
  ],
  ['a moment is no break', ['DTSTART:20261120T150000', 'DTEND:20261120T150000'], {}],
])('%s', (_name, lines, expected) => {
  expect(daysOf(event('a', ...lines))).toEqual({ ...none, ...expected })
})

test('a zone that only the file describes, and an occurrence that was moved', () => {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Office',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0700',
    'TZOFFSETTO:+0700',
    'END:STANDARD',
    'END:VTIMEZONE',
  ]
  const days = daysOf(
    ...zone,
    event('w', 'DTSTART;TZID=Office:20261120T140000', 'DTEND;TZID=Office:20261120T150000', 'RRULE:FREQ=WEEKLY;COUNT=2'),
    event(
      'w',
      'RECURRENCE-ID;TZID=Office:20261127T140000',
      'DTSTART;TZID=Office:20261128T080000',
      'DTEND;TZID=Office:20261128T090000',
    ),
  )
  expect(days.breaks).toEqual({ '2026-11-20': [['15:00', '16:00']], '2026-11-28': [['09:00', '10:00']] })
})

test.each([
  ['no calendar', 'hello', 'line 1: this is no calendar: a calendar file begins with BEGIN:VCALENDAR'],
  [
    'another thing',
    'BEGIN:VCARD\nEND:VCARD',
    'line 1: this is no calendar: a calendar file begins with BEGIN:VCALENDAR',
  ],
  ['cut off', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a', 'line 1: BEGIN:VCALENDAR is never ended: add END:VCALENDAR'],
  ['no start', file(event('a')), 'line 4 event a: DTSTART is missing: say when it begins'],
  [
    'a date that is none',
    file(event('a', 'DTSTART;VALUE=DATE:20260230')),
    'line 6 event a: DTSTART is "20260230": must be 20261001 or 20261001T090000, and exist',
  ],
  [
    'an end before the start',
    file(event('a', 'DTSTART;VALUE=DATE:20261002', 'DTEND;VALUE=DATE:20261001')),
    'line 7 event a: DTEND is "20261001": must not be before DTSTART (20261002)',
  ],
  [
    'a zone that nobody knows',
    file(event('a', 'DTSTART;TZID=Mars/Base:20261001T090000')),
    'line 6 event a: TZID is "Mars/Base": no such zone; use one such as Asia/Shanghai',
  ],
  [
    'a rule that cannot be read',
    file(event('a', 'DTSTART;VALUE=DATE:20261001', 'RRULE:FREQ=SOMETIMES')),
    'line 7 event a: RRULE is "FREQ=SOMETIMES": invalid frequency',
  ],
  [
    'a rule without an end of its own kind',
    file(event('a', 'DTSTART:20260101T000000', 'RRULE:FREQ=SECONDLY')),
    'line 4 event a: repeats more than 20000 times: make RRULE coarser',
  ],
])('refused: %s', (_name, text, problem) => {
  const read = readIcs(text, options)
  expect(read.ok ? '' : read.problems[0]).toContain(problem)
})

test('which word wins: the file of the community, then the calendar file, then the statutory days', () => {
  const base = defaultPolicy('Asia/Shanghai')
  const policy = inForce(
    {
      ...base,
      calendar: { ...base.calendar, holidays: ['2026-11-26'], specialHours: { '2026-11-27': [['10:00', '11:00']] } },
      imported: {
        closed: ['2026-11-24', '2026-11-27', '2026-10-10', '2026-11-28'],
        worked: ['2026-10-01', '2026-11-26', '2026-11-28'],
        hours: { '2026-10-02': [['09:00', '10:00']] },
        breaks: {},
      },
    },
    publishedDays,
  )
  const compiled = compileCalendar(policy.calendar)
  const open = (date: string) => slotsOn(compiled, parseDate(date) ?? 0).length
  expect({
    'Tue, closed by the calendar file': open('2026-11-24'),
    'Thu, a holiday of the community, worked by the calendar file': open('2026-11-26'),
    'Fri, special hours of the community, closed by the calendar file': open('2026-11-27'),
    'Sat, closed and worked by the calendar file': open('2026-11-28'),
    'Thu, National Day, worked by the calendar file': open('2026-10-01'),
    'Fri, National Day, an hour by the calendar file': open('2026-10-02'),
    'Sat, a make-up day, closed by the calendar file': open('2026-10-10'),
    'Mon, National Day': open('2026-10-05'),
  }).toEqual({
    'Tue, closed by the calendar file': 0,
    'Thu, a holiday of the community, worked by the calendar file': 0,
    'Fri, special hours of the community, closed by the calendar file': 1,
    'Sat, closed and worked by the calendar file': 2,
    'Thu, National Day, worked by the calendar file': 2,
    'Fri, National Day, an hour by the calendar file': 1,
    'Sat, a make-up day, closed by the calendar file': 0,
    'Mon, National Day': 0,
  })
})

test('a community file names its calendar file; what is wrong there is told here', () => {
  const text = 'community: { name: a }\ncalendar:\n  ics: days.ics\n'
  const good = readCommunityFile(text, (name) => readIcs(file(event(name, 'DTSTART;VALUE=DATE:20261225')), options))
  expect(good.ok && good.value.policy.imported?.closed).toEqual(['2026-12-25'])
  const bad = readCommunityFile(text, () => ({ ok: false, problems: ['line 6 event a: DTSTART is missing'] }))
  expect(bad.ok ? [] : bad.problems.map((problem) => formatProblem(problem, 'en'))).toEqual([
    'line 3 calendar.ics: is "days.ics": line 6 event a: DTSTART is missing',
  ])
  const dropped = readCommunityFile(text.replace('days.ics', 'none'))
  expect(dropped.ok && dropped.value.policy.imported).toBeNull()
  const other = readCommunityFile(text.replace('days.ics', 'days.csv'))
  expect(other.ok ? '' : formatProblem(other.problems[0] as never, 'en')).toContain(
    'must be the name of a calendar file',
  )
})
