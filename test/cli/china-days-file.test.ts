import { expect, test } from 'vitest'
import { readChinaDaysFile } from '../../src/cli/china-days-file.ts'
import { publishedDays } from '../../src/domain/time/china-days.ts'
import { loadChinaDays } from '../../src/load-china-days.ts'

test('stretches are spelled out, and an empty file is no year', () => {
  const read = readChinaDaysFile(
    '2027:\n  source: 通知\n  holidays: [2027-01-01/2027-01-03, 2027-02-05]\n  workdays: [2027-02-20]',
  )
  expect(read).toEqual({
    ok: true,
    years: [
      {
        year: 2027,
        holidays: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-02-05'],
        makeUpDays: ['2027-02-20'],
      },
    ],
  })
  expect(readChinaDaysFile('# nothing yet\n')).toEqual({ ok: true, years: [] })
})

test('the file that comes along says of 2026 what the library says', async () => {
  const days = await loadChinaDays(null)
  expect([days.holidays, days.makeUpDays]).toEqual([publishedDays.holidays, publishedDays.makeUpDays])
})

test('a file that is not there is named, with the variable', async () => {
  await expect(loadChinaDays('no/such.yaml')).rejects.toThrow(
    'no/such.yaml cannot be read (ENOENT); correct CHINA_DAYS_FILE',
  )
})

const year = (rest: string) => `2027:\n  source: 通知\n  ${rest}`
test.each([
  [
    'no source',
    '2027:\n  holidays: [2027-01-01]',
    'line 2 2027.source: is missing: write what the days are taken from',
  ],
  [
    'another year’s date',
    year('holidays: [2028-01-01]'),
    'line 3 2027.holidays.0: is "2028-01-01": must be a date of 2027',
  ],
  [
    'a date that does not exist',
    year('holidays: [2027-02-30]'),
    'line 3 2027.holidays.0: is "2027-02-30": must be a date',
  ],
  ['a stretch backwards', year('holidays: [2027-02-05/2027-02-01]'), 'must be a date of 2027, or a stretch'],
  ['a year off', year('holidays: [2027-01-01/2027-12-31]'), 'must be a date of 2027, or a stretch'],
  ['no day off', year('holidays: []'), 'line 3 2027.holidays: is []: a year has days off: list them'],
  [
    'off and worked',
    year('holidays: [2027-01-02]\n  workdays: [2027-01-02]'),
    'line 4 2027.workdays.0: is "2027-01-02": is a day off',
  ],
  [
    'not a year',
    'soon:\n  source: 通知\n  holidays: [2027-01-01]',
    'line 1 soon: "soon" is no year: write one such as 2027',
  ],
  ['not YAML', '2027: [', 'line 1: not valid YAML'],
])('%s', (_name, text, problem) => {
  const read = readChinaDaysFile(text)
  expect(read.ok ? '' : read.problems[0]).toContain(problem)
})
