import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('a neighbour supports by button, by line, or when the bot sees the same matter and offers it', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  world.news()
  expect(await world.press('老李', '业主群', '#1', '+1 我家也是')).toMatchInlineSnapshot(`"#1 +1 已记下,谢谢"`)
  expect(await world.press('老李', '业主群', '#1', /我家也是/)).toMatchInlineSnapshot(`"#1 您已经 +1 过了,谢谢。"`)
  expect(await world.press('张女士', '业主群', '#1', /我家也是/)).toMatchInlineSnapshot(
    `"#1 就是您报的,不用 +1。要补充,直接回复卡片。"`,
  )
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 🛗 #1 电梯故障 · 3号楼2单元
    紧急 · 已通知值班 王师傅
    今天 10:15 前会有人接单
    网格员:赵网格
    [+1 我家也是 · 1] [补充] [不是报修]",
      ],
      "物业工单群": [
        "✎ 🔴 #1 紧急 电梯故障 · 3号楼2单元
    “3号楼2单元电梯坏了” — 张女士 10:00 · 附议 1
    接单 10:15 前 · 到场 10:30 前 · 办结 明天 10:00 前
    值班:王师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
      ],
    }
  `)

  await world.say('小陈', '业主群', '3号楼2单元电梯又不动了')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "#1 已经在办,像是同一件:3号楼2单元电梯又不动了
    [+1 到 #1] [另报一件]",
      ],
    }
  `)
  expect(await world.press('老李', '业主群', '像', /\+1/)).toMatchInlineSnapshot(`"这是问报的人的,等本人来选。"`)
  await world.press('小陈', '业主群', '像', /\+1/)
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 🛗 #1 电梯故障 · 3号楼2单元
    紧急 · 已通知值班 王师傅
    今天 10:15 前会有人接单
    网格员:赵网格
    [+1 我家也是 · 2] [补充] [不是报修]",
        "✎ (deleted)",
      ],
      "物业工单群": [
        "✎ 🔴 #1 紧急 电梯故障 · 3号楼2单元
    “3号楼2单元电梯坏了” — 张女士 10:00 · 附议 2
    接单 10:15 前 · 到场 10:30 前 · 办结 明天 10:00 前
    值班:王师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})

it('"register separately" makes a ticket, and so does an offer that nobody answers', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  await world.say('老李', '业主群', '3号楼2单元电梯坏了')
  await world.press('老李', '业主群', '像', '另报一件')
  await world.say('小陈', '业主群', '3号楼2单元电梯不动了')
  await world.until('2026-11-18 10:10')
  expect(world.shows('业主群').map((text) => text.split('\n')[0])).toMatchInlineSnapshot(`
    [
      "🛗 #1 电梯故障 · 3号楼2单元",
      "🛗 #2 电梯故障 · 3号楼2单元",
      "🛗 #3 电梯故障 · 3号楼2单元",
    ]
  `)
})

it('a picture that came with the words is kept on the ticket it was added to', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  await world.as('老李').photo(-1001, { caption: '3号楼2单元电梯坏了' })
  await world.settle()
  await world.press('老李', '业主群', '像', /\+1/)
  expect(world.shows('物业工单群')).toHaveLength(1)
  expect(world.shows('物业工单群')[0]).toContain('附议 1')
  expect(world.shows('物业工单群')[0]).toContain('[看照片(1)]')
  expect(world.errors).toEqual([])
})

it('is offered for the same fault at the same place only: no other floor, no other unit, nothing without a place', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '5号楼1单元3楼楼道灯坏了')
  for (const other of ['5号楼1单元4楼楼道灯坏了', '5号楼2单元3楼楼道灯坏了', '3号楼1单元3楼楼道灯坏了', '楼道灯坏了']) {
    await world.say('老李', '业主群', other)
  }
  expect(world.shows('业主群').map((text) => text.split('\n')[0])).toMatchInlineSnapshot(`
    [
      "💡 #1 供电照明 · 5号楼1单元",
      "💡 #2 供电照明 · 5号楼1单元",
      "💡 #3 供电照明 · 5号楼2单元",
      "💡 #4 供电照明 · 3号楼1单元",
      "💡 #5 供电照明",
    ]
  `)
  world.news()
  await world.say('小陈', '业主群', '5号楼1单元3楼楼道灯坏了')
  // The elevator is one for all floors.
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  await world.say('小陈', '业主群', '3号楼2单元7楼电梯坏了')
  expect(world.news().业主群).toMatchInlineSnapshot(`
    [
      "#1 已经在办,像是同一件:5号楼1单元3楼楼道灯坏了
    [+1 到 #1] [另报一件]",
      "🛗 #6 电梯故障 · 3号楼2单元
    紧急 · 已通知值班 王师傅
    今天 10:15 前会有人接单
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
      "#6 已经在办,像是同一件:3号楼2单元7楼电梯坏了
    [+1 到 #6] [另报一件]",
    ]
  `)
  expect(world.errors).toEqual([])
})
