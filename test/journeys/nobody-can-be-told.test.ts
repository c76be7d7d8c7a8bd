import { expect, it } from 'vitest'
import { community, startWorld, type World } from '../support/world.ts'

/** The same neighbourhood with these committee chats; Telegram knows only those that it has been told of. */
const withCommittee = (...ids: readonly number[]): string =>
  community.replace(
    '  - { id: -1003, role: committee, title: 督办群 }',
    ids.map((id) => `  - { id: ${id}, role: committee, title: 督办群${id} }`).join('\n'),
  )

/** A broken lamp that nobody takes, until the committee is called; what its calls came to. */
async function calledCommittee(world: World) {
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  world.news()
  await world.until('2026-11-18 16:00')
  return world.sql<{ chatId: number; status: string }[]>`
    select o.chat_id, o.status from outbox o join post p on p.id = o.post_id
    where o.purpose = 'escalation' and p.body ->> 'audience' = 'committee' order by o.chat_id`
}

const reach = async (world: World) => (await world.huying.health()).parts.reach

it('F37 a committee chat is gone: the other one hears each call, once, and the lost call never counts as sent', async () => {
  const world = await startWorld({ communities: [withCommittee(-1009, -1003)], owners: [201] })
  const calls = await calledCommittee(world)
  expect(calls).toEqual([
    { chatId: -1009, status: 'failed' },
    { chatId: -1003, status: 'sent' },
  ])
  const news = world.news()
  expect(news.督办群?.filter((text) => text.startsWith('📣 请督办 #1'))).toHaveLength(1)
  expect(news.督办群?.filter((text) => text.includes('「督办群-1009」发不进去了'))).toHaveLength(1)
  expect(news.李经理).toBeUndefined()
  expect(await reach(world)).toEqual({ ok: true, detail: { unheard: 0 } })
})

it('F37 the only committee chat is gone: the owners hear the call in private and may act on it', async () => {
  const world = await startWorld({ communities: [withCommittee(-1009)], owners: [201] })
  const calls = await calledCommittee(world)
  expect(calls).toEqual([
    { chatId: -1009, status: 'failed' },
    { chatId: 201, status: 'sent' },
  ])
  expect(world.news().李经理?.filter((text) => text.startsWith('📣 请督办 #1'))).toHaveLength(1)
  expect(await reach(world)).toEqual({ ok: true, detail: { unheard: 0 } })
})

it('F37 nobody can be told at all: health is red until somebody can, and then the call is made', async () => {
  const world = await startWorld({ communities: [withCommittee(-1009)], owners: [201] })
  world.as('李经理').blockBot()
  await world.settle()
  const calls = await calledCommittee(world)
  expect(calls.map(({ status }) => status)).toEqual(['failed', 'failed'])
  expect(await world.huying.health()).toMatchObject({ ok: false, parts: { reach: { ok: false } } })
  world.news()
  world.telegram.addGroup({ id: -1009, title: '新督办群', owner: 301, members: [], bot: false })
  world.telegram.addBot(-1009, 301)
  // A chat that refused rests for ten minutes.
  await world.until('2026-11-18 16:15')
  expect(world.news().新督办群?.filter((text) => text.startsWith('📣 请督办 #1'))).toHaveLength(1)
  expect(await world.huying.health()).toMatchObject({ ok: true })
  // Said once, whatever comes back how often.
  world.telegram.kickBot(-1009, 301)
  await world.settle()
  world.telegram.addBot(-1009, 301)
  await world.settle()
  expect((world.news().新督办群 ?? []).filter((text) => text.startsWith('📣 请督办 #1'))).toEqual([])
})

it('F38 somebody has shut the private chat: a group of his is told once a day, without a word of the matter', async () => {
  const world = await startWorld()
  await world.as('张女士').start()
  await world.settle()
  await world.say('张女士', '业主群', '大家好')
  await world.say('张女士', 'dm', '3号楼2单元601王老太一个人住,病了没人照顾')
  world.as('张女士').blockBot()
  await world.settle()
  world.news()
  for (const line of ['接单 1', '挂起 1 等子女 到 周五', '接单 1', '办结 1 子女来了'])
    await world.say('王师傅', '物业工单群', line)
  const before = world.telegram.callsTo('sendMessage').length
  expect(world.news().业主群).toMatchInlineSnapshot(`
    [
      "张女士,我给您发的私信没送到。请点 @huying_bot 打开私聊,发一句「你好」就行。",
    ]
  `)
  await world.say('王师傅', '物业工单群', '重开 1 又来了')
  await world.say('王师傅', '物业工单群', '办结 1 又好了')
  expect(world.news().业主群).toBeUndefined()
  expect(world.telegram.callsTo('sendMessage').length - before).toBeLessThan(6)
  expect(await reach(world)).toEqual({ ok: true, detail: { unheard: 0 } })
})

it('F38 staff who never opened the private chat are told in the staff group, where the owners are told of the machine', async () => {
  const world = await startWorld({ owners: [201] })
  world.as('李经理').blockBot()
  await world.settle()
  await world.huying.app.alarm('job-given-up')
  await world.huying.app.alarm('queue-may-forget')
  await world.settle()
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "李经理,我给您发的私信没送到。请点 @huying_bot 打开私聊,发一句「你好」就行。",
      ],
    }
  `)
})
