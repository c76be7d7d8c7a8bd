import type { Category } from '../category.ts'

/** Whose part of the building it is: what all owners share, or what belongs to one household. */
export const parts = ['shared', 'private'] as const

export type Part = (typeof parts)[number]

/** What of the building it is, as the rules of warranty divide it. */
export const components = [
  'waterproofing',
  'heating',
  'wiring',
  'pipes',
  'equipment',
  'fittings',
  'structure',
  'facade',
] as const

export type Component = (typeof components)[number]

/**
 * Who must get it done. `owner` is the household itself, `owners` their committee or assembly, `committee` the residents'
 * committee with its mediators and grid workers.
 */
export const parties = ['property', 'owner', 'owners', 'utility', 'developer', 'government', 'committee'] as const

export type Party = (typeof parties)[number]

/** Where the money for a shared part comes from: the maintenance fund after a vote, or without one in an emergency. */
export const funds = ['ordinary', 'emergency'] as const

export type Fund = (typeof funds)[number]

/** How long ago the building was handed over, where nobody knows the day. */
export const ages = ['under-2', '2-to-5', 'over-5'] as const

export type Age = (typeof ages)[number]

/** What is known of a matter when somebody asks who is responsible for it. */
export interface Facts {
  readonly category: Category
  readonly part: Part | null
  readonly component: Component | null
  /** Somebody may come to harm. */
  readonly danger: boolean
  /** The day the building passed its completion acceptance (竣工验收合格), YYYY-MM-DD; null: nobody has said. */
  readonly handover: string | null
  /** In its place where only the year or so is known; the day goes before it. */
  readonly age: Age | null
  /** Years the structure was designed for; null: as most houses, fifty. */
  readonly designLife: number | null
  /** The local day the question is about, YYYY-MM-DD. */
  readonly on: string
  /** First and last day of a heating period, 'MM-DD' each, both included. */
  readonly heatingSeason: readonly [string, string]
  readonly building: string | null
  readonly spot: string | null
}

/** Mid-November to mid-March, as in most of the heated cities; a community's own season goes before it. */
export const usualHeatingSeason: Facts['heatingSeason'] = ['11-15', '03-15']

/** The household's part is nobody else's; these are shared whoever looks at them (the load-bearing frame and the outer wall). */
const sharedByNature: readonly Component[] = ['structure', 'facade']

/** Fixed installations of the whole house. */
const sharedKinds: readonly Category[] = ['elevator', 'fire', 'security']

/** The part as the law sees it: what is shared by nature is shared, whatever was said. */
export function partOf({ part, component, category }: Facts): Part | null {
  if (component !== null && sharedByNature.includes(component)) return 'shared'
  return part ?? (sharedKinds.includes(category) ? 'shared' : null)
}
