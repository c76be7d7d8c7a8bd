import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { chats, endOf } from '../support/killable-bot.ts'
import { KillableWorld } from '../support/killable-world.ts'
import { waitFor } from '../support/wait-for.ts'

// Each test starts several processes, each of which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

/** A summary is a picture and, for the committee, its files: two messages that are decided together and sent one by one. */

let world: KillableWorld
beforeEach(async () => {
  world = await KillableWorld.open()
})
afterEach(() => world.close())

const dayMs = 86_400_000

/** A community whose last week, month and quarter were to be summed up while nothing ran. */
async function summariesOverdue(): Promise<void> {
  const bot = await world.start()
  await world.settled()
  expect(await bot.end('SIGTERM')).toEqual({ code: 0, signal: null })
  await world.database.sql`update community set next_summary_at = ${new Date(Date.now() - 100 * dayMs)}`
}

/** How often a chat was sent something by a method. */
function sent(method: 'sendPhoto' | 'sendMediaGroup', chat: keyof typeof chats): number {
  const calls = world.telegram.callsTo(method).filter(({ params }) => Number(params.chat_id) === chats[chat])
  return calls.filter(({ outcome }) => outcome.ok).length
}

/** How many summaries were decided for a chat. */
async function decided(chat: keyof typeof chats): Promise<number> {
  const found = await world.database.sql`select from summary_run where chat_id = ${chats[chat]}`
  return found.length
}

it('killed after the picture is sent, before the files: the next process sends the files, and no picture again', async () => {
  await summariesOverdue()
  // One chat sends at a time, so that the process dies between these two and nowhere else.
  await world.database.sql`update chat set status = 'suspended' where id <> ${chats.committee}`
  const bot = await world.start('deliver:after-sent/summary')
  expect(await endOf(bot)).toEqual({ code: null, signal: 'SIGKILL' })
  expect([sent('sendPhoto', 'committee'), sent('sendMediaGroup', 'committee')]).toEqual([1, 0])

  await world.start()
  await world.settled()
  // The week, the month and the quarter.
  expect(await decided('committee')).toBe(3)
  expect([sent('sendPhoto', 'committee'), sent('sendMediaGroup', 'committee')]).toEqual([3, 3])
})

it('two processes that wake for the same summaries decide and send each once', async () => {
  await summariesOverdue()
  await Promise.all([world.start(), world.start()])
  await waitFor('summaries decided', async () => (await decided('committee')) > 0)
  await world.settled()
  for (const [chat, pictures, files] of [
    ['residents', 1, 0],
    ['staff', 1, 0],
    ['committee', 3, 3],
  ] as const) {
    const found = [chat, await decided(chat), sent('sendPhoto', chat), sent('sendMediaGroup', chat)]
    expect(found).toEqual([chat, pictures, pictures, files])
  }
})
