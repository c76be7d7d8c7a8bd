import { expect, it } from 'vitest'
import { community, startWorld } from '../support/world.ts'

it('staff are told which clock runs, without what, and who hears next; the reporter in words for those who wait', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  world.news()
  await world.say('王师傅', '物业工单群', '为什么 1')
  await world.say('小陈', '业主群', '为什么 1')
  await world.say('老李', '业主群', '为什么 1')
  await world.say('李经理', '物业工单群', '/why 9')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "❓ #1 供电照明 · 5号楼1单元
    还没有人接手,今天 12:00 前应该有人接,到时没有就先提醒李经理,再报社区。",
        "#1 不是您报的,也没有附议。想看办到哪一步,发「进度 1」。",
      ],
      "物业工单群": [
        "❓ #1 供电照明 · 5号楼1单元 为什么催:
    接单时限 2 个工作小时,今天 10:00 起算;到期今天 12:00;今天 11:36 先提醒物业人员,今天 12:00 提醒李经理,今天 16:00 报社区党委。
    办结时限 3 个工作日,今天 10:00 起算;午休、周末不算;到期周一 10:00;周五 15:00 先提醒物业人员,周一 10:00 提醒李经理,周一 12:00 报社区党委。",
        "没有找到 #9。发「我的」看您报过的事。",
      ],
    }
  `)

  await world.press('王师傅', '物业工单群', /🟡 #1/, '接单')
  await world.say('王师傅', '物业工单群', '到场 1')
  await world.say('王师傅', '物业工单群', '挂起 1 等灯具厂家 到 11月19日10点')
  world.news()
  const card = world.telegram.chat(-1002).find(/#1 /)
  await world.say('王师傅', '物业工单群', '为什么催我', { replyTo: card?.id ?? 0 })
  await world.say('小陈', '业主群', '/why 1')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "❓ #1 供电照明 · 5号楼1单元
    在等灯具厂家,到明天 10:00;到时接着办。",
      ],
      "物业工单群": [
        "❓ #1 供电照明 · 5号楼1单元 为什么催:
    挂起,等灯具厂家,今天 10:00 起到明天 10:00;到时自动恢复,到场和办结的表都停着。",
      ],
    }
  `)

  await world.until('2026-11-19 10:00')
  await world.say('王师傅', '物业工单群', '承诺 1 明天17:00')
  world.news()
  await world.say('陈书记', '督办群', '为什么 1')
  await world.say('小陈', '业主群', '为什么 1')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "❓ #1 供电照明 · 5号楼1单元
    王师傅 说好明天 17:00 前办好。
    王师傅 在办,应该周二 10:00 前办好,到时没有就先提醒李经理,再报社区。",
      ],
      "督办群": [
        "❓ #1 供电照明 · 5号楼1单元 为什么催:
    办结时限 3 个工作日,昨天 10:00 起算;午休、周末、挂起(等灯具厂家 昨天 10:00–今天 10:00)不算;到期周二 10:00;周一 15:00 先提醒王师傅,周二 10:00 提醒李经理,周二 12:00 报社区党委。
    说好的时间;到期明天 17:00;明天 10:48 先提醒王师傅,明天 17:00 提醒李经理。",
      ],
    }
  `)

  await world.say('陈书记', '督办群', '督办 1 李经理 到 11月24日18点')
  world.news()
  await world.say('王师傅', '物业工单群', '为什么 1')
  await world.say('小陈', '业主群', '为什么 1')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "❓ #1 供电照明 · 5号楼1单元
    王师傅 说好明天 17:00 前办好。
    社区 李经理 在督办,要求周二 18:00 前办好,到时没有就先提醒李经理,再报社区。",
      ],
      "物业工单群": [
        "❓ #1 供电照明 · 5号楼1单元 为什么催:
    社区督办(李经理)定的时间;到期周二 18:00;周一 16:24 先提醒王师傅,周二 18:00 提醒李经理,周三 10:30 报社区党委。
    说好的时间;到期明天 17:00;明天 10:48 先提醒王师傅,明天 17:00 提醒李经理。",
      ],
    }
  `)
  await world.say('王师傅', '物业工单群', '办结 1 已换灯')
  world.news()
  await world.say('王师傅', '物业工单群', '为什么 1')
  await world.say('小陈', '业主群', '为什么 1')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "❓ #1 供电照明 · 5号楼1单元
    已经办完,等您说好没好;周日 10:00 前没有回复就先结案。",
      ],
      "物业工单群": [
        "❓ #1 供电照明 · 5号楼1单元 为什么催:
    已办结,等住户确认;周日 10:00 没有答复就结案。",
      ],
    }
  `)
  await world.say('小陈', '业主群', '已解决 1')
  world.news()
  await world.say('王师傅', '物业工单群', '为什么 1')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "❓ #1 供电照明 · 5号楼1单元 为什么催:
    现在没有在走的表:已结案。",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})

it('an emergency has no finish time, and says so; in English too', async () => {
  const world = await startWorld({
    communities: [
      `
community: { name: Happy Lane, language: en }
chats:
  - { id: -1001, role: residents, title: Residents }
  - { id: -1002, role: staff, title: Staff }
people:
  - { id: 101, name: 王师傅, role: staff }
  - { id: 201, name: 李经理, role: manager }
`,
    ],
  })
  await world.say('张女士', '业主群', 'Somebody is trapped in the lift, building 3')
  world.news()
  await world.say('王师傅', '物业工单群', '/why 1')
  await world.say('张女士', '业主群', 'why 1')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "❓ #1 Lift trouble · Building 3
    Nobody has taken it yet; somebody should by today 10:05; if not, 李经理 is reminded first.
    Danger has no finish time: it is worked on until it is safe.",
      ],
      "物业工单群": [
        "❓ Why you are reminded of #1 Lift trouble · Building 3:
    5 min to take it, from today 10:00; due today 10:05; today 10:04 property staff will be warned, today 10:05 李经理 will hear of it.
    An emergency has no finish time: it goes on until it is safe.",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})

it('a promise whose time has come is no longer told as one to come', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.say('王师傅', '物业工单群', '承诺 1 今天17:00')
  world.news()
  await world.say('小陈', '业主群', '为什么 1')
  expect(world.news().业主群?.[0]).toContain('王师傅 说好今天 17:00 前办好。')
  await world.until('2026-11-18 17:01')
  world.news()
  await world.say('小陈', '业主群', '为什么 1')
  expect(world.news().业主群?.[0]).toContain('王师傅 说好今天 17:00 前办好,时间已经过了。')
  expect(world.errors).toEqual([])
})

it('holidays are said by name, and a working day without hours is no weekend', async () => {
  const world = await startWorld({
    at: '2026-09-30 10:00',
    communities: [`${community}calendar: { holidays: cn, special_hours: { "2026-10-08": [] } }\n`],
  })
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  world.news()
  await world.say('王师傅', '物业工单群', '为什么 1')
  expect(world.news().物业工单群?.[0]).toContain('午休、周末、国庆节 10/1–10/2 10/5–10/7、停工 10/8不算')
  expect(world.errors).toEqual([])
})
