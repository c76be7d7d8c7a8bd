import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { chats, endOf, reports } from '../support/killable-bot.ts'
import { KillableWorld } from '../support/killable-world.ts'
import { expectCards, marksOfCards } from '../support/repeated-cards.ts'

// Each test starts several processes, each of which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

/**
 * The way of a message out to Telegram: cards and escalations arrive, with a second copy only where nobody can know
 * whether the first one did, and marked then; a reminder is never said twice.
 */

let world: KillableWorld
beforeEach(async () => {
  world = await KillableWorld.open()
})
afterEach(() => world.close())

/**
 * Kills the bot at the point three times: at the card of ticket 1, at the escalation of ticket 2, at the reminder of
 * ticket 3; each time the next process first finishes what the one before it left. Answers the outbox at the first death.
 */
async function killedThriceAt(point: string): Promise<readonly string[]> {
  const cards = await killedAt(`${point}/card`, reports.quiet)
  await killedAt(`${point}/escalation`, reports.escalated)
  await killedAt(`${point}/reminder`, reports.reminded)
  await world.start()
  await world.settled()
  const { inbox, deliveries } = world.database.store
  expect((await world.traces()).tickets).toBe(3)
  expect(await inbox.counts()).toEqual({ pending: 0, parked: 0 })
  expect(await deliveries.counts()).toMatchObject({ pending: 0, sending: 0, failed: 0 })
  return cards
}

async function killedAt(point: string, report: string): Promise<readonly string[]> {
  const bot = await world.start(point)
  await world.settled()
  world.report(report)
  expect(await endOf(bot)).toEqual({ code: null, signal: 'SIGKILL' })
  return (await world.traces()).outbox
}

const reminders = (): readonly string[] => world.sentTo('staff').filter((line) => line.includes('⏳'))
const reminder = expect.stringMatching(/^⏳ #3 /)
const escalation = '📣 请督办 #2 环境卫生 · 5号楼'
const repeated = `【重发】${escalation}`

it('F07 killed after the job starts, before `sending` is committed: one send', async () => {
  const left = await killedThriceAt('deliver:before-sending')
  expect(left).toContain('pending')
  expectCards(world, left)
  expect(world.sentTo('committee')).toEqual([escalation])
  expect(reminders()).toEqual([reminder])
})

it('F08 killed after `sending` is committed, before the request: sent again and marked, but no reminder', async () => {
  const left = await killedThriceAt('deliver:after-sending')
  expect(left).toContain('sending')
  expectCards(world, left)
  expect(marksOfCards(world)).toContainEqual([true])
  expect(world.sentTo('committee')).toEqual([repeated])
  expect(reminders()).toEqual([])
})

it('F09 killed after HTTP 200, before `sent` is committed: two copies, the second marked, of a reminder one', async () => {
  const left = await killedThriceAt('deliver:after-http')
  expect(left).toContain('sending')
  expectCards(world, left)
  expect(marksOfCards(world)).toContainEqual([false, true])
  expect(world.sentTo('committee')).toEqual([escalation, repeated])
  expect(reminders()).toEqual([reminder])

  // Whoever presses a button of the first copy, which nobody remembers, is heard all the same.
  const forgotten = world.telegram.chat(chats.committee).fromBot[0]
  if (!forgotten) throw new Error('no first copy')
  const answer = await world.telegram.as(301).press(chats.committee, forgotten, '督办')
  expect(answer).toMatchObject({ answered: true, alert: false })
})

it('F10 killed after `sent` is committed, before the job completes: one send', async () => {
  const left = await killedThriceAt('deliver:after-sent')
  expect(left).toContain('sent')
  expectCards(world, left)
  expect(world.sentTo('committee')).toEqual([escalation])
  expect(reminders()).toEqual([reminder])
})
