import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import type { DutyCalendar } from '../../src/domain/duty/duty-calendar.ts'
import { writeIcs } from '../../src/reports/write-ics.ts'

const at = (iso: string): number => Date.parse(iso)
const calendar: DutyCalendar = {
  communityId: 1,
  community: '幸福里小区',
  language: 'zh-CN',
  asOf: at('2026-11-18T00:00:00+08:00'),
  entries: [
    {
      from: at('2026-11-18T08:00:00+08:00'),
      to: at('2026-11-18T20:00:00+08:00'),
      who: '王师傅',
      trades: ['elevator', 'power', null],
    },
    { from: at('2026-11-18T20:00:00+08:00'), to: at('2026-11-19T08:00:00+08:00'), who: '刘;师,傅\\', trades: [] },
  ],
}

it('is iCalendar in UTC that reads back as what was written', () => {
  const text = writeIcs(calendar)
  const read = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0])
  expect(['version', 'prodid', 'calscale'].map((name) => read.getFirstPropertyValue(name))).toEqual([
    '2.0',
    '-//Huying//Duty roster//EN',
    'GREGORIAN',
  ])
  const events = read.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
  expect(
    events.map(({ summary, uid, startDate, endDate }) => ({
      summary,
      uid,
      ...{ start: `${startDate}`, end: `${endDate}` },
    })),
  ).toEqual([
    {
      summary: '值班:王师傅(电梯、供电照明、其他)',
      uid: '20261118T000000Z-20261118T120000Z-elevator-power-other@1.duty.huying',
      start: '2026-11-18T00:00:00Z',
      end: '2026-11-18T12:00:00Z',
    },
    {
      summary: '值班:刘;师,傅\\',
      uid: '20261118T120000Z-20261119T000000Z-all@1.duty.huying',
      start: '2026-11-18T12:00:00Z',
      end: '2026-11-19T00:00:00Z',
    },
  ])
  expect(text).toContain('DTSTAMP:20261117T160000Z\r\n')
})

it('ends every line with CRLF and keeps each within 75 octets', () => {
  const [entry] = calendar.entries
  if (!entry) throw new Error('no entry')
  const text = writeIcs({ ...calendar, language: 'en', entries: [{ ...entry, who: '王'.repeat(64) }] })
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const lines = text.split('\r\n')
  expect(lines.some((line) => line.startsWith(' '))).toBe(true)
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:On duty: ${'王'.repeat(64)} (`)
})
