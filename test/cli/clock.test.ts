import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { clockLine } from '../../src/cli/clock.ts'
import { businessTimeCases, expectedOf } from '../domain/time/business-time-cases.ts'

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

test('every case of business time, in one run of `huying clock --jsonl`: same order, and bad lines do not end it', () => {
  const lines = businessTimeCases.map(({ calendar, start, pauses, ask }, id) =>
    JSON.stringify({ id, calendar, start, ...(pauses && { pauses }), ...ask }),
  )
  lines.splice(1, 0, '{"id":', '{"id":"bad","start":"2026-11-23"}')
  const { stdout, stderr, status } = spawnSync(process.execPath, ['bin/huying.mjs', 'clock', '--jsonl'], {
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
  })
  const results = stdout.trimEnd().split('\n')
  expect([results.length, stderr, status]).toEqual([lines.length, '', 0])
  expect(results.splice(1, 2)).toEqual([
    '{"id":null,"error":"not JSON"}',
    '{"id":"bad","error":"calendar: missing: an object with timezone and hours"}',
  ])
  for (const [id, one] of businessTimeCases.entries()) {
    const { id: answered, due, open, utc, minutes, windows } = JSON.parse(results[id] ?? '')
    const at = due ?? open ?? utc
    const answer = minutes ?? windows?.map((window: string[]) => window.map((end) => Date.parse(end))) ?? Date.parse(at)
    expect([one.note, answered, answer]).toEqual([one.note, id, expectedOf(one)])
  }
})

describe('a bad line is answered with its id and the reason', () => {
  test.each([
    [{ start: '2026-11-23T09:00:00Z' }, 'one of target_minutes'],
    [{ target_minutes: 5 }, 'start: missing'],
    [{ start: 'tomorrow', target_minutes: 5 }, 'start: not an ISO 8601 instant'],
    [{ start: '2026-02-30T09:00:00Z', target_minutes: 5 }, 'not an instant that exists'],
    [{ start: '2026-11-23T25:00:00Z', target_minutes: 5 }, '"2026-11-23T25:00:00Z" is not an instant that exists'],
    [{ start: '2026-11-23T09:00:00Z', target_minutes: -5 }, 'target_minutes: not a number of minutes from 0'],
    [{ start: '2026-11-23T09:00:00Z', target_minutes: '5' }, 'target_minutes: not a number of minutes from 0'],
    [{ start: '2026-11-23T09:00:00Z', windows: 1.5 }, 'windows: not a whole number from 0 to 100000'],
    [{ start: '2026-11-23T09:00:00Z', windows: 1, pauses: [['2026-11-23']] }, 'pauses.0: not a pause [from, to]'],
    [{ local: { date: '2026-02-30', time: '09:00' } }, 'local.date: not a date YYYY-MM-DD that exists'],
    [{ local: { date: '2026-02-28', time: '09:60' } }, 'local.time: not a time HH:mm'],
    [{ next_open: true, start: '2026-11-23', calendar: null }, 'calendar: missing'],
    [{ next_open: true, start: '2026-11-23', calendar: { hours: {} } }, 'calendar.timezone: missing'],
    [
      { next_open: true, start: '2026-11-23', calendar: { timezone: 'UTC', hours: { monday: [] } } },
      'calendar.hours: there is no "monday"; write mon … sun',
    ],
    [
      { next_open: true, start: '2026-11-23', calendar: { timezone: 'UTC', hours: { mon: [['24:00', '08:00']] } } },
      'calendar.hours.mon.0.0: 24:00 can only be an end',
    ],
    [
      { next_open: true, start: '2026-11-23', calendar: { timezone: 'UTC', hours: { mon: [['09:00']] } } },
      'calendar.hours.mon.0: not a slot of two times',
    ],
    [
      { next_open: true, start: '2026-11-23', calendar: { timezone: 'UTC', special_hours: { '2026-02-30': [] } } },
      'calendar.special_hours.2026-02-30: not a date YYYY-MM-DD that exists',
    ],
    [
      { start: '2026-11-29', windows: 1, calendar: { timezone: 'UTC', special_hours: { '2026-11-28': slots } } },
      'never open',
    ],
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
