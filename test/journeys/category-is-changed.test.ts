import { expect, it } from 'vitest'
import { community, startWorld } from '../support/world.ts'

it('改类 by button: a choice of every kind, the cards change in place, and the clocks go on from the old start', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.press('王师傅', '物业工单群', '#1', '接单')
  await world.until('2026-11-18 11:00')
  world.news()
  expect(await world.press('王师傅', '物业工单群', '#1', '改类')).toMatchInlineSnapshot(`"请选改成哪一类"`)
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "#1 改成哪一类?点一下;时限会跟着变,已经走的时间照算。
    [电梯] [供水] [漏水排水]
    [供电照明] [燃气] [供暖]
    [消防] [门禁治安] [环境卫生]
    [宠物] [噪声] [油烟异味扬尘]
    [停车车辆] [绿化] [违建装修]
    [违规出租] [公共设施] [矛盾纠纷]
    [收费与议事] [关爱求助] [其他]",
      ],
    }
  `)
  expect(await world.press('王师傅', '物业工单群', '改成哪一类', '噪声')).toMatchInlineSnapshot(`"#1 已改类"`)
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 🔊 #1 噪声扰民 · 5号楼1单元
    王师傅 已接单(10:00)
    11/25 10:00 前办好
    网格员:赵网格
    [+1 我家也是] [补充]",
      ],
      "物业工单群": [
        "✎ 🔧 #1 噪声扰民 · 5号楼1单元
    “5号楼1单元楼道灯不亮” — 小陈 10:00
    王师傅 已接单(10:00)
    办结 11/25 10:00 前
    网格员:赵网格
    [改时间] [转派] [挂起] [办结]
    [改类]",
        "✎ (deleted)",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})

it.each([
  ['改类 1 漏水', '漏水排水'],
  ['类别 1 电梯', '电梯故障'],
  ['/category 1 leak', '漏水排水'],
  ['category 1 noise', '噪声扰民'],
  ['改类 1 物业费', '收费议事'],
])('%s', async (line, matter) => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  world.news()
  await world.say('李经理', '物业工单群', line)
  expect(world.shows('物业工单群')[0]).toContain(`#1 ${matter}`)
  expect(world.shows('业主群')[0]).toContain(`#1 ${matter}`)
  expect(world.errors).toEqual([])
})

it('an unknown kind is refused with the nearest, the same one and a stranger too', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  world.news()
  await world.say('王师傅', '物业工单群', '改类 1 漏睡')
  await world.say('王师傅', '物业工单群', '改类 1 qqq')
  await world.say('王师傅', '物业工单群', '改类 1')
  await world.say('王师傅', '物业工单群', '改类 1 照明')
  await world.say('小陈', '业主群', '改类 1 漏水')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "只有物业人员、社区党委/居委可以改类。需要帮忙请找 李经理。",
      ],
      "物业工单群": [
        "没有「漏睡」这一类,是不是:漏水排水?",
        "没有「qqq」这一类。点卡片上的「改类」可以挑。",
        "改类 #1 还差一样:改成哪一类。例如:改类 1 漏水",
        "#1 已经是「供电照明」了。",
      ],
    }
  `)
})

it('under a quicker class whose dues are past, the ladder speaks once, at its present level, and not of an outage', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼门口垃圾没人清')
  await world.press('王师傅', '物业工单群', '#1', '接单')
  await world.say('王师傅', '物业工单群', '到场 1')
  // A complaint has five working days; a repair three.
  await world.until('2026-11-24 15:00')
  world.news()
  await world.say('王师傅', '物业工单群', '改类 1 公共设施')
  const { 物业工单群: staff = [], 督办群: committee = [] } = world.news()
  expect(staff.filter((text) => !text.startsWith('✎'))).toEqual([])
  expect(committee).toMatchInlineSnapshot(`
    [
      "📣 陈书记,请过问 #1 公共设施 · 5号楼
    应在昨天 10:00 前办好,已超时 1 个工作日 3 个工作小时
    [督办] [延期] [退回] [看经过]",
    ]
  `)
  expect(world.errors).toEqual([])
})

it.each([
  ['11-15', 'by line', '办结 明天 10:00 前'],
  ['11-15', 'by button', '办结 明天 10:00 前'],
  ['12-01', 'by line', '办结 周一 10:00 前'],
])('heating from %s on, 改类 %s on 18 November: the season of the report gives the limits', async (from, how, due) => {
  const world = await startWorld({ communities: [`${community}seasons: { heating: ["${from}", "03-15"] }\n`] })
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.press('王师傅', '物业工单群', '#1', '接单')
  if (how === 'by line') await world.say('王师傅', '物业工单群', '改类 1 供暖')
  else {
    await world.press('王师傅', '物业工单群', '#1', '改类')
    await world.press('王师傅', '物业工单群', '改成哪一类', '供暖')
  }
  const [card] = world.shows('物业工单群')
  expect(card).toContain('#1 供暖')
  expect(card).toContain(due)
  expect(world.errors).toEqual([])
})
