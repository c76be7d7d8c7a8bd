import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, inject, it, vi } from 'vitest'
import { withDatabase } from '../support/with-database.ts'
import { startWorld } from '../support/world.ts'

// Each command is a process of its own.
vi.setConfig({ testTimeout: 120_000 })

const run = promisify(execFile)
const server = inject('databaseServer').url

it('shows who did what when, without what people wrote unless asked for', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '5号楼1单元楼道灯不亮了')
  await world.until('2026-11-18 10:20')
  await world.say('王师傅', '物业工单群', '接单 1')
  await world.until('2026-11-19 09:00')
  await world.say('张女士', '业主群', '3号楼门口的垃圾没人清运')
  await world.say('王师傅', '物业工单群', '完成 1 换了灯泡')
  const [{ name = '' } = {}] = await world.sql<{ name: string }[]>`select current_database() as name`
  const audit = async (...args: string[]) => {
    const env = { ...process.env, DATABASE_URL: withDatabase(server, name) }
    const asked = ['--import', 'tsx', 'src/cli/huying.ts', 'audit', '--community', '幸福里小区', ...args]
    return (await run(process.execPath, asked, { env })).stdout.split('\n').slice(0, -1)
  }

  const all = await audit('--until', '2026-11-19')
  expect(all[0]).toMatch(/^2026-11-18 10:00 {2}#1 {2}张女士 \(401\) {2}reported {2}\{/)
  expect(all[1]).toBe('2026-11-18 10:20  #1  王师傅 (101)  acknowledged  {"by":{"id":101,"name":"王师傅"}}')
  expect(all.map((line) => /#\d+/.exec(line)?.[0])).toContain('#2')
  expect(all.join('\n')).not.toMatch(/不亮了|灯泡/)

  const [resolved] = await audit(
    ...['--ticket', '1', '--person', '王师傅', '--since', '2026-11-19', '--until', '2026-11-19'],
    ...['--words', '--jsonl'],
  )
  expect(JSON.parse(resolved ?? '')).toMatchObject({
    ticket: 1,
    at: '2026-11-19T01:00:00.000Z',
    actorId: 101,
    event: { type: 'resolved', text: '换了灯泡' },
  })
  expect(await audit('--ticket', '3')).toEqual([])

  const refusal = async (...args: string[]) =>
    audit(...args).catch(({ code, stderr }: { code: number; stderr: string }) => [code, stderr])
  expect(await refusal('--ticket', 'x')).toEqual([2, 'huying audit: "x" is no ticket number; write it like 128\n'])
  expect(await refusal('--since', '2026-02-30')).toEqual([
    2,
    'huying audit: --since takes a day there is, like 2026-11-01, not "2026-02-30"\n',
  ])
})
