import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('T03 T04 T10 whoever has no role, or none any more, or hides who he is changes nothing, by button, by line and by reply, and is told why', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  world.news()
  for (const button of ['接单', '转派', '挂起', '办结']) {
    expect(await world.press('陌生人', '物业工单群', '#1', button)).toMatch(/只有|不能/)
  }
  expect(world.news()).toEqual({})
  await world.say('陌生人', '物业工单群', '接单 1')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "只有物业人员可以接单。需要帮忙请找 李经理。",
      ],
    }
  `)
  for (const line of ['看经过 1', '/history 1']) {
    await world.say('陌生人', '物业工单群', line)
    expect(Object.values(world.news()).flat().join()).toContain('只有')
  }
  await world.say('王师傅', '物业工单群', '看经过 1')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "📜 #1 电梯故障 · 3号楼2单元
    10:00 登记",
      ],
    }
  `)
  const card = world.telegram.chat(-1002).find('🔴 #1')
  await world.say('陌生人', '物业工单群', '办结', { replyTo: card?.id ?? 0 })
  expect(Object.values(world.news()).flat().join()).toContain('只有')
  expect(world.shows('物业工单群')[0]).toContain('[接单]')

  // A resident is no staff either; staff is no committee; a role taken away is gone at the next press.
  expect(await world.press('张女士', '物业工单群', '🔴 #1', '接单')).toContain('只有')
  await world.say('李经理', '物业工单群', '免去 物业', { replyTo: (await world.say('王师傅', '物业工单群', '在')).id })
  world.news()
  expect(await world.press('王师傅', '物业工单群', '🔴 #1', '接单')).toContain('只有')

  // An anonymous administrator could be anybody, and so could a channel, also the group's own.
  const channel = { id: -1_009, title: '李经理' }
  for (const nobody of [
    world.telegram.as(201, { anonymous: true }),
    world.telegram.asChannel(channel),
    world.telegram.asChannel(channel, { linked: true }),
  ]) {
    nobody.say(-1002, '接单 1')
    await world.settle()
    nobody.say(-1002, '办结', { replyTo: card?.id ?? 0 })
    await world.settle()
    expect(Object.values(world.news()).flat().join()).toMatch(/^(只有.*)?$/)
  }
  expect(await world.sql`select status from ticket`).toEqual([{ status: 'open' }])

  // Nobody is somebody by name.
  for (const [n, name] of ['王师傅', '王\u200b师傅', '\u202e傅师王', '李经理'].entries()) {
    world.telegram.addUser({ id: 600 + n, first_name: name })
    world.telegram.as(600 + n).say(-1002, '接单 1')
    await world.settle()
    expect(Object.values(world.news()).flat().join()).toContain('只有')
  }
  expect(await world.sql`select status from ticket`).toEqual([{ status: 'open' }])
  expect(world.errors).toEqual([])
})

it('a resident who replies to the card with a staff word is told who may, and nothing is noted down', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  const card = world.telegram.chat(-1001).find('#1')
  if (!card) throw new Error('no card')
  const staffCard = world.shows('物业工单群')
  world.news()
  const replies = ['接单', '办结 已换灯', '挂起 等配件厂家 到 周五18:00']
  const answers: Record<string, unknown> = {}
  for (const line of replies) {
    await world.say('张女士', '业主群', line, { replyTo: card.id })
    answers[line] = world.news()
  }
  expect(answers).toMatchInlineSnapshot(`
    {
      "办结 已换灯": {
        "业主群": [
          "只有物业人员可以办结。需要帮忙请找 李经理。",
        ],
      },
      "挂起 等配件厂家 到 周五18:00": {
        "业主群": [
          "只有物业人员可以挂起。需要帮忙请找 李经理。",
        ],
      },
      "接单": {
        "业主群": [
          "只有物业人员可以接单。需要帮忙请找 李经理。",
        ],
      },
    }
  `)
  expect(world.shows('物业工单群')).toEqual(staffCard)

  // What residents say every day is refused to nobody.
  for (const line of ['收到', '好的', '修好了吗?']) await world.say('张女士', '业主群', line, { replyTo: card.id })
  expect(Object.values(world.news()).flat().join()).not.toContain('只有')
  expect(world.errors).toEqual([])
})

it('T06 in a group that nobody bound the bot is mute and leaves', async () => {
  const world = await startWorld()
  world.telegram.addGroup({ id: -3001, title: '别的群', owner: 499, members: [499], bot: false })
  world.telegram.addBot(-3001, 499)
  await world.telegram.as(499).say(-3001, '3号楼2单元电梯坏了')
  await world.telegram.as(499).say(-3001, '/bind AAAA-BBBB')
  await world.settle()
  expect(world.news()).toEqual({})
  await world.until('2026-11-18 10:20')
  expect(world.telegram.callsTo('leaveChat').map(({ params }) => params.chat_id)).toEqual([-3001])
  expect(world.news()).toEqual({})
})
