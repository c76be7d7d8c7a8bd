import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { createHttp, listen } from '../../src/http/create-http.ts'
import { fixtureNames, fixtureUpdate } from '../bot/fixture-update.ts'
import { fuzz, mutated, wrong } from '../support/mutations.ts'
import { startWorld, type World } from '../support/world.ts'

const secret = 'a-secret-of-more-than-thirty-two-characters'

/** A captured update as if it had been written in the test's own residents' group, or in private, by one of its people. */
function atHome(name: string): object {
  const text = JSON.stringify(fixtureUpdate(name), (key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    if (key === 'chat')
      return 'type' in value && value.type === 'private' ? { ...value, id: 401 } : { ...value, id: -1001 }
    return key === 'from' && !('is_bot' in value && value.is_bot) ? { ...value, id: 401 } : value
  })
  return JSON.parse(text)
}

// These would take the bot out of the group that all others are about.
const parting = /^(bot-|migrate-)/

const said = {
  message: {
    message_id: 900,
    date: 1_794_800_000,
    from: { id: 402, is_bot: false, first_name: '老李', username: 'laoli' },
    chat: { id: -1001, type: 'supergroup', title: '业主群' },
    text: '3号楼2单元电梯困人了,快来人 @huying_bot /my',
    entities: [{ type: 'bot_command', offset: 0, length: 3 }],
    reply_to_message: { message_id: 1, date: 1, chat: { id: -1001, type: 'supergroup' }, from: { id: 7_000_000_001 } },
    photo: [{ file_id: 'a', file_unique_id: 'b', width: 1, height: 1 }],
    location: { latitude: 31.2, longitude: 121.4 },
    media_group_id: '5',
    message_thread_id: 4,
  },
}

const updates = [said, ...fixtureNames().map((name) => (parting.test(name) ? fixtureUpdate(name) : atHome(name)))]

async function openHook(): Promise<{ world: World; post(body: string): Promise<number> }> {
  const world = await startWorld({ webhookSecret: secret, owners: [201] })
  const webhook = world.huying.webhook
  if (!webhook) throw new Error('no webhook')
  const { health, metrics } = world.huying
  const served = { path: '/hook', handle: webhook }
  const http = createHttp({ health, metrics, webhook: served, dutyFeed: null, page: null })
  const listening = await listen(http, '127.0.0.1', world.webhookPort)
  onTestFinished(() => listening.close())
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret }
  const post = async (body: string) => (await fetch(`${listening.url}/hook`, { method: 'POST', headers, body })).status
  return { world, post }
}

/** After the last of its tries everything that came in is done or parked, and a report is a ticket as ever. */
async function expectAllGoesOn(world: World): Promise<void> {
  await world.until('2026-11-18 10:40')
  const states = await world.sql<{ status: string }[]>`select distinct status from inbox`
  expect(states.map(({ status }) => status).filter((status) => status !== 'done' && status !== 'parked')).toEqual([])
  world.news()
  await world.say('小陈', '业主群', '5号楼1单元3楼楼道灯不亮了')
  expect(world.shows('物业工单群').at(-1)).toContain('供电照明')
  expect((await world.huying.health()).ok).toBe(true)
}

it('whatever is missing, wrong or huge in an update, it is handled or parked, and the next report is a ticket', async () => {
  const { world, post } = await openHook()
  await world.say('张女士', '业主群', '5号楼2单元水管爆了')
  let number = 5_000
  const accepted: number[] = []
  const anyUpdate = fc.constantFrom(...updates).chain(mutated)
  await fc.assert(
    fc.asyncProperty(anyUpdate, async (update) => {
      number += 1
      const isRecord = typeof update === 'object' && update !== null && !Array.isArray(update)
      const status = await post(JSON.stringify(isRecord ? { ...update, update_id: number } : update))
      if (status === 200) accepted.push(number)
      else expect([status, isRecord]).toEqual([400, false])
    }),
    fuzz(250),
  )
  await world.huying.settle()
  const [stored] = await world.sql<{ count: number }[]>`select count(*)::int as count from inbox where update_id > 5000`
  expect(stored?.count).toBe(accepted.length)
  await expectAllGoesOn(world)
}, 600_000)

it('a body that is no update, or one without a number, is refused and nothing is stored', async () => {
  const { world, post } = await openHook()
  const body = fc.oneof(
    wrong.map((value) => JSON.stringify(value) ?? ''),
    wrong.map((value) => JSON.stringify({ ...said, update_id: value })),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom('', '{', '{"update_id":', '[{"update_id":1}]', '"update_id"', `{"update_id":1${'0'.repeat(400)}}`),
  )
  const statuses = new Set<number>()
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      statuses.add(await post(text))
    }),
    fuzz(150),
  )
  expect([...statuses].filter((status) => status !== 200 && status !== 400)).toEqual([])
  expect(await post(`{"update_id":1,"a":"${'x'.repeat(1024 * 1024)}"}`)).toBe(413)
  await expectAllGoesOn(world)
}, 600_000)

it('whatever data a press carries, it is answered and changes nothing it may not', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '5号楼2单元水管爆了')
  const card = world.telegram.chat(-1001).fromBot[0]
  const own = card?.keyboard.flat().flatMap((button) => button.callback_data ?? []) ?? []
  expect(own.length).toBeGreaterThan(0)
  const token = own[0]?.slice(0, 16) ?? ''
  const code = fc.stringMatching(/^[a-z]{2}$/)
  const data = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 64 }),
    fc
      .tuple(fc.stringMatching(/^[A-Za-z0-9_-]{16}$/), code, fc.string({ maxLength: 24 }))
      .map((parts) => parts.join('')),
    fc.tuple(code, fc.string({ maxLength: 24 })).map(([action, arg]) => `${token}${action}${arg}`),
    fc.constantFrom(...own).chain((text) => fc.nat(text.length).map((end) => text.slice(0, end))),
  )
  const before = await world.sql`select id, status, version from ticket`
  await fc.assert(
    fc.asyncProperty(data, async (text) => {
      // A stranger presses: nothing of what a token could open is theirs to do.
      const answer = world.as('陌生人').press(-1002, world.telegram.chat(-1002).fromBot[0] ?? 1, { data: text })
      await world.settle()
      expect((await answer).answered).toBe(true)
    }),
    fuzz(60),
  )
  expect(await world.sql`select id, status, version from ticket`).toEqual(before)
  expect(world.errors).toEqual([])
}, 600_000)
