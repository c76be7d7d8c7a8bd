import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('staff write it as they talk, see what was understood, and publish: pinned, reminded, begun, extended, over', async () => {
  const world = await startWorld()
  world.telegram.setBotStatus(-1001, 'administrator')
  await world.say('刘师傅', '物业工单群', '明天9点到15点 3、5号楼停水')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "📝 停水通知,我这样理解,发布吗?
    3号楼、5号楼 · 周四 11/19 09:00–15:00(6 小时)
    发到:业主群
    ⚠️ 计划停水应提前 24 小时公告(城市供水条例第二十二条),现在只提前 23 小时。照发也行;是抢修就回复「抢修」。
    [发布] [改] [不发]",
      ],
    }
  `)
  await world.press('刘师傅', '物业工单群', '我这样理解', '改')
  await world.say('刘师傅', '物业工单群', '10点到16点', {
    replyTo: world.telegram.chat(-1002).find('我这样理解')?.id ?? 0,
  })
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "✎ 📝 停水通知,我这样理解,发布吗?
    3号楼、5号楼 · 周四 11/19 10:00–16:00(6 小时)
    发到:业主群
    [发布] [改] [不发]",
      ],
    }
  `)
  expect(await world.press('刘师傅', '物业工单群', '我这样理解', '发布')).toBe('已发布')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "🚰 停水通知:3号楼、5号楼
    周四 11/19 10:00–16:00
    请提前存水,用完关好水龙头。",
        "",
      ],
      "物业工单群": [
        "✎ 📢 停水 · 3号楼、5号楼 · 周四 11/19 10:00–16:00
    刘师傅 周三 11/18 10:00 发布,发到:业主群
    [改时间] [取消]",
      ],
    }
  `)
  expect(world.telegram.callsTo('pinChatMessage').map(({ params }) => params)).toMatchInlineSnapshot(`
    [
      {
        "chat_id": -1001,
        "disable_notification": true,
        "message_id": 1,
      },
    ]
  `)
  await world.until('2026-11-19 07:59')
  expect(world.news()).toEqual({})
  await world.until('2026-11-19 08:00')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "⏰ 再过 2 小时停水:3号楼、5号楼,周四 11/19 10:00–16:00。请提前存水,用完关好水龙头。",
      ],
    }
  `)
  await world.until('2026-11-19 10:00')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 🚰 正在停水:3号楼、5号楼
    预计周四 11/19 16:00 恢复。有变化在这里更新。",
      ],
      "物业工单群": [
        "✎ 📢 停水 · 3号楼、5号楼 · 周四 11/19 10:00–16:00
    刘师傅 周三 11/18 10:00 发布,发到:业主群
    [已恢复] [改时间] [取消]",
      ],
    }
  `)
  await world.say('张女士', '业主群', '3号楼没水了')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "🚰 3号楼、5号楼正在停水,预计今天 16:00 恢复。您说的已记下,恢复后会来问您。
    [不是这回事]",
      ],
      "物业工单群": [
        "✎ 📢 停水 · 3号楼、5号楼 · 周四 11/19 10:00–16:00
    刘师傅 周三 11/18 10:00 发布,发到:业主群
    1 条报事已用这条通知答复
    [已恢复] [改时间] [取消]",
      ],
    }
  `)
  await world.until('2026-11-19 15:30')
  await world.say('李经理', '物业工单群', '延长到17点', { replyTo: world.telegram.chat(-1002).find('📢')?.id ?? 0 })
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 🚰 正在停水:3号楼、5号楼
    预计周四 11/19 17:00 恢复。有变化在这里更新。
    时间改过,原定 周四 11/19 10:00–16:00。",
      ],
      "物业工单群": [
        "✎ 📢 停水 · 3号楼、5号楼 · 周四 11/19 10:00–17:00
    刘师傅 周三 11/18 10:00 发布,发到:业主群
    1 条报事已用这条通知答复
    [已恢复] [改时间] [取消]",
      ],
    }
  `)
  await world.until('2026-11-19 17:00')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 🚰 停水:3号楼、5号楼
    原定 周四 11/19 17:00 恢复,正在向物业核实。",
      ],
      "物业工单群": [
        "⏰ 刘师傅,3号楼、5号楼停水原定 周四 11/19 17:00 恢复,恢复了吗?
    [已恢复] [还没有]",
      ],
    }
  `)
  expect(await world.press('刘师傅', '物业工单群', '恢复了吗', '还没有')).toContain('延长到18点')
  await world.say('刘师傅', '物业工单群', '延长到18点', {
    replyTo: world.telegram.chat(-1002).find('恢复了吗')?.id ?? 0,
  })
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 🚰 正在停水:3号楼、5号楼
    预计周四 11/19 18:00 恢复。有变化在这里更新。
    时间改过,原定 周四 11/19 10:00–17:00。",
      ],
      "物业工单群": [
        "✎ 📢 停水 · 3号楼、5号楼 · 周四 11/19 10:00–18:00
    刘师傅 周三 11/18 10:00 发布,发到:业主群
    1 条报事已用这条通知答复
    [已恢复] [改时间] [取消]",
        "✎ (deleted)",
      ],
    }
  `)
  await world.until('2026-11-19 17:40')
  await world.press('李经理', '物业工单群', '📢', '已恢复')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ ✅ 已恢复供水:3号楼、5号楼(周四 11/19 17:40)",
        "✅ 3号楼、5号楼已恢复供水(17:40)。张女士,家里都来水了吗?没有请点「还没好」。
    [还没好]",
      ],
      "物业工单群": [
        "✎ ✅ 已恢复供水 · 3号楼、5号楼 · 周四 11/19 17:40
    1 条报事已用这条通知答复",
      ],
    }
  `)
  expect(world.telegram.callsTo('unpinChatMessage').map(({ params }) => params)).toMatchInlineSnapshot(`
    [
      {
        "chat_id": -1001,
        "message_id": 1,
      },
    ]
  `)
  // For one of those told to wait it is not over: he gets his ticket; a neighbour who was not asked is told to say it.
  expect(await world.press('老李', '业主群', '都来水了吗', '还没好')).toContain('等本人来选')
  expect(await world.press('张女士', '业主群', '都来水了吗', '还没好')).toBe('#1 已登记,马上有人看')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "🚰 #1 供水问题 · 3号楼
    紧急 · 已通知值班 刘师傅
    今天 17:55 前会有人接单
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
      ],
      "物业工单群": [
        "🔴 #1 紧急 供水问题 · 3号楼
    “3号楼没水了” — 张女士 17:40
    接单 17:55 前 · 到场 18:10 前 · 办结 明天 17:40 前
    值班:刘师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
      ],
    }
  `)
  await world.until('2026-11-19 19:00')
  expect(world.errors).toEqual([])
})
