import type { Category } from '../category.ts'
import type { Cited } from './articles.ts'
import type { Component, Fund, Part, Party } from './facts.ts'
import type { WarrantyState } from './warranty.ts'

/** The five lines that the table draws, and what lies on none of them. */
export type Boundary =
  | 'property-administration'
  | 'property-owners'
  | 'property-utilities'
  | 'property-developer'
  | 'disputes'
  | 'first-handler'

/** What a row asks of a matter; everything left out may be anything. Null in a list: nobody has said. */
export interface When {
  readonly categories?: readonly Category[]
  readonly parts?: readonly (Part | null)[]
  readonly components?: readonly (Component | null)[]
  readonly danger?: boolean
  readonly warranty?: readonly WarrantyState[]
  readonly buildings?: readonly string[]
  readonly spots?: readonly string[]
}

interface Row {
  readonly id: string
  readonly boundary: Boundary
  readonly when: When
  readonly party: Party
  readonly fund?: Fund
  readonly articles: readonly Cited[]
}

const over = ['out', 'unknown', 'depends'] as const satisfies readonly WarrantyState[]
const notPrivate = ['shared', null] as const

/** THE table: the first row that fits answers. Its reasons, one sentence each, are in messages/ under the same id. */
export const rules = [
  // Conduct: what somebody does, whatever it is built of.
  row(
    'illegal-building',
    'property-administration',
    {
      categories: ['construction'],
      components: [null, 'structure', 'facade', 'waterproofing', 'heating', 'wiring', 'pipes', 'equipment'],
    },
    'government',
    ['property-management 45', 'planning 64'],
  ),
  row('decoration', 'property-administration', { categories: ['construction'] }, 'property', [
    'property-management 52',
    'civil-code 945',
  ]),
  row('letting', 'property-administration', { categories: ['rental'] }, 'government', [
    'letting 7',
    'letting 39',
    'property-management 45',
  ]),
  row('violence', 'property-administration', { categories: ['dispute'], danger: true }, 'government', [
    'property-management 46',
  ]),
  row('property-dispute', 'disputes', { categories: ['dispute'], parts: ['shared'] }, 'committee', [
    'mediation 17',
    'property-management 48',
  ]),
  row('neighbours', 'disputes', { categories: ['dispute'] }, 'committee', ['mediation 17', 'civil-code 288']),
  row('care', 'disputes', { categories: ['care'] }, 'committee', ['residents-committees 3']),
  row('common-decision', 'property-owners', { categories: ['governance'] }, 'owners', ['civil-code 278']),
  row('dog-attack', 'property-administration', { categories: ['pets'], danger: true }, 'government', [
    'animal-epidemics 30',
    'civil-code 1245',
  ]),
  row('pet-rules', 'property-owners', { categories: ['pets'], parts: ['private'] }, 'owners', ['civil-code 286']),
  row('pets', 'property-owners', { categories: ['pets'] }, 'property', ['civil-code 942', 'civil-code 286']),
  row('fire-lane', 'property-administration', { categories: ['parking'], danger: true }, 'government', [
    'fire-protection 28',
    'property-management 45',
  ]),
  row('own-space', 'property-owners', { categories: ['parking'], parts: ['private'] }, 'owner', [
    'civil-code 275',
    'civil-code 272',
  ]),
  row('parking', 'property-owners', { categories: ['parking'] }, 'property', ['civil-code 942', 'civil-code 275']),
  row('grabbed-green', 'property-administration', { categories: ['greening'], parts: ['private'] }, 'government', [
    'greening 19',
    'greening 27',
    'property-management 45',
  ]),
  row('greenery', 'property-owners', { categories: ['greening'] }, 'property', ['civil-code 942', 'civil-code 274']),
  row('own-rubbish', 'property-owners', { categories: ['sanitation'], parts: ['private'] }, 'owner', [
    'solid-waste 49',
    'civil-code 286',
  ]),
  row('cleaning', 'property-owners', { categories: ['sanitation'] }, 'property', [
    'civil-code 942',
    'property-management 35',
  ]),
  row('noise-at-home', 'disputes', { categories: ['noise'], parts: ['private'] }, 'committee', [
    'noise 70',
    'mediation 17',
  ]),
  row('noisy-equipment', 'property-owners', { categories: ['noise'], parts: ['shared'] }, 'property', [
    'noise 68',
    'civil-code 942',
  ]),
  row('noise', 'property-administration', { categories: ['noise'] }, 'property', ['noise 70']),
  row('smell-next-door', 'disputes', { categories: ['pollution'], parts: ['private'] }, 'committee', [
    'civil-code 294',
    'mediation 17',
  ]),
  row('pollution', 'property-administration', { categories: ['pollution'] }, 'government', [
    'air 81',
    'property-management 45',
  ]),
  // Danger that cannot wait for any question of who pays.
  row('gas-danger', 'property-utilities', { categories: ['gas'], danger: true }, 'utility', ['gas 40', 'gas 42']),
  row('fire-now', 'property-administration', { categories: ['fire'], components: [null], danger: true }, 'government', [
    'fire-protection 44',
  ]),
  row(
    'crime',
    'property-administration',
    { categories: ['security'], components: [null], danger: true },
    'government',
    ['property-management 46'],
  ),
  // Gas up to the household's own part is the company's, in warranty or not.
  row('gas-mains', 'property-utilities', { categories: ['gas'], parts: notPrivate }, 'utility', ['gas 19']),
  // The developer's warranty.
  row('not-handed-over', 'property-developer', { warranty: ['before'] }, 'developer', [
    'construction-quality 16',
    'property-management 31',
  ]),
  row('design-life', 'property-developer', { components: ['structure'], warranty: ['in'] }, 'developer', [
    'construction-quality 40',
    'quality-warranty 7',
  ]),
  row('five-years', 'property-developer', { components: ['waterproofing'], warranty: ['in'] }, 'developer', [
    'construction-quality 40',
    'quality-warranty 7',
  ]),
  row('facade-warranty', 'property-developer', { components: ['facade'], warranty: ['in'] }, 'developer', [
    'construction-quality 40',
    'quality-warranty 7',
  ]),
  row('two-seasons', 'property-developer', { components: ['heating'], warranty: ['in'] }, 'developer', [
    'construction-quality 40',
    'quality-warranty 7',
  ]),
  row(
    'two-years',
    'property-developer',
    { components: ['wiring', 'pipes', 'equipment', 'fittings'], warranty: ['in'] },
    'developer',
    ['construction-quality 40', 'quality-warranty 7'],
  ),
  row('warranty', 'property-developer', { components: [null], warranty: ['in'] }, 'developer', [
    'construction-quality 40',
    'property-management 31',
  ]),
  // Shared parts out of warranty: the six cases of emergency use first.
  row(
    'emergency-lift',
    'property-owners',
    { categories: ['elevator'], parts: ['shared'], danger: true, warranty: over },
    'property',
    ['maintenance-fund 24', 'civil-code 281', 'special-equipment 38'],
    'emergency',
  ),
  row(
    'emergency-fire',
    'property-owners',
    { categories: ['fire'], parts: ['shared'], danger: true, warranty: over },
    'property',
    ['maintenance-fund 24', 'civil-code 281', 'fire-protection 18'],
    'emergency',
  ),
  row(
    'emergency-facade',
    'property-owners',
    { components: ['facade'], danger: true, warranty: over },
    'property',
    ['maintenance-fund 24', 'civil-code 281'],
    'emergency',
  ),
  row(
    'emergency-roof',
    'property-owners',
    { components: ['waterproofing'], parts: ['shared'], danger: true, warranty: over },
    'property',
    ['maintenance-fund 24', 'civil-code 281'],
    'emergency',
  ),
  row(
    'emergency-pump',
    'property-owners',
    { categories: ['water'], components: ['equipment', 'pipes'], parts: ['shared'], danger: true, warranty: over },
    'property',
    ['maintenance-fund 24', 'civil-code 281'],
    'emergency',
  ),
  row(
    'emergency-drain',
    'property-owners',
    { categories: ['leak'], components: ['pipes', null], parts: ['shared'], danger: true, warranty: over },
    'property',
    ['maintenance-fund 24', 'civil-code 281'],
    'emergency',
  ),
  row(
    'emergency-other',
    'property-owners',
    { parts: ['shared'], danger: true, warranty: over },
    'property',
    ['maintenance-fund 24', 'civil-code 281'],
    'emergency',
  ),
  row('shared-depends', 'property-developer', { parts: ['shared'], warranty: ['depends'] }, 'property', [
    'civil-code 942',
    'construction-quality 40',
  ]),
  row(
    'shared-unknown',
    'property-owners',
    { parts: ['shared'], warranty: ['unknown'] },
    'property',
    ['maintenance-fund 18', 'civil-code 281'],
    'ordinary',
  ),
  row(
    'shared',
    'property-owners',
    { parts: ['shared'], warranty: ['out'] },
    'property',
    ['maintenance-fund 18', 'civil-code 281', 'civil-code 278'],
    'ordinary',
  ),
  // The household's own part.
  row('own-gas', 'property-utilities', { categories: ['gas'], parts: ['private'] }, 'owner', ['gas 27']),
  row('own-depends', 'property-developer', { parts: ['private'], warranty: ['depends'] }, 'owner', [
    'civil-code 272',
    'construction-quality 40',
  ]),
  row('own-unknown', 'property-owners', { parts: ['private'], warranty: ['unknown'] }, 'owner', [
    'civil-code 272',
    'property-management 31',
  ]),
  row('own', 'property-owners', { parts: ['private'], warranty: ['out'] }, 'owner', ['civil-code 272']),
  // Supply: no water, no power, no heat.
  row(
    'live-wire',
    'property-utilities',
    { categories: ['power'], components: [null], parts: notPrivate, danger: true },
    'property',
    ['civil-code 942', 'property-management 55'],
  ),
  row(
    'power-supply',
    'property-utilities',
    { categories: ['power'], components: [null], parts: notPrivate },
    'utility',
    ['property-management 51', 'electricity 17'],
  ),
  row(
    'supply',
    'property-utilities',
    { categories: ['water', 'heating'], components: [null], parts: notPrivate },
    'utility',
    ['property-management 51'],
  ),
  row('own-power', 'property-utilities', { categories: ['power'], components: [null], parts: ['private'] }, 'owner', [
    'electricity 17',
    'civil-code 272',
  ]),
  row(
    'own-supply',
    'property-utilities',
    { categories: ['water', 'heating'], components: [null], parts: ['private'] },
    'owner',
    ['civil-code 272'],
  ),
  // Nobody can say yet whose part it is, or it fits nowhere: whoever was asked first finds out.
  row('part-unknown', 'first-handler', { parts: [null], warranty: over }, 'property', ['civil-code 942']),
  row('first-handler', 'first-handler', {}, 'property', ['civil-code 942', 'property-management 35']),
] as const satisfies readonly Row[]

/** Ids are literal types, so that each has a reason in both languages. */
export type RuleId = (typeof rules)[number]['id']

function row<Id extends string>(
  id: Id,
  boundary: Boundary,
  when: When,
  party: Party,
  articles: readonly Cited[],
  fund?: Fund,
): Row & { readonly id: Id } {
  return { id, boundary, when, party, articles, ...(fund && { fund }) }
}
