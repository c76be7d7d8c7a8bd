import { type Article, articleOf } from './articles.ts'
import { type Component, type Facts, type Fund, type Part, type Party, partOf } from './facts.ts'
import { type RuleId, rules, type When } from './rules.ts'
import { type Warranty, warrantyOf } from './warranty.ts'

/** A row of a community's own, asked before the product's. */
export interface OwnRule {
  readonly when: When
  readonly party: Party
  readonly fund: Fund | null
  /** One sentence, in the community's language. */
  readonly reason: string
  /** What it rests on, as the community writes it. */
  readonly article: string | null
}

/** Who is responsible, and on which ground. */
export interface Route {
  readonly party: Party
  readonly fund: Fund | null
  /** The row that answered: one of the table's, or a community's own with its words. */
  readonly rule: RuleId | { readonly reason: string; readonly article: string | null }
  readonly articles: readonly Article[]
  readonly warranty: Warranty
  readonly component: Component | null
  readonly part: Part | null
}

/** The first row that fits: a community's own before the product's. Pure and total: any facts have an answer. */
export function route(facts: Facts, own: readonly OwnRule[] = []): Route {
  const warranty = warrantyOf(facts)
  const found = { warranty, component: facts.component, part: partOf(facts) }
  const ours = own.find(({ when }) => fits(when, facts, found))
  if (ours) {
    const { party, fund, reason, article } = ours
    return { ...found, party, fund, rule: { reason, article }, articles: [] }
  }
  const row = rules.find(({ when }) => fits(when, facts, found)) ?? rules[rules.length - 1]
  if (!row) throw new RangeError('the table of responsibility is empty')
  return {
    ...found,
    party: row.party,
    fund: row.fund ?? null,
    rule: row.id as RuleId,
    articles: row.articles.map(articleOf),
  }
}

function fits(when: When, facts: Facts, { warranty, part }: Pick<Route, 'warranty' | 'part'>): boolean {
  const { categories, parts, components, danger, warranty: states, buildings, spots } = when
  return (
    (categories?.includes(facts.category) ?? true) &&
    (parts?.includes(part) ?? true) &&
    (components?.includes(facts.component) ?? true) &&
    (danger === undefined || danger === facts.danger) &&
    (states?.includes(warranty.state) ?? true) &&
    (buildings === undefined || (facts.building !== null && buildings.includes(facts.building))) &&
    (spots === undefined || spots.some((spot) => facts.spot?.includes(spot)))
  )
}

/** What nobody has said and the answer hangs on: whose part it is, else when the building was handed over. */
export type Missing = 'part' | 'handover'

export function missingFact(facts: Facts, own: readonly OwnRule[] = []): Missing | null {
  const answer = (change: Partial<Facts>): string => {
    const { party, fund } = route({ ...facts, ...change }, own)
    return `${party}/${fund}`
  }
  if (partOf(facts) === null && differ(['shared', 'private'].map((part) => answer({ part: part as Part }))))
    return 'part'
  const dated = facts.handover !== null || facts.age !== null
  if (!dated && differ([answer({ age: 'under-2' }), answer({ age: '2-to-5' }), answer({ age: 'over-5' })]))
    return 'handover'
  return null
}

function differ(answers: readonly string[]): boolean {
  return new Set(answers).size > 1
}
