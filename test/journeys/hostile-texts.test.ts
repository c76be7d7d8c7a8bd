import { expect, it } from 'vitest'
import { startWorld, type World } from '../support/world.ts'

const family = '👨‍👩‍👧‍👦'

/** Reports, said to be such, with what no sane person writes behind them. */
const oddities = [
  `报修 5号楼1单元楼道灯不亮${'👨\u200d'.repeat(4_096)}`,
  `报修 5号楼2单元楼道灯不亮${family.repeat(1_000)}`,
  `报修 3号楼1单元楼道灯不亮${'长'.repeat(100_000)}`,
  '报修 3号楼2单元楼道灯不亮\u0000\ud800 快点',
  '报修 3号楼大门坏了\u202e已办结\u202c',
]

/** A text as Telegram hands it over, past every limit of a client. */
async function hears(world: World, messageId: number, text: string): Promise<void> {
  const chat = { id: -1001, type: 'supergroup', title: '业主群' }
  const message = { message_id: messageId, date: 1_794_967_200, chat, from: world.as('张女士').user, text }
  world.telegram.inject({ message } as never)
  await world.settle()
}

it('F46 whatever follows its words, a report becomes a ticket: NUL and tricks go, what is too long ends on a grapheme', async () => {
  const world = await startWorld()
  for (const [n, text] of oddities.entries()) await hears(world, 9_000 + n, text)
  const tickets = await world.sql<{ number: number; text: string }[]>`select number, text from ticket order by number`
  expect(tickets.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
  const kept = tickets.map(({ text }) => text)
  for (const text of kept) {
    expect(text.isWellFormed()).toBe(true)
    expect(text).not.toContain('\0')
  }
  expect(kept[1]?.replaceAll(family, '')).toBe('5号楼2单元楼道灯不亮')
  // Half a pair is what a database cannot keep: its place is marked.
  expect(kept[3]).toBe('3号楼2单元楼道灯不亮\ufffd 快点')
  const cards = world.shows('物业工单群')
  expect(cards).toHaveLength(5)
  for (const card of cards) expect(card).not.toMatch(/[\u202a-\u202e]/)
  expect(cards[1]?.split('\n')[1]?.replaceAll(family, '')).toBe('“5号楼2单元楼道灯不亮…” — 张女士 10:00')
  expect(cards[4]).toContain('3号楼大门坏了已办结')
  expect(world.errors).toEqual([])
})

it('T09 a report that names a hundred people and a link calls nobody: no mention, no preview, in no chat', async () => {
  const world = await startWorld()
  world.telegram.addUser({ id: 405, first_name: '@admin https://evil.example' })
  const names = Array.from({ length: 100 }, (_, n) => `@person_${n}`).join(' ')
  await world.telegram
    .as(405)
    .say(-1001, `@admin 5号楼1单元楼道灯坏了,快派人来修 ${names} https://evil.example/x evil.example`)
  await world.until('2026-11-18 16:00') // warned, overdue, before the committee
  await world.say('王师傅', '物业工单群', '接单 1')
  await world.say('王师傅', '物业工单群', '办结 1 找 @person_7 看过 t.me/evil')
  const written = world.telegram.chats().flatMap(({ messages }) => messages.filter(({ byBot }) => byBot))
  expect(written.map(({ text }) => text).join()).toContain('person_1')
  const entities = written.flatMap(({ wire }) => wire.entities ?? [])
  expect(entities.filter(({ type }) => ['mention', 'url', 'bot_command', 'hashtag'].includes(type))).toEqual([])
  const calls = ['sendMessage', 'editMessageText'].flatMap((method) => world.telegram.callsTo(method))
  expect(calls.length).toBeGreaterThan(5)
  for (const { params } of calls) {
    const options: unknown = params.link_preview_options
    expect(typeof options === 'string' ? JSON.parse(options) : options).toEqual({ is_disabled: true })
  }
  expect(world.errors).toEqual([])
})
