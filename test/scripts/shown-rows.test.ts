import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { idsInTable, idsOf, printRows, shownRows } from '../../scripts/shown/shown-rows.ts'

const test = (title: string, status = 'passed', ...ancestorTitles: string[]) => ({ title, status, ancestorTitles })

describe('rows from ids and results', () => {
  it('one for each title that bears the id, a group counting as one, in the order of the ids', () => {
    const tests = [
      test('T01 roles are read anew'),
      test('F29 429 waits'),
      test('a × b', 'passed', 'jobs on Redis', 'F29 every limit'),
      test('a × c', 'failed', 'jobs on Redis', 'F29 every limit'),
      test('a × d', 'passed', 'jobs on Redis', 'F29 every limit'),
      test('F29 F30 not run here', 'skipped'),
      test('says F30 in passing'),
    ]
    expect(shownRows(['F29', 'F30'], tests)).toEqual([
      { id: 'F29', result: 'pass', name: '429 waits' },
      { id: 'F29', result: 'FAIL', name: 'every limit' },
      { id: 'F30', result: 'no test yet', name: '' },
    ])
  })

  it('a test may bear several ids', () => {
    expect(idsOf('T03 T04 nobody')).toEqual(['T03', 'T04'])
    expect(shownRows(['T03', 'T04'], [test('T03 T04 nobody')]).map(({ name }) => name)).toEqual(['nobody', 'nobody'])
  })

  it('ids come from the table', () => {
    const table = '| id | what |\n|---|---|\n| F01 | x |\n| F02 | F09 |\n\n| T01 | y |\n'
    expect(idsInTable(table, 'F')).toEqual(['F01', 'F02'])
    expect(idsInTable(table, 'T')).toEqual(['T01'])
  })
})

describe('what is printed', () => {
  const outcome = (...tests: Parameters<typeof shownRows>[1]) => printRows(shownRows(['F01', 'F02'], tests))

  it('all shown: a line for each, and no complaint', () => {
    const { lines, code } = outcome(test('F01 one'), test('F02 two'))
    expect(lines).toEqual([
      'F01  pass         one',
      'F02  pass         two',
      '',
      '2 in all: 0 with a failing test, 0 without a test',
    ])
    expect(code).toBe(0)
  })

  it('a failing test, or an id without one, fails', () => {
    expect(outcome(test('F01 one'), test('F02 two', 'failed'))).toMatchObject({
      code: 1,
      lines: expect.arrayContaining(['2 in all: 1 with a failing test, 0 without a test']),
    })
    expect(outcome(test('F01 one'))).toMatchObject({
      code: 1,
      lines: expect.arrayContaining(['F02  no test yet', '2 in all: 0 with a failing test, 1 without a test']),
    })
  })
})

describe('docs/faults.md', () => {
  const bearing = new Map<string, Set<string>>()
  for (const name of readdirSync('test', { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.test.ts') || name.startsWith('scripts')) continue
    for (const [, ids = ''] of readFileSync(join('test', name), 'utf8').matchAll(/['"`]((?:[FT]\d\d )+)/g)) {
      for (const id of idsOf(ids)) bearing.set(id, (bearing.get(id) ?? new Set()).add(name.replace('.test.ts', '')))
    }
  }
  const rows = readFileSync('docs/faults.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| [FT]\d\d \|/.test(line))
    .map((line) => line.slice(2, -2).split(' | '))

  it('names the very files whose tests bear the id, and says plainly which ids have none', () => {
    let before: string | undefined
    const told = rows.map(([id, , what, shown]) => {
      if (shown !== 'the same') before = shown
      return [
        id,
        what?.includes('**No test yet**')
          ? []
          : [...(before ?? '').matchAll(/`([^`]+)`/g)].map(([, at]) => at).toSorted(),
      ]
    })
    expect(told).toEqual(rows.map(([id = '']) => [id, [...(bearing.get(id) ?? [])].toSorted()]))
  })

  it('has every id that a test bears', () => {
    expect([...bearing.keys()].filter((id) => !rows.some(([known]) => known === id))).toEqual([])
  })
})
