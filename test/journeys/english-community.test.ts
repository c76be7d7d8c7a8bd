import { expect, it } from 'vitest'
import { community, startWorld } from '../support/world.ts'

it('a community that chose English is served in English throughout', async () => {
  const world = await startWorld({ communities: [community.replace('zh-CN', 'en')] })
  await world.say('张女士', '业主群', 'The lift in building 3 unit 2 is broken again')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "🛗 #1 Lift trouble · Building 3, Unit 2
    Urgent · 王师傅 on duty has been told
    Somebody will take it by today 10:15
    Grid worker: 赵网格
    [+1 Me too] [Add] [Not a report]",
      ],
      "物业工单群": [
        "🔴 #1 Urgent · Lift trouble · Building 3, Unit 2
    “The lift in building 3 unit 2 is broken again” — 张女士, 10:00
    Ack by 10:15 · On site by 10:30 · Done by tomorrow 10:00
    On duty: 王师傅 · Grid worker: 赵网格
    [Ack] [Assign] [Hold] [Done]
    [Category]",
      ],
    }
  `)
  await world.press('王师傅', '物业工单群', '#1', 'Ack')
  await world.say('王师傅', '物业工单群', 'done 1 door motor replaced')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ ✅ #1 Lift trouble · Building 3, Unit 2
    Fixed: door motor replaced (10:00)",
        "王师傅 says #1 is fixed: door motor replaced. Is it all right at your end?
    [Solved] [Not solved]",
      ],
      "物业工单群": [
        "✎ ✅ #1 Lift trouble · Building 3, Unit 2
    “The lift in building 3 unit 2 is broken again” — 张女士, 10:00
    Fixed: door motor replaced (王师傅, 10:00)
    Waiting for the residents to confirm",
      ],
    }
  `)
  await world.press('张女士', '业主群', '#1', 'Solved')
  await world.until('2026-11-23 09:00')
  const texts = Object.values(world.news()).flat().join('\n')
  // People's own words and names stay what they are.
  expect(texts.replaceAll(/王师傅|刘师傅|张女士|李经理|赵网格|幸福里小区|\((?:图|文件)/g, '')).not.toMatch(
    /[\u4e00-\u9fff]/,
  )
  expect(world.errors).toEqual([])
})
