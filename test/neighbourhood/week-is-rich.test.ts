import { expect, it } from 'vitest'
import { neighbours } from '../../seeds/neighbours.ts'
import { week } from '../../seeds/week.ts'
import { categories } from '../../src/domain/category.ts'
import { parse } from '../../src/nlu/parse.ts'

const words = week.flatMap(({ does, makes, at }) => {
  const text = does.kind === 'say' ? does.text : does.kind === 'album' ? (does.captions[0] ?? '') : ''
  return makes && text ? [{ at, text }] : []
})

it('brings every category at least once, as people would say it', () => {
  const heard = words.flatMap(({ at, text }) =>
    parse(text, { at: Date.parse(`${at.replace(' ', 'T')}:00+08:00`), timezone: 'Asia/Shanghai' }).problems.flatMap(
      (problem) => problem.categories[0] ?? [],
    ),
  )
  expect(categories.filter((category) => !heard.includes(category))).toEqual([])
})

it('has an album, a wave of neighbours who join in, a private word, a bad rating, a hold and a thank-you', () => {
  const steps = (holds: (text: string) => boolean) =>
    week.filter(({ does }) => holds('text' in does ? does.text : 'button' in does ? does.button : does.kind))
  expect(steps((text) => text === 'album')).toHaveLength(1)
  const joining = week.flatMap(({ who, does }) =>
    does.kind === 'press' && does.on.includes('{water}') && does.button.startsWith('+1') ? [who] : [],
  )
  expect(new Set(joining).size).toBeGreaterThanOrEqual(4)
  expect(week.filter(({ where, makes }) => where === 'dm' && makes)).not.toEqual([])
  expect(steps((text) => text === '不满意')).toHaveLength(1)
  expect(steps((text) => text.includes('挂起') && text.includes('迅达电梯'))).toHaveLength(1)
  expect(steps((text) => text.startsWith('谢谢'))).toHaveLength(1)
  const nights = week.filter(({ at, makes }) => makes && at.slice(11) < '05:00')
  expect(nights.map(({ at }) => at.slice(11))).toEqual(['02:14'])
})

it('is told by residents who have a door', () => {
  for (const { who, where } of week)
    if ((where === 'dm' || where === -1001) && who > 400) expect(neighbours.map(({ id }) => id)).toContain(who)
})
