import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { endOf, reports } from '../support/killable-bot.ts'
import { KillableWorld } from '../support/killable-world.ts'
import { expectCards } from '../support/repeated-cards.ts'

// Each test starts several processes, each of which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

/**
 * The way of a message from Telegram to the queue: wherever kill -9 hits it, there is one ticket and one card in each
 * chat afterwards. What happens to a message on its way out is in kill-9-while-sending.
 */

let world: KillableWorld
beforeEach(async () => {
  world = await KillableWorld.open()
})
afterEach(() => world.close())

/** Kills the bot at the point while it handles one report; answers what it left behind. */
async function killedAt(point: string) {
  const bot = await world.start(point)
  world.report(reports.quiet)
  expect(await endOf(bot)).toEqual({ code: null, signal: 'SIGKILL' })
  return world.traces()
}

async function allIsWellAfterRestart(): Promise<void> {
  await restartedAndAtRest()
  expect(world.sentTo('residents')).toEqual([expect.stringMatching(/^💡 #1 /)])
  expect(world.sentTo('staff')).toEqual([expect.stringMatching(/^🟡 #1 /)])
  expect(world.sentTo('committee')).toEqual([])
}

async function restartedAndAtRest(): Promise<void> {
  const bot = await world.start()
  await world.settled()
  expect(await bot.end('SIGTERM')).toEqual({ code: 0, signal: null })
  expect(await world.traces()).toEqual({ ...done, outbox: ['sent', 'sent'] })
}

/** How often Telegram handed an update over. */
function handedOut(): number {
  return world.telegram.callsTo('getUpdates').filter(({ outcome }) => (outcome.result as unknown[]).length > 0).length
}

const onTheWay = expect.stringMatching(/^(pending|sending)$/)
const done = { unconfirmed: 0, inbox: ['done'], tickets: 1, handedOver: 2 }

it('F01 killed after getUpdates, before the inbox commit', async () => {
  expect(await killedAt('intake:before-commit')).toEqual({
    unconfirmed: 1,
    inbox: [],
    tickets: 0,
    outbox: [],
    handedOver: 0,
  })
  await allIsWellAfterRestart()
  expect(handedOut()).toBe(2)
})

it('F02 killed after the inbox commit, before the offset moves', async () => {
  expect(await killedAt('intake:after-commit')).toEqual({
    unconfirmed: 1,
    inbox: ['pending'],
    tickets: 0,
    outbox: [],
    handedOver: 0,
  })
  await allIsWellAfterRestart()
  expect(handedOut()).toBe(2)
})

it("F03 killed after the inbox commit, before the ticket's transaction", async () => {
  expect(await killedAt('worker:before-transaction')).toMatchObject({ inbox: ['pending'], tickets: 0, outbox: [] })
  await allIsWellAfterRestart()
})

it("F04 killed inside the ticket's transaction: all or nothing", async () => {
  expect(await killedAt('app:in-transaction')).toMatchObject({ inbox: ['pending'], tickets: 0, outbox: [] })
  await allIsWellAfterRestart()
})

it('F05 killed after the commit, before the relay enqueues', async () => {
  const left = { inbox: ['done'], tickets: 1, outbox: ['pending', 'pending'], handedOver: 0 }
  expect(await killedAt('relay:before-enqueue')).toMatchObject(left)
  expect(await world.jobs()).toBe(0)
  await allIsWellAfterRestart()
})

it('F06 killed after the enqueue, before the outbox is marked', async () => {
  const left = await killedAt('relay:after-enqueue')
  // A worker may have taken a job before the relay died; whoever did so had not been told yet that it was handed over.
  expect(left).toMatchObject({ inbox: ['done'], tickets: 1, outbox: [onTheWay, onTheWay], handedOver: 0 })
  expect(await world.jobs()).toBe(2)
  await restartedAndAtRest()
  expectCards(world, left.outbox)
  expect(world.sentTo('committee')).toEqual([])
})
