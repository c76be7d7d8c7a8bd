import { describe, expect, test } from 'vitest'
import { clockLine } from '../../src/cli/clock.ts'

const slots = [['09:00', '17:00']]
const calendar = {
  timezone: 'America/New_York',
  hours: { mon: slots, tue: slots, wed: slots, thu: slots, fri: slots },
  holidays: ['2026-11-26'], // Thursday
  special_hours: { '2026-11-28': [['10:00', '14:00']] }, // Saturday
  breaks: { '2026-11-23': [['12:00', '13:00']] }, // Monday
}
const ask = (rest: Record<string, unknown>) =>
  JSON.parse(clockLine(JSON.stringify({ id: 'a', calendar, ...rest }))) as unknown

describe('one line of business time', () => {
  test.each([
    [{ start: '2026-11-23T11:00:00-05:00', target_minutes: 120 }, { due: '2026-11-23T19:00:00.000Z' }], // Mon over the break
    [{ start: '2026-11-25T16:00:00-05:00', target_minutes: 120 }, { due: '2026-11-27T15:00:00.000Z' }], // Wed → Fri
    [{ start: '2026-11-23T09:00:00-05:00', end: '2026-11-23T13:00:59-05:00' }, { minutes: 180 }],
    [{ start: '2026-11-23T09:00:00-05:00', end: '2026-11-22T13:00:00-05:00' }, { minutes: 0 }],
    [
      { start: '2026-11-27T16:00:00-05:00', windows: 3 },
      {
        windows: [
          ['2026-11-27T21:00:00.000Z', '2026-11-27T22:00:00.000Z'], // Fri
          ['2026-11-28T15:00:00.000Z', '2026-11-28T19:00:00.000Z'], // Sat, special
          ['2026-11-30T14:00:00.000Z', '2026-11-30T22:00:00.000Z'], // Mon
        ],
      },
    ],
    [{ start: '2026-11-25T17:00:00-05:00', next_open: true }, { open: '2026-11-27T14:00:00.000Z' }], // Wed closing → Fri
    [{ start: '2026-11-23T10:00', next_open: true }, { open: '2026-11-23T15:00:00.000Z' }], // no offset: local
    [{ local: { date: '2026-03-08', time: '02:30' } }, { utc: '2026-03-08T07:30:00.000Z' }],
    [
      {
        start: '2026-11-24T09:00:00-05:00',
        target_minutes: 60,
        pauses: [
          ['2026-11-24T14:30:00Z', '2026-11-24T15:30:00Z'],
          ['2026-11-24T15:00:00Z', '2026-11-24T16:00:00Z'],
        ],
      },
      { due: '2026-11-24T16:30:00.000Z' },
    ],
  ])('%j', (rest, result) => {
    expect(ask(rest)).toEqual({ id: 'a', ...result })
  })
})

describe('a bad line is answered with its id and the reason', () => {
  test.each([
    [{ start: '2026-11-23T09:00:00Z' }, 'one of target_minutes'],
    [{ target_minutes: 5 }, 'start: missing'],
    [{ start: 'tomorrow', target_minutes: 5 }, 'start: not an ISO 8601 instant'],
    [{ start: '2026-02-30T09:00:00Z', target_minutes: 5 }, 'not an instant that exists'],
    [{ start: '2026-11-23T09:00:00Z', target_minutes: -5 }, 'target_minutes'],
    [
      { start: '2026-11-23T09:00:00Z', next_open: true, calendar: { ...calendar, timezone: 'Mars/Base' } },
      'unknown time zone',
    ],
    [
      {
        start: '2026-11-23T09:00:00Z',
        next_open: true,
        calendar: { timezone: 'UTC', hours: { mon: [['9', '17:00']] } },
      },
      'calendar.hours',
    ],
    [{ start: '2026-11-23T09:00:00Z', next_open: true, calendar: { timezone: 'UTC', hours: {} } }, 'never open'],
    [
      {
        start: '2026-11-23T09:00:00Z',
        target_minutes: 1e9,
        calendar: { timezone: 'UTC', hours: { mon: [['09:00', '09:01']] } },
      },
      'never open long enough',
    ],
  ])('%j', (rest, reason) => {
    expect(ask(rest)).toEqual({ id: 'a', error: expect.stringContaining(reason) })
  })

  test('what is no JSON has no id', () => {
    expect(JSON.parse(clockLine('{"id":'))).toEqual({ id: null, error: expect.any(String) })
    expect(JSON.parse(clockLine('17'))).toEqual({ id: null, error: expect.any(String) })
  })
})
