import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, test } from 'vitest'
import { routeLine } from '../../src/cli/route.ts'
import { type RouteCase, routeCases } from '../domain/responsibility/route-cases.ts'

const folder = mkdtempSync(join(tmpdir(), 'huying-route-'))
afterAll(() => rmSync(folder, { recursive: true }))

const asked = ({ category, part, component, danger, handover, at, designLife }: RouteCase, id: number): string =>
  JSON.stringify({
    id,
    category,
    part,
    component,
    danger,
    handover,
    at,
    ...(designLife && { design_life: designLife }),
  })

function huying(args: readonly string[], input: string) {
  const run = spawnSync(process.execPath, ['bin/huying.mjs', ...args], { encoding: 'utf8', input })
  const lines = run.stdout.split('\n').filter((line) => line !== '')
  return { ...run, answers: lines.map((line) => JSON.parse(line) as Record<string, unknown>) }
}

describe('huying route --jsonl', () => {
  it('answers every case of the table, in order, in the contract’s shape', () => {
    const { answers, status, stderr } = huying(['route', '--jsonl'], routeCases.map(asked).join('\n'))
    expect([status, stderr]).toEqual([0, ''])
    expect(answers.length).toBe(routeCases.length)
    for (const [id, one] of routeCases.entries()) {
      const answer = answers[id] ?? {}
      expect(Object.keys(answer), one.note).toEqual(['id', 'party', 'reason', 'article', 'fund'])
      expect([answer.id, answer.party, answer.fund], one.note).toEqual([id, one.party, one.fund])
      expect(String(answer.article).split('、')[0], one.note).toBe(one.article)
    }
  })

  it('goes on after a bad line, and says field, value and fix', () => {
    const good = {
      category: 'leak',
      part: 'shared',
      component: 'waterproofing',
      handover: '2024-01-01',
      at: '2026-11-23',
    }
    const lines = [
      '{"id":1',
      JSON.stringify({ id: 2, ...good, category: 'lift' }),
      JSON.stringify({ id: 3, ...good, handover: '2026-02-30' }),
      JSON.stringify({ id: 4, ...good, at: undefined }),
      JSON.stringify({ id: 5, ...good, danger: 'yes', part: 'public' }),
      JSON.stringify({ id: 6, ...good, at: '2026-11-23T25:00:00Z' }),
      JSON.stringify({ id: 7, ...good }),
    ]
    const { answers, status } = huying(['route', '--jsonl', '--lang', 'en'], lines.join('\n'))
    expect(status).toBe(0)
    expect(answers).toMatchInlineSnapshot(`
      [
        {
          "error": "not JSON",
          "id": null,
        },
        {
          "error": "category: is "lift": must be one of elevator, water, leak, power, gas, heating, fire, security, sanitation, pets, noise, pollution, parking, greening, construction, rental, facility, dispute, governance, care, other",
          "id": 2,
        },
        {
          "error": "handover: is "2026-02-30": must be a date YYYY-MM-DD that exists, or null",
          "id": 3,
        },
        {
          "error": "at: is missing: must be an ISO 8601 instant, such as 2026-11-23T10:00:00+08:00",
          "id": 4,
        },
        {
          "error": "part: is "public": must be one of shared, private; danger: is "yes": must be true or false",
          "id": 5,
        },
        {
          "error": "at: "2026-11-23T25:00:00Z" is not an instant that exists; must be an ISO 8601 instant, such as 2026-11-23T10:00:00+08:00",
          "id": 6,
        },
        {
          "article": "Construction Quality Regulations, art. 40; Building Works Warranty Measures, art. 7",
          "fund": null,
          "id": 7,
          "party": "developer",
          "reason": "Waterproofing has five years of warranty, not over yet (until 2029-01-01): the developer repairs it.",
        },
      ]
    `)
  })

  it('answers one value given as an argument, and as a community does', () => {
    const file = join(folder, 'one.yaml')
    writeFileSync(
      file,
      [
        'community: { name: 北苑, language: zh-CN }',
        'buildings: [{ name: "3", handover: 2010-06-30 }]',
        'seasons: { heating: ["10-15", "04-15"] }',
        'responsibility:',
        '  - { category: water, part: shared, component: [pipes, equipment], building: 3号楼, party: utility, reason: 二次供水已移交自来水公司。, article: 移交协议 }',
      ].join('\n'),
    )
    const ask = (line: object) => huying(['route', '--community', file, JSON.stringify(line)], '').answers
    const pump = { id: 1, category: 'water', part: 'shared', component: 'equipment', at: '2026-11-23T10:00:00+08:00' }
    expect(ask({ ...pump, building: '3' })).toEqual([
      { id: 1, party: 'utility', reason: '二次供水已移交自来水公司。', article: '移交协议', fund: null },
    ])
    expect(ask(pump)).toMatchObject([{ party: 'property', fund: 'ordinary' }])
    const heating = { ...pump, category: 'heating', component: 'heating', handover: '2024-10-15' }
    expect(ask({ ...heating, at: '2026-04-15T23:00:00+08:00' })).toMatchObject([{ party: 'developer' }])
    expect(ask({ ...heating, at: '2026-04-16T00:00:00+08:00' })).toMatchObject([{ party: 'property' }])
  })
})

test('a time without an offset is local, a bare date its own day', () => {
  const line = { id: 1, category: 'leak', part: 'private', component: 'pipes', handover: '2024-11-23' }
  const party = (at: string) => (JSON.parse(routeLine(JSON.stringify({ ...line, at }))) as { party: string }).party
  expect(['2026-11-23', '2026-11-23T23:30:00', '2026-11-24', '2026-11-23T16:00:00Z'].map(party)).toEqual([
    'developer',
    'developer',
    'owner',
    'owner',
  ])
})
