import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('F41 an album of ten is one ticket, wherever its words stand and however late its parts come', async () => {
  const world = await startWorld()
  const album = await world.as('张女士').album(-1001, ['', '3号楼地下车库漏水', ...Array<string>(7).fill('')])
  await world.settle()
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "💧 #1 漏水排水 · 3号楼
    已通知值班 刘师傅
    今天 12:00 前会有人接单
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
      ],
      "物业工单群": [
        "🟡 #1 漏水排水 · 3号楼 · 地下车库
    “3号楼地下车库漏水” — 张女士 10:00
    接单 12:00 前 · 到场 明天 10:00 前 · 办结 周一 10:00 前
    值班:刘师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类] [看照片(9)]",
      ],
    }
  `)

  // The tenth part comes late, and one is handed over twice.
  const part = world.telegram.updates().find(({ message }) => message?.message_id === album[0]?.id)
  if (!part) throw new Error('no first part')
  world.telegram.redeliver(part.update_id)
  world.telegram.inject({ message: { ...part.message, message_id: 9001 } } as never)
  await world.settle()
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "✎ 🟡 #1 漏水排水 · 3号楼 · 地下车库
    “3号楼地下车库漏水” — 张女士 10:00
    接单 12:00 前 · 到场 明天 10:00 前 · 办结 周一 10:00 前
    值班:刘师傅 · 网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类] [看照片(10)]",
      ],
    }
  `)

  await world.press('王师傅', '物业工单群', '#1', /看照片/)
  const shown = world.telegram.chat(-1002).messages.filter(({ photo, byBot }) => photo && byBot)
  expect(shown).toHaveLength(10)
  expect(world.errors).toEqual([])
})
