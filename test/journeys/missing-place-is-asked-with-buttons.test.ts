import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('the ticket exists at once; the card asks which building and takes a press or a reply for an answer', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '灯坏了')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "💡 #1 供电照明
    是哪一栋?点一下,或直接回复这条写地点
    已通知值班 王师傅
    今天 12:00 前会有人接单
    [3号楼] [5号楼] [公共区域]
    [+1 我家也是] [补充] [不是报修]",
      ],
      "物业工单群": [
        "🟡 #1 供电照明
    “灯坏了” — 张女士 10:00
    接单 12:00 前 · 到场 明天 10:00 前 · 办结 周一 10:00 前
    地点还没说清,已在问
    值班:王师傅
    [接单] [转派] [挂起] [办结]
    [改类]",
      ],
    }
  `)
  expect(await world.press('老李', '业主群', '#1', '3号楼')).toContain('只有')
  await world.press('张女士', '业主群', '#1', '5号楼')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 💡 #1 供电照明 · 5号楼
    已通知值班 王师傅
    今天 12:00 前会有人接单
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
      ],
      "物业工单群": [
        "✎ 🟡 #1 供电照明 · 5号楼
    “灯坏了” — 张女士 10:00
    接单 12:00 前 · 到场 明天 10:00 前 · 办结 周一 10:00 前
    值班:王师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
      ],
    }
  `)

  await world.say('老李', '业主群', '门禁坏了')
  const card = world.telegram.chat(-1001).find('#2')
  await world.say('老李', '业主群', '3号楼1单元', { replyTo: card?.id ?? 0 })
  expect(
    world
      .shows('业主群')
      .find((text) => text.includes('#2'))
      ?.split('\n')[0],
  ).toMatchInlineSnapshot(`"🔐 #2 门禁治安 · 3号楼1单元"`)
  expect(world.errors).toEqual([])
})
