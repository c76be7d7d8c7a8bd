import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('on Monday at nine each chat gets its own summary, once, whatever wakes the job how often', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  await world.press('王师傅', '物业工单群', '#1', '接单')
  await world.press('王师傅', '物业工单群', '#1', '办结')
  await world.press('张女士', '业主群', '说 #1', '已解决')
  await world.press('张女士', '业主群', '怎么样', '基本满意')
  // Older than what 老李 tells, and yet never the one that is named.
  await world.say('小陈', '业主群', '3号楼2单元601王老太一个人住,病了没人照顾')
  expect(world.shows('物业工单群').join()).toContain('🟡 #2 关爱求助 · 3号楼2单元 601')
  await world.until('2026-11-18 10:05')
  await world.say('老李', '业主群', '5号楼门口垃圾没人清')
  await world.until('2026-11-23 08:59')
  world.news()

  await world.until('2026-11-23 09:00')
  const news = world.news()
  const summaries = Object.fromEntries(
    Object.entries(news).map(([chat, texts]) => [chat, texts.filter((text) => text.startsWith('(图)'))]),
  )
  expect(summaries).toMatchInlineSnapshot(`
    {
      "业主群": [
        "(图)
    📊 幸福里小区 第47周:新报 3 件,办结 1 件,在办 2 件
    11/16–11/22 · 首周
    响应率 100%(1/1) · 解决率 100%(1/1) · 满意率 90%(1/1,基本满意计 0.9)
    接单一般 <1 分钟(九成在 1 分钟内),办结一般 <1 分钟(九成在 1 分钟内),按自然时间
    最久未结:#3 环境卫生 · 5号楼 4 天
    接下来 11/23–11/29 到期 1 件",
      ],
      "物业工单群": [
        "(图)
    📊 幸福里小区 第47周:新报 3 件,办结 1 件,在办 2 件
    11/16–11/22 · 首周
    响应率 100%(1/1) · 解决率 100%(1/1) · 满意率 90%(1/1,基本满意计 0.9)
    接单一般 <1 分钟(九成在 1 分钟内),办结一般 <1 分钟(九成在 1 分钟内),按自然时间
    最久未结:#3 环境卫生 · 5号楼 4 天
    接下来 11/23–11/29 到期 1 件",
      ],
      "督办群": [
        "(图)
    📊 幸福里小区 第47周:新报 3 件,办结 1 件,在办 2 件
    11/16–11/22 · 首周
    响应率 100%(1/1) · 解决率 100%(1/1) · 满意率 90%(1/1,基本满意计 0.9)
    接单一般 <1 分钟(九成在 1 分钟内),办结一般 <1 分钟(九成在 1 分钟内),按自然时间
    最久未结:#3 环境卫生 · 5号楼 4 天
    重办率 0%(0/1) · 转派退回率 0%(0/3)
    接下来 11/23–11/29 到期 1 件",
      ],
    }
  `)

  // Of the private matter, the oldest open, nothing but its being counted; the committee reads more than the residents do.
  const words = Object.values(summaries).flat()
  expect(words).toHaveLength(3)
  expect(words.join()).not.toMatch(/601|2单元|王老太|病|照顾|关爱|小陈|#2/)
  expect(summaries.督办群?.[0]).not.toBe(summaries.业主群?.[0])
  expect(summaries.督办群?.[0]).toContain('重办率')
  expect(summaries.业主群?.[0]).not.toContain('重办率')

  await Promise.all([world.huying.app.postSummaries(), world.huying.app.postSummaries(), world.huying.sweep()])
  await world.until('2026-11-23 09:30')
  const pictures = (chat: number) => world.telegram.chat(chat).messages.filter(({ photo, byBot }) => photo && byBot)
  expect([-1001, -1002, -1003].map((chat) => pictures(chat).length)).toEqual([1, 1, 1])
  // The committee alone gets the tables, in one message more, once.
  const files = (chat: number) => world.telegram.chat(chat).messages.filter(({ wire, byBot }) => wire.document && byBot)
  expect([-1001, -1002, -1003].map((chat) => files(chat).length)).toEqual([0, 0, 2])
  expect(files(-1003).map(({ files: [file] }) => file?.name)).toEqual([
    '幸福里小区 2026-W47.xlsx',
    '幸福里小区 2026-W47.csv',
  ])
  expect(new Set(files(-1003).map(({ albumId }) => albumId)).size).toBe(1)
  // PNGs, really.
  expect(pictures(-1001)[0]?.files[0]?.bytes.subarray(1, 4)).toEqual(Buffer.from('PNG'))

  await world.say('张女士', '业主群', '周报')
  expect(pictures(-1001)).toHaveLength(2)
  expect(world.errors).toEqual([])
})
