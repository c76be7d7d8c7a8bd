import { expect, it } from 'vitest'
import { community, startWorld } from '../support/world.ts'

it('the same in English, from the line as it is typed to the question when it is over', async () => {
  const world = await startWorld({ communities: [community.replace('language: zh-CN', 'language: en')] })
  await world.say('刘师傅', '物业工单群', 'Power off today 11am to 1pm in buildings 3 and 5')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "📝 Power off: this is how I read it. Publish?
    Building 3; Building 5 · Wed 18 Nov 11:00–13:00 (2 hours)
    Goes to: 业主群
    ⚠️ A power cut is to be announced 7 days ahead (Power Supply Regulations, art. 28); this is 1 hour. You can still publish it; if it is an emergency repair, reply so.
    [Publish] [Change] [Do not send]",
      ],
    }
  `)
  await world.press('刘师傅', '物业工单群', 'how I read it', 'Publish')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "💡 Power off: Building 3; Building 5
    Wed 18 Nov 11:00–13:00
    Please charge what you need and keep out of the lifts.",
      ],
      "物业工单群": [
        "✎ 📢 Power off · Building 3; Building 5 · Wed 18 Nov 11:00–13:00
    Published by 刘师傅, Wed 18 Nov 10:00, to 业主群
    [Change time] [Call off]",
      ],
    }
  `)
  await world.until('2026-11-18 11:10')
  world.news()
  await world.say('张女士', '业主群', 'No power in building 5')
  await world.say('老李', '业主群', '/notice')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "💡 The power is off at Building 3; Building 5, expected back today 13:00. We noted your report and will ask you when it is over.
    [Something else]",
        "📢 Announced:
    Power off · Building 3; Building 5 · Wed 18 Nov 11:00–13:00",
      ],
      "物业工单群": [
        "✎ 📢 Power off · Building 3; Building 5 · Wed 18 Nov 11:00–13:00
    Published by 刘师傅, Wed 18 Nov 10:00, to 业主群
    1 report answered with this notice
    [It is back] [Change time] [Call off]",
      ],
    }
  `)
  await world.say('刘师傅', '物业工单群', 'extended until 2pm', {
    replyTo: world.telegram.chat(-1002).find('📢')?.id ?? 0,
  })
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 💡 The power is off: Building 3; Building 5
    Expected back Wed 18 Nov 14:00. Changes will show here.
    Changed; it was to be Wed 18 Nov 11:00–13:00.",
      ],
      "物业工单群": [
        "✎ 📢 Power off · Building 3; Building 5 · Wed 18 Nov 11:00–14:00
    Published by 刘师傅, Wed 18 Nov 10:00, to 业主群
    1 report answered with this notice
    [It is back] [Change time] [Call off]",
      ],
    }
  `)
  await world.until('2026-11-18 14:00')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ 💡 Power off: Building 3; Building 5
    It was to be back Wed 18 Nov 14:00; we are checking with the property.",
      ],
      "物业工单群": [
        "⏰ 刘师傅, power off at Building 3; Building 5 was to be over Wed 18 Nov 14:00. Is it back?
    [It is back] [Not yet]",
      ],
    }
  `)
  await world.say('刘师傅', '物业工单群', 'it is back', {
    replyTo: world.telegram.chat(-1002).find('Is it back')?.id ?? 0,
  })
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ ✅ The power is back: Building 3; Building 5 (Wed 18 Nov 14:00)",
        "✅ The power is back at Building 3; Building 5 (14:00). 张女士: all right with you, too? If not, tap “Not for me”.
    [Not for me]",
      ],
      "物业工单群": [
        "✎ ✅ The power is back · Building 3; Building 5 · Wed 18 Nov 14:00
    1 report answered with this notice",
        "✎ (deleted)",
      ],
    }
  `)
  await world.press('张女士', '业主群', 'The power is back', 'Not for me')
  expect(world.news().业主群?.join()).toContain('#1 Power or lighting · Building 5')
  expect(world.errors).toEqual([])
})

it('one that is called off says so where it stood; what is not understood is asked for', async () => {
  const world = await startWorld({ communities: [community.replace('language: zh-CN', 'language: en')] })
  await world.say('刘师傅', '物业工单群', '/notice water off in building 9')
  await world.say('刘师傅', '物业工单群', '/notice tomorrow 9 to 15')
  await world.say('刘师傅', '物业工单群', '/notice elevator maintenance Saturday 2pm-4pm building 3 unit 2')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "From when to when? Example: /notice tomorrow 9 to 15 water off in building 3",
        "What is cut off? Example: /notice tomorrow 9 to 15 water off in building 3",
        "📝 Lift maintenance: this is how I read it. Publish?
    Building 3, Unit 2 · Sat 21 Nov 14:00–16:00 (2 hours)
    Goes to: 业主群
    [Publish] [Change] [Do not send]",
      ],
    }
  `)
  await world.press('刘师傅', '物业工单群', 'how I read it', 'Publish')
  world.news()
  await world.press('刘师傅', '物业工单群', '📢', 'Call off')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "✎ ✅ Called off: lift maintenance, Building 3, Unit 2
    It was to be Sat 21 Nov 14:00–16:00",
      ],
      "物业工单群": [
        "✎ ✅ Called off: Lift maintenance · Building 3, Unit 2 · Sat 21 Nov 14:00–16:00",
      ],
    }
  `)
  await world.until('2026-11-22 10:00')
  expect(world.news()).toEqual({})
  expect(world.errors).toEqual([])
})
