import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { WeekStep } from '../../seeds/week.ts'
import { plainInk } from '../../src/cli/demo/ink.ts'
import { playDemo } from '../../src/cli/demo/play-demo.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

const program = fileURLToPath(new URL('../../bin/huying.mjs', import.meta.url))
let database: TestDatabase
let out = ''

beforeAll(async () => {
  database = await createTestDatabase()
  out = await mkdtemp(join(tmpdir(), 'huying-demo-out-'))
})
afterAll(async () => {
  await database.drop()
  await rm(out, { recursive: true, force: true })
})

interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

function huying(...args: readonly string[]): Promise<Ran> {
  const env = { ...process.env, DATABASE_URL: database.url }
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env, maxBuffer: 16 << 20 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout, stderr })
    })
  })
}

/** Every text is found after the one before it. */
function expectInOrder(whole: string, parts: readonly (string | RegExp)[]): void {
  let rest = whole
  for (const part of parts) {
    const at = typeof part === 'string' ? rest.indexOf(part) : rest.search(part)
    expect(at, `${part} comes next`).toBeGreaterThanOrEqual(0)
    rest = rest.slice(at + 1)
  }
}

it('plays the week to its summary and shows how one matter climbs until it is done', async () => {
  const { code, stdout, stderr } = await huying('demo', '--out', out)
  expect(stderr).toBe('')
  expect(code).toBe(0)
  expect(stdout).not.toContain('\u001b[')

  const lamp = /│ 💡 (#\d+) 供电照明 · 5号楼1单元/.exec(stdout)?.[1] ?? 'no card'
  const number = lamp.slice(1)
  expectInOrder(stdout, [
    '── 周一 11月16日 ──',
    '小陈:5号楼1单元楼道灯不亮',
    `│ 💡 ${lamp} 供电照明 · 5号楼1单元`,
    '[+1 我家也是] [补充] [不是报修]',
    `│ 🟡 ${lamp} 供电照明 · 5号楼1单元`,
    `王师傅:接单 ${number}`,
    new RegExp(`✎ 幸福里业主群 ${lamp} → 王师傅 已接单`),
    `┃ ⏳ ${lamp} `,
    `┃ ⚠️ ${lamp} `,
    '社区党委督办群',
    `┃ 📣 请督办 ${lamp} `,
    '[督办] [延期]',
    '▸ 陈书记 按下 [督办]',
    `✎ 幸福里业主群 ${lamp} → 社区督办:陈书记`,
    `王师傅:办结 ${number} `,
    `│ 王师傅说 ${lamp} 修好了`,
    '▸ 小陈 按下 [已解决]',
    '▸ 小陈 按下 [基本满意]',
    '── 周一 11月23日 ──',
    '┃ 📊 幸福里小区 第47周:新报',
    '周报图:',
  ])
  for (const name of ['summary-committee.png', 'summary-residents.png']) {
    expect(stdout).toContain(join(out, name))
    const picture = await readFile(join(out, name))
    expect(picture.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(picture.readUInt32BE(16), 'width').toBe(1080)
  }
}, 400_000)

it('tells which step could not be carried out, and leaves no database behind', async () => {
  const steps: readonly WeekStep[] = [
    {
      at: '2026-11-16 09:12',
      who: 401,
      where: -1001,
      does: { kind: 'say', text: '3号楼2单元电梯坏了' },
      makes: ['lift'],
    },
    { at: '2026-11-16 09:20', who: 101, where: -1002, does: { kind: 'press', on: '#{lift} ', button: '督办' } },
  ]
  const lines: string[] = []
  const played = playDemo({
    databaseUrl: database.url,
    redisUrl: process.env.REDIS_URL ?? null,
    out,
    language: 'en',
    ink: plainInk,
    print: (line) => void lines.push(line),
    stopped: new AbortController().signal,
    steps,
  })
  await expect(played).rejects.toThrow(
    'step 2 (2026-11-16 09:20, 王师傅, 物业工单群: [督办]): nothing with "#1 " has the button [督办]; there is [接单]',
  )
  expect(lines.join('\n')).toContain('── Monday 16 Nov ──')
  // Beside the one given; others may run a demo on the same server.
  const left = await database.sql`
    select datname from pg_database where starts_with(datname, current_database() || '_demo_')`
  expect(left).toEqual([])
}, 60_000)

it('refuses a language it does not speak', async () => {
  expect(await huying('demo', '--lang', 'fr')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'huying demo: --lang takes zh or en\n',
  })
})
