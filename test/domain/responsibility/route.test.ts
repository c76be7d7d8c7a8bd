import { describe, expect, it } from 'vitest'
import { categories } from '../../../src/domain/category.ts'
import { components, type Facts, parts, usualHeatingSeason } from '../../../src/domain/responsibility/facts.ts'
import { missingFact, type OwnRule, route } from '../../../src/domain/responsibility/route.ts'
import { rules } from '../../../src/domain/responsibility/rules.ts'
import { localParts } from '../../../src/domain/time/zone.ts'
import { messagesIn } from '../../../src/messages/messages-in.ts'
import { routeText } from '../../../src/messages/route-text.ts'
import { type RouteCase, routeCases } from './route-cases.ts'

describe('who is responsible', () => {
  it.each(routeCases)('$category $part $component: $note', (one) => {
    const found = route(factsOf(one))
    const [first] = found.articles
    const cited = first && messagesIn('zh-CN').responsibility.articles(first.law, [first.number])
    expect([found.party, found.fund, cited]).toEqual([one.party, one.fund, one.article])
  })

  it('there are cases for every row of the table', () => {
    expect(routeCases.length).toBeGreaterThanOrEqual(60)
    const used = new Set(routeCases.map((one) => route(factsOf(one)).rule))
    expect(rules.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([])
  })
})

describe('whatever is asked', () => {
  const handovers = [null, '2027-01-01', '2026-11-23', '2024-11-24', '2021-11-24', '1970-01-01']
  const all = categories.flatMap((category) =>
    [null, ...parts].flatMap((part) =>
      [null, ...components].flatMap((component) =>
        [true, false].flatMap((danger) =>
          handovers.map((handover) => facts({ category, part, component, danger, handover })),
        ),
      ),
    ),
  )

  it('there is one answer, with a sentence in both languages and an article', () => {
    expect(all.length).toBe(21 * 3 * 9 * 2 * 6)
    for (const one of all) {
      const found = route(one)
      const [zh, en] = [
        routeText(found, messagesIn('zh-CN').responsibility),
        routeText(found, messagesIn('en').responsibility),
      ]
      expect(zh.reason, JSON.stringify(one)).toMatch(/^[^。]+。$/)
      expect(en.reason, JSON.stringify(one)).toMatch(/^[A-Z].*\.$/)
      expect(zh.article).toMatch(/^《.+》第[一二三四五六七八九十百千零]+条/)
      expect(en.article).toMatch(/art\. \d+/)
    }
  })

  it('the fund pays for nothing but shared parts out of warranty, without a vote only in danger', () => {
    for (const one of all) {
      const { fund, part, party, warranty } = route(one)
      if (fund === null) continue
      expect([part, party]).toEqual(['shared', 'property'])
      expect(['out', 'unknown', 'depends']).toContain(warranty.state)
      if (fund === 'emergency') expect(one.danger).toBe(true)
    }
  })

  it('every row can answer', () => {
    const used = new Set(all.map((one) => route(one).rule))
    expect(rules.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([])
  })
})

describe('what is asked for first', () => {
  it.each([
    [{ category: 'leak' } as const, 'part'],
    [{ category: 'leak', part: 'shared' } as const, 'handover'],
    [{ category: 'leak', part: 'shared', handover: '2010-01-01' } as const, null],
    [{ category: 'leak', part: 'shared', age: '2-to-5' } as const, null],
    [{ category: 'leak', component: 'waterproofing', handover: '2025-01-01' } as const, null],
    [{ category: 'elevator' } as const, 'handover'],
    [{ category: 'construction' } as const, null],
    [{ category: 'care' } as const, null],
    [{ category: 'power' } as const, 'part'],
    [{ category: 'gas', danger: true } as const, null],
  ])('%o → %s', (given, missing) => {
    expect(missingFact(facts(given))).toBe(missing)
  })
})

describe('a community’s own rows', () => {
  const mains: OwnRule = {
    when: { categories: ['water'], parts: ['shared'], components: ['pipes', 'equipment'], buildings: ['3'] },
    party: 'utility',
    fund: null,
    reason: '3 号楼的二次供水已移交自来水公司。',
    article: '二次供水移交协议',
  }

  it('answer before the product’s, where they fit', () => {
    const asked = facts({
      category: 'water',
      part: 'shared',
      component: 'pipes',
      handover: '2010-01-01',
      building: '3',
    })
    const found = route(asked, [mains])
    expect(found).toMatchObject({ party: 'utility', fund: null })
    expect(routeText(found, messagesIn('zh-CN').responsibility)).toEqual({
      reason: mains.reason,
      article: mains.article,
    })
    expect(route({ ...asked, building: '5' }, [mains]).party).toBe('property')
    expect(route({ ...asked, component: null }, [mains]).rule).toBe('supply')
  })
})

function factsOf({ category, part, component, danger, handover, at, designLife }: RouteCase): Facts {
  const { date } = localParts('Asia/Shanghai', Date.parse(at))
  return facts({ category, part, component, danger, handover, designLife: designLife ?? null, on: date })
}

function facts(change: Partial<Facts>): Facts {
  return {
    category: 'other',
    part: null,
    component: null,
    danger: false,
    handover: null,
    age: null,
    designLife: null,
    on: '2026-11-23',
    heatingSeason: usualHeatingSeason,
    building: null,
    spot: null,
    ...change,
  }
}
