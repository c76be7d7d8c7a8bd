import { expect, it } from 'vitest'
import { community, startWorld } from '../support/world.ts'

const cases = [
  ['侵占绿地', '3号楼东侧绿地被人圈起来种菜了', '政府部门'],
  ['封闭阳台', '3号楼1单元有人封阳台', '政府部门'],
  ['私自搭建', '5号楼楼顶有人搭彩钢房', '政府部门'],
  ['宠物粪便', '5号楼门口又是狗屎没人管', '物业'],
  ['垃圾不分类', '5号楼下垃圾不分类,厨余混投', '物业'],
  ['违规出租', '3号楼有人把房子隔成小间群租', '政府部门'],
] as const

it.each(cases)(
  '%s: whose job, the steps for staff, words for the group and none that point at a household',
  async (name, said, party) => {
    const world = await startWorld()
    await world.say('老李', '业主群', said)
    const opened = world.news()
    expect(opened.物业工单群?.[0]).toContain(`${name}怎么办:`)
    expect(opened.业主群?.[0]).not.toContain('怎么办')
    await world.say('张女士', '业主群', '谁负责 1')
    await world.say('王师傅', '物业工单群', '谁负责 1')
    await world.as('老李').start()
    await world.settle()
    world.news()
    await world.say('老李', 'dm', '谁负责 1')
    await world.say('张女士', '业主群', '谁负责 1')
    await world.say('王师傅', '物业工单群', '谁负责 1')
    const { 老李: told = [], 业主群: group = [], 物业工单群: crew = [] } = world.news()
    for (const text of [told, group, crew].flat()) expect(text).toContain(`该由${party}负责`)
    expect(crew.join()).toMatch(new RegExp(`${name}怎么办:.* → .*对报的人说:.*群里可以说:`, 's'))
    expect(group.join()).not.toMatch(/怎么办|对报的人说/)
    expect(told.join()).not.toMatch(/群里可以说|怎么办/)
    // Whatever is said to residents names nobody.
    expect([...group, ...told].join()).not.toContain('老李')
    expect(world.errors).toEqual([])
  },
)

it('exactly these words, in Chinese', async () => {
  const world = await startWorld()
  await world.say('老李', '业主群', '3号楼东侧绿地被人圈起来种菜了')
  await world.say('王师傅', '物业工单群', '谁负责 1')
  await world.say('张女士', '业主群', '谁负责 1')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "🌳 #1 绿化问题 · 3号楼
    已通知物业
    明天 10:00 前会有人接单
    绿地归全体业主,物业先劝阻再上报,结果会告诉大家,不点名。
    网格员:赵网格
    [+1 我家也是] [补充] [不是报修]",
        "⚖️ #1 绿化问题 · 3号楼 该由政府部门负责
    占用绿地由绿化主管部门责令退还、恢复原状,物业负责劝阻并上报。
    依据:《城市绿化条例》第十九条、第二十七条、《物业管理条例》第四十五条
    现在由 李经理 牵头,首接负责,不往外推。
    绿地归全体业主,物业先劝阻再上报,结果会告诉大家,不点名。",
      ],
      "物业工单群": [
        "🟡 #1 绿化问题 · 3号楼
    “3号楼东侧绿地被人圈起来种菜了” — 老李 10:00
    接单 明天 10:00 前 · 到场 明天 10:00 前 · 办结 12/9 10:00 前
    侵占绿地怎么办:当场劝阻、拍照 → 贴通知限期恢复 → 不改就报绿化主管部门,记下回执 → 盯结果,恢复后办结
    网格员:赵网格
    [接单] [转派] [挂起] [办结]
    [改类]",
        "⚖️ #1 绿化问题 · 3号楼 该由政府部门负责
    占用绿地由绿化主管部门责令退还、恢复原状,物业负责劝阻并上报。
    依据:《城市绿化条例》第十九条、第二十七条、《物业管理条例》第四十五条
    现在由 李经理 牵头,首接负责,不往外推。
    侵占绿地怎么办:当场劝阻、拍照 → 贴通知限期恢复 → 不改就报绿化主管部门,记下回执 → 盯结果,恢复后办结
    对报的人说:物业会先上门劝阻,限期恢复;不改就报绿化主管部门。您不用自己去争,有照片可以补充给我。
    群里可以说:绿地归全体业主,物业先劝阻再上报,结果会告诉大家,不点名。",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})

it('and in English', async () => {
  const world = await startWorld({ communities: [community.replace('language: zh-CN', 'language: en')] })
  await world.say('老李', '业主群', 'somebody fenced off the lawn beside building 3 to grow vegetables')
  await world.say('王师傅', '物业工单群', '/who 1')
  await world.say('张女士', '业主群', '/who 1')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "🌳 #1 Greenery · Building 3
    The property office has been told
    Somebody will take it by today 12:00
    The green belongs to all owners: the property firm dissuades, then reports. You will hear the result, without names.
    Grid worker: 赵网格
    [+1 Me too] [Add] [Not a report]",
        "⚖️ #1 Greenery · Building 3: the authority
    Occupied green is given back and restored by order of the greening authority; the property firm dissuades and reports.
    Ground: Urban Greening Regulations, art. 19, 27; Property Management Regulations, art. 45
    In the hands of 李经理 until it is settled.
    The green belongs to all owners: the property firm dissuades, then reports. You will hear the result, without names.",
      ],
      "物业工单群": [
        "🟡 #1 Greenery · Building 3
    “somebody fenced off the lawn beside building 3 to grow vegetables” — 老李, 10:00
    Ack by 12:00 · On site by tomorrow 10:00 · Done by Mon 10:00
    Occupied green: dissuade, take a picture → a notice with a date to restore it → else report to the greening authority, keep the receipt → follow it up, done when restored
    Grid worker: 赵网格
    [Ack] [Assign] [Hold] [Done]
    [Category]",
        "⚖️ #1 Greenery · Building 3: the authority
    Occupied green is given back and restored by order of the greening authority; the property firm dissuades and reports.
    Ground: Urban Greening Regulations, art. 19, 27; Property Management Regulations, art. 45
    In the hands of 李经理 until it is settled.
    Occupied green: dissuade, take a picture → a notice with a date to restore it → else report to the greening authority, keep the receipt → follow it up, done when restored
    To the reporter: The property firm dissuades first and sets a date; else it reports to the greening authority. No need to argue yourself; pictures are welcome here.
    In the group: The green belongs to all owners: the property firm dissuades, then reports. You will hear the result, without names.",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})
