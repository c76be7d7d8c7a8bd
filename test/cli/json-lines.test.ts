import { expect, test } from 'vitest'
import { parseLine, runParse } from '../../src/cli/parse.ts'
import { runTime, timeLine } from '../../src/cli/time.ts'

const collect = async (lines: AsyncIterable<string>): Promise<readonly string[]> => {
  const all: string[] = []
  for await (const line of lines) all.push(line)
  return all
}
const at = '2026-11-23T14:00:00+08:00'

test('parse answers in the agreed shape', () => {
  const answer: unknown = JSON.parse(parseLine(JSON.stringify({ id: 7, text: '3号楼2单元电梯坏了,昨晚开始', at })))
  expect(answer).toEqual({
    id: 7,
    kind: 'report',
    confidence: expect.any(Number),
    categories: ['elevator'],
    class: 'urgent',
    urgency: 'urgent',
    place: { building: '3', unit: '2', floor: null, room: null, spot: null },
    since: '2026-11-21T16:00:00.000Z',
    private: false,
    lang: 'zh',
    command: null,
  })
})

test('a command carries its deadline as ISO', () => {
  expect(
    JSON.parse(parseLine(JSON.stringify({ id: 'a', text: '挂起 128 等配件 到 2026-11-27 18:00', at }))),
  ).toMatchObject({
    kind: 'command',
    command: { name: 'hold', ticket: 128, text: '等配件', until: '2026-11-27T10:00:00.000Z' },
  })
})

test('--explain says which rules fired', () => {
  const answer = JSON.parse(parseLine(JSON.stringify({ id: 1, text: '停水了', at }), { explain: true })) as {
    why: { words: string }[]
  }
  expect(answer.why.map((reason) => reason.words).join(' ')).toContain('停水')
})

test('a bad line is answered with its error and the run goes on, whatever the pieces of the stream', async () => {
  const lines = `{"id":1,"text":"停水了","at":"${at}"}\nnot json\n{"id":2,"text":5,"at":"${at}"}\n\n{"id":3,"text":"停水","at":"soon"}\n[]\n{"id":4,"text":"停电了","at":"${at}"}`
  const pieces = lines.match(/[\s\S]{1,7}/g) ?? []
  const answers = (await collect(runParse(pieces))).map(
    (line) => JSON.parse(line) as { id: unknown; error?: string; kind?: string },
  )
  expect(answers.map((a) => [a.id, a.error ?? a.kind])).toEqual([
    [1, 'report'],
    [null, 'not JSON'],
    [2, '"text" must be a string'],
    [3, '"at" is not an ISO time: soon'],
    [null, 'not a JSON object'],
    [4, 'report'],
  ])
})

test('time answers spans in the zone of the line and leans as told', async () => {
  const line = JSON.stringify({ id: 'x', text: '周五下午3点', ref: at, tz: 'Asia/Shanghai' })
  expect(await collect(runTime(line, { prefer: 'past' }))).toEqual([
    '{"id":"x","spans":[{"text":"周五下午3点","start":"2026-11-20T07:00:00.000Z","end":null,"grain":"hour","kind":"point"}]}',
  ])
  expect(JSON.parse(timeLine(line))).toMatchObject({ spans: [{ start: '2026-11-27T07:00:00.000Z' }] })
  expect(JSON.parse(timeLine(JSON.stringify({ id: 1, text: '明天', ref: at, tz: 'Nowhere/Land' })))).toEqual({
    id: 1,
    error: 'unknown time zone: Nowhere/Land',
  })
})
