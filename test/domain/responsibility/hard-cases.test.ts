import { expect, it } from 'vitest'
import { usualHeatingSeason } from '../../../src/domain/responsibility/facts.ts'
import { hardCases } from '../../../src/domain/responsibility/hard-cases.ts'
import { missingFact, route } from '../../../src/domain/responsibility/route.ts'
import { messagesIn } from '../../../src/messages/messages-in.ts'
import { hardCaseIn } from '../../../src/nlu/understand/hard-case.ts'

it.each(hardCases)(
  '$id: the table names the same party, nothing is left to ask, and both languages have its words',
  ({ id, category, part, party }) => {
    const facts = {
      ...{ category, part, component: null, danger: false, handover: null, age: null, designLife: null },
      ...{ on: '2026-11-23', heatingSeason: usualHeatingSeason, building: null, spot: null },
    }
    expect([route(facts).party, missingFact(facts)]).toEqual([party, null])
    for (const language of ['zh-CN', 'en'] as const) {
      const { steps, reporter, group } = messagesIn(language).hardCases[id]
      expect(steps.length).toBe(4)
      expect([reporter, group].every((text) => text.length > 10)).toBe(true)
    }
  },
)

it.each([
  ['绿地被人圈起来种菜了', 'greening', 'grabbed-green'],
  ['绿化带的树枯死了', 'greening', null],
  ['有人封阳台', 'construction', 'enclosed-balcony'],
  ['楼顶搭阳光房', 'construction', 'private-building'],
  ['装修砸墙', 'construction', null],
  ['电梯里有狗屎', 'pets', 'pet-mess'],
  ['狗叫一晚上', 'pets', null],
  ['垃圾不分类', 'sanitation', 'unsorted-rubbish'],
  ['垃圾没人清', 'sanitation', null],
  ['群租', 'rental', 'irregular-letting'],
  ['垃圾不分类', 'other', null],
] as const)('%s (%s) → %s', (text, category, found) => {
  expect(hardCaseIn(text, category)).toBe(found)
})
