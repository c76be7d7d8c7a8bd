import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('ads, notices by the property, thanks, solved matters and appointments get no answer', async () => {
  const world = await startWorld()
  for (const line of [
    '疏通下水道 18元起 随叫随到 电话13800138000',
    '【物业通知】明天上午9点到12点3号楼停水检修,请提前储水',
    '谢谢王师傅,电梯修好了',
    '3号楼电梯已经修好了',
    '电梯口见',
    '早上好',
  ]) {
    await world.say('张女士', '业主群', line)
  }
  expect(world.news()).toEqual({})
  // To the bot alone thanks are no report either, and nobody is asked to register them.
  await world.say('张女士', 'dm', '谢谢')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "张女士": [
        "没看明白。请换个说法,或发「帮助」看我能做什么。",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})

it('a report in Traditional Chinese is one like any other', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '3號樓2單元電梯又壞了,老人下不來')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "🛗 #1 电梯故障 · 3号楼2单元
    紧急 · 已通知值班 王师傅
    今天 10:15 前会有人接单
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
      ],
      "物业工单群": [
        "🔴 #1 紧急 电梯故障 · 3号楼2单元
    “3号楼2单元电梯又坏了,老人下不来” — 张女士 10:00
    接单 10:15 前 · 到场 10:30 前 · 办结 明天 10:00 前
    值班:王师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})
