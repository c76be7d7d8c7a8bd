import { readSheet } from 'read-excel-file/node'
import { expect, it } from 'vitest'
import { startWorld, type World } from '../support/world.ts'

/** Files that the bot posted to the committee, by name. */
function files(world: World): Record<string, Buffer> {
  const sent = world.telegram.chat(-1003).messages.flatMap((message) => (message.wire.document ? message.files : []))
  return Object.fromEntries(sent.map(({ name, bytes }) => [name, bytes]))
}

it('the committee asks for any week, month or quarter and gets picture, text and tables; others get no tables', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  await world.until('2026-12-02 12:00')
  world.news()

  await world.say('陈书记', '督办群', '/summary 上周')
  await world.say('陈书记', '督办群', '/summary 2026-11')
  await world.say('陈书记', '督办群', '上季季报')
  const first = world.news().督办群?.map((text) => text.split('\n').slice(0, 2).join('\n'))
  expect(first).toMatchInlineSnapshot(`
    [
      "(图)
    📊 幸福里小区 第48周:新报 0 件,办结 0 件,在办 1 件",
      "(文件 幸福里小区 2026-W48.xlsx)
    ",
      "(文件 幸福里小区 2026-W48.csv)
    📎 幸福里小区 第48周明细:表格(xlsx)和数据(csv)各一份,用时按自然时间",
      "(图)
    📊 幸福里小区 2026年11月:新报 1 件,办结 0 件,在办 1 件",
      "(文件 幸福里小区 2026-11.xlsx)
    ",
      "(文件 幸福里小区 2026-11.csv)
    📎 幸福里小区 2026年11月明细:表格(xlsx)和数据(csv)各一份,用时按自然时间",
      "(图)
    📊 幸福里小区 2026年第三季度:新报 0 件,办结 0 件,在办 0 件",
      "(文件 幸福里小区 2026-Q3.xlsx)
    ",
      "(文件 幸福里小区 2026-Q3.csv)
    📎 幸福里小区 2026年第三季度明细:表格(xlsx)和数据(csv)各一份,用时按自然时间",
    ]
  `)
  expect(Object.keys(files(world))).toEqual(
    expect.arrayContaining(['幸福里小区 2026-11.xlsx', '幸福里小区 2026-Q3.csv']),
  )
  const rows = await readSheet(files(world)['幸福里小区 2026-11.xlsx'] ?? Buffer.alloc(0), '未结清单')
  expect(rows[1]?.slice(0, 3)).toEqual(['#1', '电梯', '3号楼2单元'])

  await world.say('张女士', '业主群', '/summary last month')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "(图)
    📊 幸福里小区 2026年11月:新报 1 件,办结 0 件,在办 1 件
    11/1–11/30 · 首月
    三率 –(暂无答复)
    最久未结:#1 电梯故障 · 3号楼2单元 12 天",
      ],
    }
  `)

  await world.say('陈书记', '督办群', '/summary 2027-01')
  await world.say('陈书记', '督办群', '/summary 第60周')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "督办群": [
        "「2027-01」还没到,到时候再看。",
        "没有「第60周」这一期。可以这样写:「周报 上周」「周报 2026-W47」「月报 2026-11」「季报 2026-Q4」。",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})
