import { expect, it } from 'vitest'
import { community, startWorld } from '../support/world.ts'

it('whoever may see a ticket is told who is responsible, why, with which money and in whose hands it is', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.say('张女士', '业主群', '1号楼1单元屋顶漏水')
  await world.say('张女士', '业主群', '全小区停电了')
  await world.say('老李', '业主群', '3号楼2单元502在楼顶私搭阳光房')
  world.news()
  await world.say('老李', '业主群', '谁负责 1')
  await world.say('小陈', '业主群', '/who 2')
  await world.press('王师傅', '物业工单群', /#1 /, '接单')
  await world.say('王师傅', '物业工单群', '该谁管', { replyTo: world.telegram.chat(-1002).find(/#1 /)?.id ?? 0 })
  await world.say('陈书记', '督办群', '3 谁负责')
  await world.say('李经理', '物业工单群', '/who 4')
  await world.say('李经理', '物业工单群', '/who 9')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 💡 #1 供电照明 · 5号楼1单元
    王师傅 已接单(10:00),明天 10:00 前到场
    周一 10:00 前修好
    网格员:赵网格
    [+1 我家也是] [补充]",
        "⚖️ #1 供电照明 · 5号楼1单元 该由物业负责
    共用部位过了保修期,由物业组织维修,大修动用维修资金,要业主表决;小修小补在物业费里。
    依据:《住宅专项维修资金管理办法》第十八条、《民法典》第二百八十一条、第二百七十八条
    钱:专项维修资金,要业主表决。
    现在由 李经理 牵头,首接负责,不往外推。",
        "⚖️ #2 漏水排水 · 1号楼1单元 该由物业负责
    共用部位由物业组织维修;交付日期还不知道,先按过了保修期算,大修动用维修资金,要业主表决。
    依据:《住宅专项维修资金管理办法》第十八条、《民法典》第二百八十一条
    钱:专项维修资金,要业主表决。
    现在由 李经理 牵头,首接负责,不往外推。",
      ],
      "物业工单群": [
        "✎ 🔧 #1 供电照明 · 5号楼1单元
    “5号楼1单元楼道灯不亮” — 小陈 10:00
    王师傅 已接单(10:00)
    到场 明天 10:00 前 · 办结 周一 10:00 前
    网格员:赵网格
    [改时间] [转派] [挂起] [办结]
    [到场] [改类]",
        "⚖️ #1 供电照明 · 5号楼1单元 该由物业负责
    共用部位过了保修期,由物业组织维修,大修动用维修资金,要业主表决;小修小补在物业费里。
    依据:《住宅专项维修资金管理办法》第十八条、《民法典》第二百八十一条、第二百七十八条
    钱:专项维修资金,要业主表决。
    现在由 王师傅 牵头,首接负责,不往外推。",
        "⚖️ #4 违建装修 该由政府部门负责
    私搭乱建、封阳台、拆改承重墙要由规划或城管部门查处,物业负责当场劝阻并上报。
    依据:《物业管理条例》第四十五条、《城乡规划法》第六十四条
    现在由 李经理 牵头,首接负责,不往外推。
    私自搭建怎么办:当场劝停、拍照 → 书面告知停工 → 一个工作日内报规划或城管部门,记下回执 → 盯执法进度,群里只说结果
    对报的人说:物业会当场劝停,一个工作日内上报执法部门,回执和进度会告诉您。是谁家、谁报的,都不会在群里说。
    群里可以说:私搭乱建由执法部门查处,物业劝停并上报,结果会告诉大家,不点名。",
        "没有找到 #9。发「我的」看您报过的事。",
      ],
      "督办群": [
        "⚖️ #3 供电照明 该由水电气热单位负责
    停电和公用供电设施由供电公司负责抢修,物业协助查看。
    依据:《物业管理条例》第五十一条、《电力供应与使用条例》第十七条
    现在由 李经理 牵头,首接负责,不往外推。",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})

it('what the answer hangs on is asked in one short question, kept on the ticket, and the answer is written anew', async () => {
  const world = await startWorld({ communities: [community.replaceAll(/, handover: [\d-]+/g, '')] })
  await world.say('张女士', '业主群', '3号楼2单元漏水了')
  world.news()
  await world.say('张女士', '业主群', '谁负责 1')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "⚖️ #1 漏水排水 · 3号楼2单元 该由物业负责
    还不知道是公共部位还是家里,由物业先查清,首接负责到底。
    依据:《民法典》第九百四十二条
    现在由 李经理 牵头,首接负责,不往外推。
    是公共部位,还是家里的?点一下,答案更准。
    [公共部位] [家里(专有部分)]",
      ],
    }
  `)
  // Its buttons are worth nothing elsewhere, also to whoever may answer.
  const [button] = world.telegram.chat(-1001).find('该由')?.keyboard.flat() ?? []
  const staffCard = world.telegram.chat(-1002).find('#1')
  if (!staffCard) throw new Error('no card of #1')
  const carried = await world.as('王师傅').press(-1002, staffCard, { data: button?.callback_data ?? '' })
  expect(carried.text).toContain('已失效')
  // Only those whose matter it is may answer.
  expect(await world.press('老李', '业主群', '该由', '家里(专有部分)')).toMatchInlineSnapshot(
    `"只有报的人、物业人员、网格员、社区党委/居委可以说明部位。需要帮忙请找 李经理。"`,
  )
  expect(world.news()).toEqual({})
  expect(await world.press('张女士', '业主群', '该由', '公共部位')).toMatchInlineSnapshot(`"#1 记下了,谢谢"`)
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ ⚖️ #1 漏水排水 · 3号楼2单元 该由物业负责
    共用部位由物业组织维修;交付日期还不知道,先按过了保修期算,大修动用维修资金,要业主表决。
    依据:《住宅专项维修资金管理办法》第十八条、《民法典》第二百八十一条
    钱:专项维修资金,要业主表决。
    现在由 李经理 牵头,首接负责,不往外推。
    这栋楼交付多久了?点一下,答案更准。
    [不到 2 年] [2 到 5 年] [5 年以上]",
      ],
    }
  `)
  await world.say('张女士', '业主群', '5年以上', { replyTo: world.telegram.chat(-1001).find('该由')?.id ?? 0 })
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ ⚖️ #1 漏水排水 · 3号楼2单元 该由物业负责
    共用部位过了保修期,由物业组织维修,大修动用维修资金,要业主表决;小修小补在物业费里。
    依据:《住宅专项维修资金管理办法》第十八条、《民法典》第二百八十一条、第二百七十八条
    钱:专项维修资金,要业主表决。
    现在由 李经理 牵头,首接负责,不往外推。",
      ],
    }
  `)
  await world.say('王师傅', '物业工单群', '谁负责 1 家里')
  await world.say('王师傅', '物业工单群', '看经过 1')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "⚖️ #1 漏水排水 · 3号楼2单元 该由住户自己负责
    户内专有部分过了保修期,由业主自己维修,可以请物业有偿帮忙。
    依据:《民法典》第二百七十二条
    现在由 李经理 牵头,首接负责,不往外推。",
        "📜 #1 漏水排水 · 3号楼2单元
    10:00 登记
    10:00 部位:公共部位
    10:00 交付:5 年以上
    10:00 部位:家里(专有部分)",
      ],
    }
  `)
  // Nobody who may not say it is asked, and his words change nothing.
  await world.say('老李', '业主群', '谁负责 1 公共')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "只有报的人、物业人员、网格员、社区党委/居委可以说明部位。需要帮忙请找 李经理。",
      ],
    }
  `)
  const [kept] = await world.sql`select known from ticket`
  expect(kept).toEqual({ known: { part: 'private', age: 'over-5' } })
  expect(world.errors).toEqual([])
})

it('T22 a private matter is not explained in a group, nor to whoever has no part in it', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '3号楼2单元601王老太一个人住,病了没人照顾')
  for (const who of ['张女士', '老李'] as const) await world.as(who).start()
  await world.settle()
  world.news()
  await world.say('张女士', '业主群', '谁负责 1')
  await world.say('王师傅', '业主群', '谁负责 1')
  await world.say('老李', 'dm', '谁负责 1')
  await world.say('张女士', 'dm', '谁负责')
  await world.say('陈书记', '督办群', '谁负责 1')
  const news = world.news()
  expect(Object.values(news).flat().join()).not.toMatch(/601|王老太|病/)
  expect(news).toMatchInlineSnapshot(`
    {
      "业主群": [
        "🔒 #1 由专人处理,谁负责不在群里说。请私聊我:谁负责 1",
        "🔒 #1 由专人处理,谁负责不在群里说。请私聊我:谁负责 1",
      ],
      "张女士": [
        "⚖️ #1 关爱求助 该由居委会负责
    老人、孩子和求助的事由居委会和网格员上门照看。
    依据:《城市居民委员会组织法》第三条
    现在由 李经理 牵头,首接负责,不往外推。",
      ],
      "督办群": [
        "⚖️ #1 关爱求助 该由居委会负责
    老人、孩子和求助的事由居委会和网格员上门照看。
    依据:《城市居民委员会组织法》第三条
    现在由 李经理 牵头,首接负责,不往外推。",
      ],
      "老李": [
        "#1 不是您报的,也没有附议。想看办到哪一步,发「进度 1」。",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})

it('a question among people is no command: it is kept as a note, or left alone', async () => {
  const world = await startWorld()
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.say('老李', '业主群', '谁负责')
  await world.say('老李', '业主群', '物业到底谁负责啊')
  await world.say('老李', '业主群', 'who is coming to fix it?', {
    replyTo: world.telegram.chat(-1001).find('#1')?.id ?? 0,
  })
  expect(world.shows('业主群').join()).not.toContain('⚖️')
  expect(world.shows('物业工单群')[0]).toContain('who is coming to fix it?')
  expect(world.errors).toEqual([])
})

it('in English, too', async () => {
  const world = await startWorld({
    communities: [community.replace('language: zh-CN', 'language: en').replaceAll(/, handover: [\d-]+/g, '')],
  })
  await world.say('张女士', '业主群', 'water is leaking in building 3 unit 2')
  world.news()
  await world.say('张女士', '业主群', '/who 1')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "⚖️ #1 Leak or drain · Building 3, Unit 2: the property firm
    Nobody knows yet whether it is a shared part or somebody’s own: the property firm was asked first and finds out.
    Ground: Civil Code, art. 942
    In the hands of 李经理 until it is settled.
    Is it a shared part, or somebody’s own? A tap makes the answer surer.
    [Shared part] [At home (own part)]",
      ],
    }
  `)
  await world.press('张女士', '业主群', '⚖️', 'Shared part')
  await world.press('张女士', '业主群', '⚖️', 'Over 5 years')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ ⚖️ #1 Leak or drain · Building 3, Unit 2: the property firm
    A shared part out of warranty is repaired by the property firm; larger works are paid from the maintenance fund after a vote, small ones from the service fee.
    Ground: Housing Maintenance Fund Measures, art. 18; Civil Code, art. 281, 278
    Money: the maintenance fund, after the owners have voted.
    In the hands of 李经理 until it is settled.",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})
