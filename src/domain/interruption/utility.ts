import type { Category } from '../category.ts'

/** What may be cut off, or shut for maintenance, for a time that is announced. */
export const utilities = ['water', 'power', 'gas', 'heating', 'elevator', 'fire'] as const

export type Utility = (typeof utilities)[number]

/** Which reports an announced interruption answers: their category, and whether it answers only those of an outage. */
interface Answered {
  readonly category: Category
  /** Discoloured water or one dark lamp is another matter than no water and no power. */
  readonly outageOnly: boolean
}

export const answeredBy: Readonly<Record<Utility, Answered>> = {
  water: { category: 'water', outageOnly: true },
  power: { category: 'power', outageOnly: true },
  gas: { category: 'gas', outageOnly: true },
  heating: { category: 'heating', outageOnly: true },
  elevator: { category: 'elevator', outageOnly: true },
  // While alarms are tested they sound; nothing is out.
  fire: { category: 'fire', outageOnly: false },
}
