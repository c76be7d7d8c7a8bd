import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { createTestDatabase } from '../support/database.ts'
import { community, readSetup } from '../support/world.ts'

const run = promisify(execFile)

it('check writes nothing, import settles chats that only /bind knows, and both refuse in both languages', async () => {
  const database = await createTestDatabase()
  onTestFinished(database.drop)
  const folder = await mkdtemp(join(tmpdir(), 'huying-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'a.yaml')
  const huying = async (verb: string, text: string) => {
    await writeFile(file, text)
    const args = ['--import', 'tsx', 'src/cli/huying.ts', 'community', verb, file]
    const env = { ...process.env, DATABASE_URL: database.url }
    const { stdout, stderr } = (await run(process.execPath, args, { env }).catch((error: unknown) => error)) as {
      stdout: string
      stderr: string
    }
    return (stdout + stderr).replaceAll(file, 'a.yaml')
  }
  const policyOf = () =>
    database.store.transaction(async (tx) => {
      const known = await tx.communities.byName('幸福里小区')
      return known && tx.communities.policy(known.id, known.policyVersion)
    })
  const ladder =
    'community: { name: 幸福里小区 }\nladder: [{ level: 1, notify: 夜班群, after: PT0S }, { level: 2, notify: -1003, after: PT1H }]\n'

  // Nobody has bound 夜班群 yet.
  expect(await huying('import', ladder)).toBe(`huying community: nothing was changed
a.yaml: line 2 ladder.0.notify: is "夜班群": nobody is called "夜班群": write assignee, manager, committee, secretary, street, a role, a name from people, or the title or id of a chat under chats or bound with /bind
a.yaml: 第 2 行 ladder.0.notify: 写的是 "夜班群":没有「夜班群」:写 assignee, manager, committee, secretary, street、一种身份、people 里的名字,或群名、群号(chats 里写的,或已用 /bind 绑定的)
a.yaml: line 2 ladder.1.notify: is -1003: nobody is called "-1003": write assignee, manager, committee, secretary, street, a role, a name from people, or the title or id of a chat under chats or bound with /bind
a.yaml: 第 2 行 ladder.1.notify: 写的是 -1003:没有「-1003」:写 assignee, manager, committee, secretary, street、一种身份、people 里的名字,或群名、群号(chats 里写的,或已用 /bind 绑定的)
`)
  expect(await policyOf()).toBeNull()

  await database.store.transaction(async (tx) => {
    const { community: made } = await tx.communities.put(readSetup(community))
    const chat = { communityId: made.id, role: 'staff', buildings: [], threadId: null } as const
    await tx.chats.bind({ ...chat, id: -1009, title: '夜班群' })
  })
  const before = await policyOf()
  expect(await huying('check', ladder)).toBe('{"name":"幸福里小区","ok":true}\n')
  expect(await policyOf()).toEqual(before)
  expect(await huying('import', ladder)).toContain('"policy"')
  expect((await policyOf())?.ladder.map(({ notify }) => notify)).toEqual(['staff:-1009', 'committee:-1003'])
  expect(
    await huying('check', 'community: { name: a }\nquiet_hours: ["22:00", "22:00"]\n'),
  ).toBe(`huying community: nothing was changed
a.yaml: line 2 quiet_hours: is ["22:00","22:00"]: begins and ends at the same time: for no quiet hours write none
a.yaml: 第 2 行 quiet_hours: 写的是 ["22:00","22:00"]:开始和结束是同一个时间;不要免打扰请写 none
`)
}, 120_000)
