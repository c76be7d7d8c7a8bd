import type { Policy } from '../domain/policy/policy.ts'
import type { OwnRule } from '../domain/responsibility/route.ts'
import type { When } from '../domain/responsibility/rules.ts'
import { buildingNamed } from '../nlu/community-words.ts'
import type { Flaw } from './community-issues.ts'
import type { WrittenFile } from './community-shape.ts'

type Written = NonNullable<WrittenFile['responsibility']>[number]

/** The community's own rows of responsibility, in the order of the file. */
export function responsibilityOf({ responsibility = [] }: WrittenFile): Pick<Policy, 'responsibility'> {
  return responsibility.length === 0 ? {} : { responsibility: responsibility.map(ruleOf) }
}

function ruleOf(row: Written): OwnRule {
  const { party, fund = null, reason, article = null } = row
  return { when: whenOf(row), party, fund, reason: reason.trim(), article }
}

function whenOf({ category, part, component, danger, warranty, building, spot }: Written): When {
  return {
    ...(category && { categories: category }),
    ...(part && { parts: part }),
    ...(component && { components: component }),
    ...(danger !== undefined && { danger }),
    // What nobody knows to be in warranty counts as out of it.
    ...(warranty && { warranty: warranty === 'in' ? (['in', 'before'] as const) : (['out', 'unknown'] as const) }),
    ...(building && { buildings: building.map(buildingNamed) }),
    ...(spot && { spots: spot }),
  }
}

/** Rows that would never answer, name no building there is, or find money for what is no shared part. */
export function responsibilityFlaws({ responsibility = [], buildings = [] }: WrittenFile): Flaw[] {
  const known = new Set(buildings.map(({ name }) => buildingNamed(name)))
  const whens = responsibility.map(whenOf)
  return responsibility.flatMap((row, index): Flaw[] => {
    const flaws: Flaw[] = []
    const when = whens[index] ?? {}
    const before = whens.slice(0, index).findIndex((earlier) => covers(earlier, when))
    if (before >= 0)
      flaws.push({
        path: ['responsibility', index],
        zh: `永远轮不到这一条:第 ${before + 1} 条已经包含它的所有情形;请把它移到前面,或删掉`,
        en: `can never answer: row ${before + 1} covers all of its cases; move it up, or remove it`,
      })
    for (const [position, name] of (row.building ?? []).entries()) {
      if (known.size === 0 || known.has(buildingNamed(name))) continue
      flaws.push({
        path: ['responsibility', index, 'building', ...(row.building?.length === 1 ? [] : [position])],
        zh: `buildings 里没有「${name}」这栋楼(有:${[...known].slice(0, 20).join('、')})`,
        en: `there is no building "${name}" under buildings (there are: ${[...known].slice(0, 20).join(', ')})`,
      })
    }
    if (row.fund !== undefined && (row.part === undefined || row.part.includes('private')))
      flaws.push({
        path: ['responsibility', index, 'fund'],
        zh: '维修资金只用于公共部位:写上 part: shared,或去掉 fund',
        en: 'the maintenance fund is for shared parts only: write part: shared, or leave fund out',
      })
    return flaws
  })
}

/** Whether every matter that fits the second fits the first. */
function covers(first: When, second: When): boolean {
  const lists = ['categories', 'parts', 'components', 'warranty', 'buildings', 'spots'] as const
  const wider = lists.every((key) => {
    const [a, b]: (readonly unknown[] | undefined)[] = [first[key], second[key]]
    return a === undefined || b?.every((one) => a.includes(one)) === true
  })
  return wider && (first.danger === undefined || first.danger === second.danger)
}
