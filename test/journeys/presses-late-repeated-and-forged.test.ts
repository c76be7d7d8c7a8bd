import { expect, it } from 'vitest'
import type { MessageView } from '../../src/sandbox/view.ts'
import { type ChatName, startWorld, type UserName, type World } from '../support/world.ts'

const report = '3号楼2单元电梯坏了'
const groups = { 业主群: -1001, 物业工单群: -1002 } as const

function cardIn(world: World, chat: keyof typeof groups, number: string): MessageView {
  const card = world.telegram.chat(groups[chat]).find(number)
  if (!card) throw new Error(`no card of ${number} in ${chat}`)
  return card
}

const dataOf = (card: MessageView, label: string): string =>
  card.keyboard.flat().find(({ text }) => text === label)?.callback_data ?? ''

/** How often the history of a ticket says that it was taken. */
async function takings(world: World, number: number): Promise<number> {
  const events = await world.sql`
    select 1 from ticket_event e join ticket t on t.id = e.ticket_id where t.number = ${number} and type = 'acknowledged'`
  return events.length
}

/** A press whose query Telegram has forgotten: it can no longer be answered. */
async function pressTooLate(world: World, name: UserName, card: MessageView, data: string): Promise<number> {
  const { update_id } = world.telegram.inject({
    callback_query: { id: '4711', from: world.as(name).user, message: card.wire, chat_instance: '1', data },
  } as never)
  await world.settle()
  return update_id
}

it('F40 T02 a press that comes too late to be answered counts, once; handed over again or forged it does nothing', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', report)
  world.news()
  const card = cardIn(world, '物业工单群', '#1')
  const ack = dataOf(card, '接单')
  const updateId = await pressTooLate(world, '王师傅', card, ack)
  expect(world.telegram.callsTo('answerCallbackQuery').at(-1)?.outcome.ok).toBe(false)
  expect(Object.keys(world.news()).sort()).toEqual(['业主群', '物业工单群'])
  expect(cardIn(world, '物业工单群', '#1').text).toContain('王师傅 已接单')

  // The same update again, and the same press as a new one: the database has the last word.
  world.telegram.redeliver(updateId)
  await world.settle()
  await pressTooLate(world, '刘师傅', card, ack)
  const { text } = await world.as('刘师傅').press(groups.物业工单群, card, { data: ack })
  expect(text).toContain('已经有人接了')
  expect(world.news()).toEqual({})
  expect(await takings(world, 1)).toBe(1)

  // Shaped like ours but never written by us; ours, but of another chat; ours with something added.
  const done = dataOf(cardIn(world, '物业工单群', '#1'), '办结')
  const forgeries: [ChatName & keyof typeof groups, string][] = [
    ...Array.from({ length: 100 }, (_, n): ['物业工单群', string] => ['物业工单群', `${`${n}`.padEnd(16, 'x_-A9')}re`]),
    ['业主群', done],
    ['物业工单群', dataOf(cardIn(world, '业主群', '#1'), '+1 我家也是')],
    ['物业工单群', `${done}' or 1=1`.padEnd(70)],
    ['物业工单群', `${done.slice(0, 16)}__`],
    ['物业工单群', `${done.slice(0, 15)}${done.at(15) === 'A' ? 'B' : 'A'}re`],
    ['物业工单群', '__proto__'],
    ['物业工单群', ''],
  ]
  const before = await world.sql`select version from ticket`
  for (const [chat, data] of forgeries) {
    const answer = world.as('王师傅').press(groups[chat], cardIn(world, chat, '#1'), { data })
    await world.settle()
    expect((await answer).text).toMatch(/按钮已失效/)
  }
  expect(world.news()).toEqual({})
  expect(await world.sql`select version from ticket`).toEqual(before)
  expect(world.errors).toEqual([])
})

it('T12 a hundred presses at once are one change, and each is answered once', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', report)
  world.news()
  const card = cardIn(world, '物业工单群', '#1')
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      world.as(n % 2 === 0 ? '王师傅' : '刘师傅').press(groups.物业工单群, card, '接单', { waitMs: 25_000 }),
    ),
  )
  await world.settle()
  expect(answers.every(({ answered }) => answered)).toBe(true)
  expect(answers.filter(({ alert }) => !alert)).toHaveLength(1)
  expect(world.telegram.callsTo('answerCallbackQuery')).toHaveLength(100)
  expect(await takings(world, 1)).toBe(1)
  const news = world.news()
  expect([news.业主群?.length, news.物业工单群?.length, Object.keys(news).length]).toEqual([1, 1, 2])
  expect(world.errors).toEqual([])
})
