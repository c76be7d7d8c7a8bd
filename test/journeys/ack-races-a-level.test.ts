import { expect, it, onTestFinished } from 'vitest'
import { createApp } from '../../src/app/create-app.ts'
import { standingClock } from '../../src/clocks.ts'
import { randomIds } from '../../src/ids.ts'
import { createTestDatabase } from '../support/database.ts'
import { community, instant, readSetup } from '../support/world.ts'

const rounds = 24
const wang = { userId: 101, name: '王师傅', username: null }
const chen = { userId: 403, name: '小陈', username: null }

/** The response clock's levels and who took it, in the order in which they were recorded. */
const legal = ['acknowledged', 'escalated acknowledged']

it('an acknowledgement at the very moment of a level has one outcome, and nothing is left to send after it', async () => {
  const database = await createTestDatabase()
  onTestFinished(database.drop)
  const { sql } = database
  const clock = standingClock(instant('2026-11-18 10:00'))
  const app = createApp({
    store: database.store,
    clock,
    ids: randomIds,
    bot: () => ({ id: 1, username: 'huying_bot', canReadAll: true }),
    chatMember: async () => 'member',
  })
  await app.importCommunity(readSetup(community))
  let update = 0
  const inbox = async (): Promise<number> => {
    update += 1
    const [row] = await sql<{ id: number }[]>`
      insert into inbox (bot_id, update_id, received_at) values (1, ${update}, ${clock.now()}) returning id`
    return row?.id ?? 0
  }
  const group = { chatKind: 'group', chatTitle: '', threadId: null, edited: false, forwarded: false } as const
  const bare = { attachments: [], mediaGroupId: null, replyTo: null, addressed: false } as const
  for (let messageId = 1; messageId <= rounds; messageId += 1) {
    const at = { date: clock.now(), receivedAt: clock.now() }
    const text = '报修 楼道灯不亮'
    await app.receiveMessage({
      ...group,
      ...bare,
      ...at,
      inboxId: await inbox(),
      chatId: -1001,
      messageId,
      author: chen,
      text,
    })
  }
  clock.moveTo(instant('2026-11-18 12:00'))
  const cards = await sql<{ ticketId: number; token: string; dueId: number }[]>`
    select p.ticket_id, p.token, d.id as due_id from post p join due d on d.ticket_id = p.ticket_id
    where p.chat_id = -1002 and p.kind = 'card' and d.clock = 'acknowledge' order by p.ticket_id`
  expect(cards).toHaveLength(rounds)
  const seen = new Set<string>()
  for (const [index, { ticketId, token, dueId }] of cards.entries()) {
    const press = { chatId: -1002, messageId: 1, user: wang, token, action: 'ack', arg: null, at: clock.now() } as const
    const inboxId = await inbox()
    const both = [() => app.pressButton({ ...press, inboxId }), () => app.runDue(dueId)]
    const order = index % 2 === 0 ? both : both.toReversed()
    // The first two one after the other, so that both outcomes are seen; the rest at once.
    if (index < 2) for (const start of order) await start()
    else await Promise.all(order.map((start) => start()))
    const events = await sql<{ type: string }[]>`
      select type from ticket_event where ticket_id = ${ticketId} and type in ('escalated', 'acknowledged') order by seq`
    const history = events.map(({ type }) => type).join(' ')
    expect(legal).toContain(history)
    seen.add(history)
    const pending =
      await sql`select from outbox where ticket_id = ${ticketId} and purpose = 'escalation' and status = 'pending'`
    expect(pending).toHaveLength(0)
    const again =
      await sql`select from due where ticket_id = ${ticketId} and clock = 'acknowledge' and decided_at is null`
    expect(again).toHaveLength(0)
  }
  expect([...seen].toSorted()).toEqual(legal)
})
