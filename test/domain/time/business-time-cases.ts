import type { Calendar, Slot } from '../../../src/domain/time/calendar.ts'
import { localToUtc } from '../../../src/domain/time/zone.ts'

type Hours = Exclude<Calendar['hours'], 'always'>

/** One question of business time as `huying clock --jsonl` takes it, and its answer. Local times carry no offset. */
export interface BusinessTimeCase {
  /** What it shows, with weekdays and holidays. */
  readonly note: string
  readonly calendar: {
    readonly timezone: string
    readonly hours: Calendar['hours']
    readonly holidays?: readonly string[]
    readonly special_hours?: Calendar['specialHours']
    readonly breaks?: Calendar['breaks']
  }
  readonly start: string
  readonly pauses?: readonly (readonly [string, string])[]
  readonly ask:
    | { readonly target_minutes: number }
    | { readonly end: string }
    | { readonly windows: number }
    | { readonly next_open: true }
    | { readonly local: { readonly date: string; readonly time: string } }
  readonly answer: string | number | readonly (readonly [string, string])[]
}

const day: readonly Slot[] = [['09:00', '17:00']]
const twoSlots: readonly Slot[] = [
  ['08:30', '12:00'],
  ['14:00', '18:00'],
]
const week = (slots: readonly Slot[]): Hours => ({ mon: slots, tue: slots, wed: slots, thu: slots, fri: slots })

/** Shanghai, Monday to Friday, morning and afternoon; the National Day week of 2026 and its make-up Saturday. */
const office = {
  timezone: 'Asia/Shanghai',
  hours: week(twoSlots),
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  special_hours: { '2026-10-10': twoSlots, '2026-11-26': [], '2026-11-27': [['10:00', '11:00'] as Slot] },
  breaks: { '2026-11-24': [['09:00', '10:00'] as Slot] },
}
const utc = { timezone: 'UTC', hours: week(day) }
const night = {
  timezone: 'Asia/Shanghai',
  hours: { fri: [['22:00', '06:00']], sun: [['18:00', '24:00']], mon: [['00:00', '02:00']] } as Hours,
}
const newYork = { timezone: 'America/New_York', hours: { sat: day, sun: [['00:00', '06:00']] } as Hours }
const lordHowe = { timezone: 'Australia/Lord_Howe', hours: { sun: [['00:00', '06:00']] } as Hours }

export const businessTimeCases: readonly BusinessTimeCase[] = [
  // ── Several slots a day ────────────────────────────────────────────────────────────────────────────────────────────
  due('inside one slot, Mon', office, '2026-11-23T09:00', 120, '2026-11-23T11:00'),
  due('over the noon break, Mon', office, '2026-11-23T11:00', 120, '2026-11-23T15:00'),
  due('exactly at the noon closing, Mon', office, '2026-11-23T10:00', 120, '2026-11-23T12:00'),
  due('exactly at the evening closing, Mon', office, '2026-11-23T16:00', 120, '2026-11-23T18:00'),
  due('a minute past the evening closing, Mon → Tue 08:31', office, '2026-11-23T16:00', 121, '2026-11-24T08:31'),
  due('starts before opening, Mon', office, '2026-11-23T06:00', 30, '2026-11-23T09:00'),
  due('starts at opening, Mon', office, '2026-11-23T08:30', 30, '2026-11-23T09:00'),
  due('starts at closing, Fri → Mon', office, '2026-11-20T18:00', 30, '2026-11-23T09:00'),
  due('starts at noon, Fri', office, '2026-11-20T12:00', 30, '2026-11-20T14:30'),
  due('starts on a Saturday', office, '2026-11-21T10:00', 30, '2026-11-23T09:00'),
  due(
    'three days of 7.5 h, Thu 10:05 → Tue 10:05 + the hour cut out on Tue',
    office,
    '2026-11-19T10:05',
    1350,
    '2026-11-24T11:05',
  ),
  due('half a minute, Mon', office, '2026-11-23T11:59:30', 0.5, '2026-11-23T12:00'),
  due('a quarter minute over noon, Mon', office, '2026-11-23T11:59:50', 0.25, '2026-11-23T14:00:05'),
  due('nothing to do, Mon at work: at once', office, '2026-11-23T09:00', 0, '2026-11-23T09:00'),
  due('nothing to do, Sat: the first open moment, Mon', office, '2026-11-21T09:00', 0, '2026-11-23T08:30'),
  due(
    'slots out of order and overlapping count once, Mon',
    {
      timezone: 'UTC',
      hours: {
        mon: [
          ['13:00', '17:00'],
          ['09:00', '14:00'],
        ],
      },
    },
    '2026-11-23T09:00',
    480,
    '2026-11-23T17:00',
  ),
  due(
    'slots that touch are one stretch, Mon',
    {
      timezone: 'UTC',
      hours: {
        mon: [
          ['09:00', '12:00'],
          ['12:00', '15:00'],
        ],
      },
    },
    '2026-11-23T11:00',
    120,
    '2026-11-23T13:00',
  ),
  due(
    'a day written as an empty list is closed, Mon → Tue',
    { timezone: 'UTC', hours: { mon: [], tue: day } },
    '2026-11-23T09:00',
    60,
    '2026-11-24T10:00',
  ),
  due(
    'only one weekday is open, Wed → Wed',
    { timezone: 'UTC', hours: { wed: day } },
    '2026-11-25T16:00',
    120,
    '2026-12-02T10:00',
  ),
  // ── Holidays, special hours, breaks ────────────────────────────────────────────────────────────────────────────────
  due('over National Day, Wed 30 Sep → Thu 8 Oct', office, '2026-09-30T17:00', 120, '2026-10-08T09:30'),
  due('into the make-up Saturday, Fri 9 → Sat 10 Oct', office, '2026-10-09T17:00', 120, '2026-10-10T09:30'),
  due('starts inside a holiday, Fri 2 Oct → Thu 8 Oct', office, '2026-10-02T10:00', 60, '2026-10-08T09:30'),
  due(
    'special hours of none close a Thursday, Wed → Fri 27 with one hour',
    office,
    '2026-11-25T17:30',
    60,
    '2026-11-27T10:30',
  ),
  due('special hours shorten a Friday, Fri 27 → Mon', office, '2026-11-27T09:00', 90, '2026-11-30T09:00'),
  due('a break is cut out, Tue', office, '2026-11-24T08:30', 60, '2026-11-24T10:30'),
  due('starts inside a break, Tue', office, '2026-11-24T09:15', 30, '2026-11-24T10:30'),
  due('due exactly at the start of a break, Tue', office, '2026-11-24T08:30', 30, '2026-11-24T09:00'),
  due(
    'a holiday beats special hours of its date, Mon 23 → Tue',
    { ...utc, holidays: ['2026-11-23'], special_hours: { '2026-11-23': day } },
    '2026-11-23T10:00',
    60,
    '2026-11-24T10:00',
  ),
  due(
    'a holiday with a break on it stays closed, Mon 23 → Tue',
    { ...utc, holidays: ['2026-11-23'], breaks: { '2026-11-23': [['10:00', '11:00']] } },
    '2026-11-23T09:30',
    60,
    '2026-11-24T10:00',
  ),
  due(
    'special hours and a break of one date, Sat 28',
    { ...utc, special_hours: { '2026-11-28': [['10:00', '14:00']] }, breaks: { '2026-11-28': [['11:00', '13:00']] } },
    '2026-11-28T08:00',
    120,
    '2026-11-28T14:00',
  ),
  due(
    'a break longer than the slot, Mon → Tue',
    { ...utc, breaks: { '2026-11-23': [['08:00', '18:00']] } },
    '2026-11-23T07:00',
    60,
    '2026-11-24T10:00',
  ),
  due(
    'a break over midnight cuts both days, Mon → Tue',
    { ...utc, breaks: { '2026-11-23': [['16:00', '10:00']] } },
    '2026-11-23T15:00',
    120,
    '2026-11-24T11:00',
  ),
  due(
    'breaks that overlap count once, Mon',
    {
      ...utc,
      breaks: {
        '2026-11-23': [
          ['10:00', '12:00'],
          ['11:00', '13:00'],
        ],
      },
    },
    '2026-11-23T09:00',
    120,
    '2026-11-23T14:00',
  ),
  due(
    'a break outside of hours changes nothing, Mon',
    { ...utc, breaks: { '2026-11-23': [['18:00', '20:00']] } },
    '2026-11-23T16:00',
    60,
    '2026-11-23T17:00',
  ),
  due(
    'holidays in a row over a weekend, Fri 25 Dec – Mon 28',
    { ...utc, holidays: ['2026-12-25', '2026-12-28'] },
    '2026-12-24T16:00',
    120,
    '2026-12-29T10:00',
  ),
  due('a leap day is a Tuesday like others, 2028', utc, '2028-02-28T16:00', 120, '2028-02-29T10:00'),
  due('over New Year, Thu 31 Dec → Fri 1 Jan', utc, '2026-12-31T16:30', 60, '2027-01-01T09:30'),
  due(
    'only special hours, Sat 28',
    { timezone: 'UTC', hours: {}, special_hours: { '2026-11-28': day } },
    '2026-11-23T00:00',
    60,
    '2026-11-28T10:00',
  ),
  // ── Midnight ───────────────────────────────────────────────────────────────────────────────────────────────────────
  due('a night shift, Fri → Sat', night, '2026-11-20T23:00', 120, '2026-11-21T01:00'),
  due('asked after midnight, Sat: still the shift of Fri', night, '2026-11-21T05:00', 30, '2026-11-21T05:30'),
  due(
    'a night shift runs into a holiday unharmed, Fri → Sat',
    { ...night, holidays: ['2026-11-21'] },
    '2026-11-20T23:00',
    120,
    '2026-11-21T01:00',
  ),
  due(
    'a holiday takes the whole shift that starts on it, Fri → Sun',
    { ...night, holidays: ['2026-11-20'] },
    '2026-11-21T01:00',
    30,
    '2026-11-22T18:30',
  ),
  due('24:00 and 00:00 meet, Sun → Mon', night, '2026-11-22T23:00', 120, '2026-11-23T01:00'),
  due('due exactly at 24:00, Sun', night, '2026-11-22T23:00', 60, '2026-11-23T00:00'),
  due(
    'a slot that ends at 00:00 ends at midnight, Mon → Tue',
    { timezone: 'UTC', hours: { mon: [['20:00', '00:00']], tue: day } },
    '2026-11-23T23:00',
    120,
    '2026-11-24T10:00',
  ),
  due(
    '00:00 to 24:00 is the whole day, Mon → Tue',
    { timezone: 'UTC', hours: { mon: [['00:00', '24:00']], tue: [['00:00', '24:00']] } },
    '2026-11-23T12:00',
    1440,
    '2026-11-24T12:00',
  ),
  due(
    'a shift that reaches into the next morning’s counts once, Sun → Mon',
    { timezone: 'UTC', hours: { sun: [['20:00', '04:00']], mon: [['00:00', '08:00']] } },
    '2026-11-22T20:00',
    720,
    '2026-11-23T08:00',
  ),
  due(
    'a break in the small hours cuts yesterday’s shift, Sat',
    { ...night, breaks: { '2026-11-21': [['01:00', '03:00']] } },
    '2026-11-21T00:00',
    120,
    '2026-11-21T04:00',
  ),
  // ── Pauses ─────────────────────────────────────────────────────────────────────────────────────────────────────────
  held('one pause, Mon', [['2026-11-23T10:00', '2026-11-23T11:00']], '2026-11-23T09:00', 120, '2026-11-23T12:00'),
  held(
    'pauses overlap, Mon',
    [
      ['2026-11-23T10:00', '2026-11-23T12:00'],
      ['2026-11-23T11:00', '2026-11-23T13:00'],
    ],
    '2026-11-23T09:00',
    120,
    '2026-11-23T14:00',
  ),
  held(
    'pauses touch, Mon',
    [
      ['2026-11-23T10:00', '2026-11-23T11:00'],
      ['2026-11-23T11:00', '2026-11-23T12:00'],
    ],
    '2026-11-23T09:00',
    120,
    '2026-11-23T13:00',
  ),
  held(
    'one lies in the other, given backwards in time, Mon',
    [
      ['2026-11-23T11:00', '2026-11-23T12:00'],
      ['2026-11-23T10:00', '2026-11-23T13:00'],
    ],
    '2026-11-23T09:00',
    120,
    '2026-11-23T14:00',
  ),
  held('an empty one, Mon', [['2026-11-23T10:00', '2026-11-23T10:00']], '2026-11-23T09:00', 120, '2026-11-23T11:00'),
  held(
    'one whose end is before its start, Mon',
    [['2026-11-23T11:00', '2026-11-23T10:00']],
    '2026-11-23T09:00',
    120,
    '2026-11-23T11:00',
  ),
  held(
    'over before the start, Mon',
    [['2026-11-23T06:00', '2026-11-23T09:00']],
    '2026-11-23T09:00',
    120,
    '2026-11-23T11:00',
  ),
  held(
    'after the due time, Mon',
    [['2026-11-23T11:00', '2026-11-23T13:00']],
    '2026-11-23T09:00',
    120,
    '2026-11-23T11:00',
  ),
  held(
    'the start lies inside, Mon',
    [['2026-11-23T08:00', '2026-11-23T10:30']],
    '2026-11-23T09:00',
    60,
    '2026-11-23T11:30',
  ),
  held(
    'over closed hours, Mon 16:00 – Tue 10:00',
    [['2026-11-23T16:00', '2026-11-24T10:00']],
    '2026-11-23T15:00',
    120,
    '2026-11-24T11:00',
  ),
  held(
    'over a weekend, Fri – Tue',
    [['2026-11-20T12:00', '2026-11-24T12:00']],
    '2026-11-20T11:00',
    120,
    '2026-11-24T13:00',
  ),
  held(
    'over a whole holiday week',
    [['2026-12-24T00:00', '2026-12-31T09:00']],
    '2026-12-23T16:30',
    60,
    '2026-12-31T09:30',
  ),
  held(
    'by seconds, Mon',
    [['2026-11-23T09:00:10', '2026-11-23T09:00:40']],
    '2026-11-23T09:00',
    1,
    '2026-11-23T09:01:30',
  ),
  {
    note: 'a pause and a break overlap, Tue',
    calendar: office,
    start: '2026-11-24T08:30',
    pauses: [['2026-11-24T09:30', '2026-11-24T11:00']],
    ask: { target_minutes: 60 },
    answer: '2026-11-24T11:30',
  },
  // ── Changes of clocks ──────────────────────────────────────────────────────────────────────────────────────────────
  due('over the spring gap an hour is missing, Sun 8 Mar', newYork, '2026-03-08T00:00', 180, '2026-03-08T04:00'),
  due(
    'over the autumn overlap an hour is there twice, Sun 1 Nov',
    newYork,
    '2026-11-01T00:00',
    180,
    '2026-11-01T07:00:00Z',
  ),
  due(
    'by day the change of the night before is no matter, Sat → Sun',
    newYork,
    '2026-03-07T16:00',
    120,
    '2026-03-08T01:00',
  ),
  due('half an hour of Lord Howe’s spring, Sun 4 Oct', lordHowe, '2026-10-04T00:00', 150, '2026-10-04T03:00'),
  due('half an hour of Lord Howe’s autumn, Sun 5 Apr', lordHowe, '2026-04-05T00:00', 150, '2026-04-04T15:30:00Z'),
  due(
    'a slot that opens in the gap opens after it, Sun 8 Mar',
    { timezone: 'America/New_York', hours: { sun: [['02:30', '05:00']] } },
    '2026-03-08T00:00',
    60,
    '2026-03-08T04:30',
  ),
  due(
    'a slot wholly inside the gap moves behind it, Sun 8 Mar',
    { timezone: 'America/New_York', hours: { sun: [['02:15', '02:45']] } },
    '2026-03-08T00:00',
    15,
    '2026-03-08T03:30',
  ),
  due(
    'a date that Samoa skipped has no hours, Thu 29 → Sat 31 Dec 2011',
    { timezone: 'Pacific/Apia', hours: { thu: day, fri: day } },
    '2011-12-29T16:00',
    120,
    '2012-01-05T10:00',
  ),
  due(
    'a break of the skipped date cuts nothing, Sat 31 Dec 2011',
    { timezone: 'Pacific/Apia', hours: { sat: day }, breaks: { '2011-12-30': [['09:00', '12:00']] } },
    '2011-12-29T00:00',
    60,
    '2011-12-31T10:00',
  ),
  due(
    'a zone of 45 minutes, Mon',
    { timezone: 'Asia/Kathmandu', hours: week(day) },
    '2026-11-23T08:59',
    1,
    '2026-11-23T03:16:00Z',
  ),
  due(
    'a fixed offset is a zone, too, Mon',
    { timezone: '+08:00', hours: week(day) },
    '2026-11-23T08:00',
    60,
    '2026-11-23T10:00',
  ),
  // ── The start as it may be written ─────────────────────────────────────────────────────────────────────────────────
  due(
    'with the offset of another zone, Mon 09:30 in Shanghai',
    office,
    '2026-11-22T20:30:00-05:00',
    30,
    '2026-11-23T10:00',
  ),
  due('in UTC, Mon 09:30 in Shanghai', office, '2026-11-23T01:30:00Z', 30, '2026-11-23T10:00'),
  due('an offset without its colon, Mon', office, '2026-11-23T09:30:00+0800', 30, '2026-11-23T10:00'),
  due('an offset of hours only, Mon', office, '2026-11-23T09:30:00+08', 30, '2026-11-23T10:00'),
  due('with a fraction of a second, Mon', office, '2026-11-23T09:30:00.500', 30, '2026-11-23T10:00:00.500'),
  due('a bare date is its midnight, Mon', office, '2026-11-23', 30, '2026-11-23T09:00'),
  due('24:00 of Sunday is Monday', office, '2026-11-22T24:00', 30, '2026-11-23T09:00'),
  // ── How much time was open ─────────────────────────────────────────────────────────────────────────────────────────
  open('one slot, Mon', office, '2026-11-23T09:00', '2026-11-23T11:30', 150),
  open('a whole day, Mon', office, '2026-11-23T00:00', '2026-11-24T00:00', 450),
  open(
    'a whole week with a break, a day off and a short Friday',
    office,
    '2026-11-23T00:00',
    '2026-11-30T00:00',
    450 + 390 + 450 + 0 + 60,
  ),
  open(
    'the National Day week has one make-up Saturday, Thu 1 – Sun 11 Oct',
    office,
    '2026-10-01T00:00',
    '2026-10-11T00:00',
    3 * 450,
  ),
  open('seconds are floored, Mon', office, '2026-11-23T09:00', '2026-11-23T09:01:59', 1),
  open('nothing between closing and opening, Fri – Mon', office, '2026-11-20T18:00', '2026-11-23T08:30', 0),
  open('the end is the start', office, '2026-11-23T09:00', '2026-11-23T09:00', 0),
  open('the end is before the start', office, '2026-11-23T11:00', '2026-11-23T09:00', 0),
  open('a calendar that is never open', { timezone: 'UTC', hours: {} }, '2026-11-23T11:00', '2027-11-23T09:00', 0),
  open('over the spring gap, Sun 8 Mar', newYork, '2026-03-08T00:00', '2026-03-09T00:00', 300),
  open('over the autumn overlap, Sun 1 Nov', newYork, '2026-11-01T00:00', '2026-11-02T00:00', 420),
  open('over Lord Howe’s spring, Sun 4 Oct', lordHowe, '2026-10-04T00:00', '2026-10-05T00:00', 330),
  open('over Lord Howe’s autumn, Sun 5 Apr', lordHowe, '2026-04-05T00:00', '2026-04-06T00:00', 390),
  open('twenty years of weeks', utc, '2026-11-23T00:00', '2046-11-19T00:00', 1043 * 5 * 480),
  {
    note: 'less the pauses, Mon',
    calendar: utc,
    start: '2026-11-23T09:00',
    pauses: [
      ['2026-11-23T08:00', '2026-11-23T10:00'],
      ['2026-11-23T16:30', '2026-11-24T09:00'],
    ],
    ask: { end: '2026-11-24T10:00' },
    answer: 450,
  },
  // ── Windows and openings ───────────────────────────────────────────────────────────────────────────────────────────
  windows('none asked for', office, '2026-11-23T09:00', []),
  windows('the first is cut at the start, Mon, Tue with its break', office, '2026-11-23T15:00', [
    ['2026-11-23T15:00', '2026-11-23T18:00'],
    ['2026-11-24T08:30', '2026-11-24T09:00'],
    ['2026-11-24T10:00', '2026-11-24T12:00'],
  ]),
  windows('24:00 and 00:00 are listed apart, Sun and Mon', night, '2026-11-22T20:00', [
    ['2026-11-22T20:00', '2026-11-23T00:00'],
    ['2026-11-23T00:00', '2026-11-23T02:00'],
  ]),
  windows('a night shift, asked after midnight, Sat', night, '2026-11-21T01:00', [
    ['2026-11-21T01:00', '2026-11-21T06:00'],
    ['2026-11-22T18:00', '2026-11-23T00:00'],
  ]),
  windows('over the spring gap, Sun 8 Mar', newYork, '2026-03-08T00:30', [['2026-03-08T00:30', '2026-03-08T06:00']]),
  windows('round the clock: its days, Mon', { timezone: 'UTC', hours: 'always' }, '2026-11-23T10:00', [
    ['2026-11-23T10:00', '2026-11-24T00:00'],
    ['2026-11-24T00:00', '2026-11-25T00:00'],
  ]),
  opening('open already, Mon', office, '2026-11-23T09:00', '2026-11-23T09:00'),
  opening('just closing at noon, Mon', office, '2026-11-23T12:00', '2026-11-23T14:00'),
  opening('just closing, Fri → Mon', office, '2026-11-20T18:00', '2026-11-23T08:30'),
  opening('in a holiday, Thu 1 → Thu 8 Oct', office, '2026-10-01T10:00', '2026-10-08T08:30'),
  opening('in a break, Tue', office, '2026-11-24T09:30', '2026-11-24T10:00'),
  opening('after a Thursday closed by special hours, 26 → Fri 27 Nov', office, '2026-11-26T09:00', '2026-11-27T10:00'),
  // ── Local times ────────────────────────────────────────────────────────────────────────────────────────────────────
  local('an ordinary one, Mon', 'Asia/Shanghai', '2026-11-23', '09:00', '2026-11-23T01:00:00Z'),
  local('in the gap moves on by it, Sun 8 Mar', 'America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30:00Z'),
  local('shown twice is the first, Sun 1 Nov', 'America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00Z'),
  local(
    'in Lord Howe’s gap of half an hour, Sun 4 Oct',
    'Australia/Lord_Howe',
    '2026-10-04',
    '02:15',
    '2026-10-03T15:45:00Z',
  ),
  local('in Lord Howe’s overlap, Sun 5 Apr', 'Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00Z'),
  local('on a date that Samoa skipped, Fri 30 Dec 2011', 'Pacific/Apia', '2011-12-30', '10:00', '2011-12-30T20:00:00Z'),
  local('24:00, Mon', 'Europe/Berlin', '2026-11-23', '24:00', '2026-11-23T23:00:00Z'),
  local(
    'a midnight that does not exist, Sun 18 Oct 2015',
    'America/Sao_Paulo',
    '2015-10-18',
    '00:00',
    '2015-10-18T03:00:00Z',
  ),
]

function due(
  note: string,
  calendar: BusinessTimeCase['calendar'],
  start: string,
  minutes: number,
  answer: string,
): BusinessTimeCase {
  return { note, calendar, start, ask: { target_minutes: minutes }, answer }
}

function held(
  note: string,
  pauses: BusinessTimeCase['pauses'],
  start: string,
  minutes: number,
  answer: string,
): BusinessTimeCase {
  const calendar = { ...utc, holidays: ['2026-12-25'] }
  return { note, calendar, start, ...(pauses && { pauses }), ask: { target_minutes: minutes }, answer }
}

function open(
  note: string,
  calendar: BusinessTimeCase['calendar'],
  start: string,
  end: string,
  answer: number,
): BusinessTimeCase {
  return { note, calendar, start, ask: { end }, answer }
}

function windows(
  note: string,
  calendar: BusinessTimeCase['calendar'],
  start: string,
  answer: readonly (readonly [string, string])[],
): BusinessTimeCase {
  return { note, calendar, start, ask: { windows: answer.length }, answer }
}

function opening(
  note: string,
  calendar: BusinessTimeCase['calendar'],
  start: string,
  answer: string,
): BusinessTimeCase {
  return { note, calendar, start, ask: { next_open: true }, answer }
}

function local(note: string, timezone: string, date: string, time: string, answer: string): BusinessTimeCase {
  return { note, calendar: { timezone, hours: {} }, start: date, ask: { local: { date, time } }, answer }
}

/** Local to the calendar's zone unless an offset is written. */
export function instant(text: string, timezone: string): number {
  const local = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d(?:\.\d+)?))?)?$/.exec(text)
  if (!local) return Date.parse(text.replace(/([+-]\d\d)(\d\d)?$/, (_, hours, minutes = '00') => `${hours}:${minutes}`))
  return localToUtc(timezone, local[1] ?? '', local[2] ?? '00:00') + Number(local[3] ?? 0) * 1000
}

/** The answer as numbers: minutes, an instant, or the ends of windows. */
export function expectedOf({ calendar: { timezone }, answer }: BusinessTimeCase) {
  if (typeof answer === 'number') return answer
  if (typeof answer === 'string') return instant(answer, timezone)
  return answer.map((window) => window.map((text) => instant(text, timezone)))
}
