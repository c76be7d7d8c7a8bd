import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase } from '../support/database.ts'
import { community, daysWith2027, readSetup } from '../support/world.ts'

const run = promisify(execFile)
const roster = 'duty:\n  - { person: 王师傅, days: [mon], from: "08:00", to: "18:00", trades: [elevator] }\n'
let database: Awaited<ReturnType<typeof createTestDatabase>>

beforeAll(async () => {
  database = await createTestDatabase(daysWith2027)
  const setup = readSetup(`${community}${roster}`)
  await database.store.transaction((tx) => tx.communities.put(setup))
  await database.store.transaction((tx) =>
    tx.communities.put({ ...setup, name: '没有值班表', chats: [], people: [], duty: [] }),
  )
})
afterAll(() => database.drop())

const duty = (...args: string[]) =>
  run(process.execPath, ['--import', 'tsx', 'src/cli/huying.ts', 'duty', ...args], {
    env: { ...process.env, DATABASE_URL: database.url },
  })

it('writes the calendar to a file or to standard output', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huying-'))
  const file = join(folder, 'duty.ics')
  const shown = await duty('--community', '幸福里小区')
  expect(shown.stdout).toContain('SUMMARY:值班:王师傅(电梯)\r\n')
  expect((await duty('--community', '幸福里小区', '--ics', file)).stdout).toBe('')
  expect(await readFile(file, 'utf8')).toBe(shown.stdout)
  await rm(folder, { recursive: true })
}, 60_000)

it('says what is missing, with exit code 2', async () => {
  const refused = async (...args: string[]) => {
    const { code, stderr } = (await duty(...args).catch((error: unknown) => error)) as { code: number; stderr: string }
    return [code, stderr]
  }
  expect(await refused()).toEqual([
    2,
    'huying duty: say which community: --community NAME; there is 幸福里小区, 没有值班表\n',
  ])
  expect(await refused('--community', '别处')).toEqual([
    2,
    'huying duty: there is no community "别处"; there is 幸福里小区, 没有值班表\n',
  ])
  expect(await refused('--community', '没有值班表')).toEqual([
    2,
    'huying duty: "没有值班表" has no duty roster; write one under duty in its community file\n',
  ])
  expect(await refused('--community', '幸福里小区', '--ics', '/nowhere/duty.ics')).toEqual([
    2,
    'huying duty: cannot write "/nowhere/duty.ics" (ENOENT)\n',
  ])
}, 60_000)
