import type { Category } from '../category.ts'
import type { Part, Party } from './facts.ts'

/** A kind of matter that people quarrel over more than they report it, and how it is gone about. Its words are in messages/. */
export interface HardCaseRow {
  readonly id: string
  readonly category: Category
  /** Whose part it is about, as the table of responsibility asks. */
  readonly part: Part | null
  readonly party: Party
}

/** The founding essay's hard cases. Each is dissuaded first; none names a household in a group. */
export const hardCases = [
  { id: 'grabbed-green', category: 'greening', part: 'private', party: 'government' },
  { id: 'enclosed-balcony', category: 'construction', part: null, party: 'government' },
  { id: 'private-building', category: 'construction', part: null, party: 'government' },
  { id: 'pet-mess', category: 'pets', part: 'shared', party: 'property' },
  { id: 'unsorted-rubbish', category: 'sanitation', part: 'shared', party: 'property' },
  { id: 'irregular-letting', category: 'rental', part: null, party: 'government' },
] as const satisfies readonly HardCaseRow[]

export type HardCase = (typeof hardCases)[number]['id']

/** The row of a hard case. */
export function hardCaseRow(id: HardCase): HardCaseRow {
  const row = hardCases.find((one) => one.id === id)
  if (!row) throw new RangeError(`no hard case ${id}`)
  return row
}
