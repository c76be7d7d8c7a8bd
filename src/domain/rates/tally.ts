import type { Category } from '../category.ts'
import type { Policy } from '../policy/policy.ts'
import { callbackOf, ownParty, partyOf, type Round } from './round.ts'
import type { CallbackCounts } from './three-rates.ts'

/** What the figures are broken down by. A person is who resolved, and for open matters who has it now. */
export const dimensions = ['building', 'grid', 'category', 'party', 'person'] as const

export type Dimension = (typeof dimensions)[number]

/** Counts of one building, grid, category, party or person in a period; private matters are in them, unnamed. */
export interface Tally {
  readonly dimension: Dimension
  /** Unique within the dimension: a building's name, a category's code, a party, a person's id. */
  readonly key: string
  readonly name: string
  /** Matters by what they are at the period's end: finished, by their last resolve, or open. */
  readonly onTime: number
  readonly late: number
  readonly open: number
  readonly callbacks: CallbackCounts
}

/** What an open matter is counted under. */
export interface OpenCounted {
  readonly ticketId: number
  readonly category: Category
  readonly building: string | null
  readonly grid: string | null
  /** Whom it waits for now; null: nobody but the property company. */
  readonly party: string | null
  readonly assignee: { readonly id: number; readonly name: string } | null
}

export const noCallbacks: CallbackCounts = {
  asked: 0,
  answered: 0,
  solved: 0,
  respondedInTime: 0,
  satisfied: 0,
  basicallySatisfied: 0,
  unsatisfied: 0,
}

export function addCallbacks(a: CallbackCounts, b: CallbackCounts): CallbackCounts {
  return {
    asked: a.asked + b.asked,
    answered: a.answered + b.answered,
    solved: a.solved + b.solved,
    respondedInTime: a.respondedInTime + b.respondedInTime,
    satisfied: a.satisfied + b.satisfied,
    basicallySatisfied: a.basicallySatisfied + b.basicallySatisfied,
    unsatisfied: a.unsatisfied + b.unsatisfied,
  }
}

/** All callbacks of some rounds. */
export function callbacksOf(rounds: readonly Round[], policyOf: (version: number) => Policy): CallbackCounts {
  return rounds.reduce((sum, round) => addCallbacks(sum, callbackOf(round, policyOf(round.policyVersion))), noCallbacks)
}

/**
 * Every dimension in one pass over the rounds, in their order of time, and the open matters. In each dimension a matter
 * counts once, as what it is at the end: open, else its last resolve. Callbacks count for every resolve, where it was done.
 */
export function tallies(
  rounds: readonly Round[],
  open: readonly OpenCounted[],
  policyOf: (version: number) => Policy,
): readonly Tally[] {
  const found = new Map<string, { -readonly [K in keyof Tally]: Tally[K] }>()
  const at = (dimension: Dimension, key: string | null, name = key) => {
    if (key === null || name === null) return null
    const id = `${dimension}/${key}`
    const known = found.get(id)
    if (known !== undefined) return known
    const fresh = { dimension, key, name, onTime: 0, late: 0, open: 0, callbacks: noCallbacks }
    found.set(id, fresh)
    return fresh
  }
  const last = new Map(rounds.map((round) => [round.ticketId, round]))
  for (const { ticketId } of open) last.delete(ticketId)
  for (const round of rounds) {
    const callbacks = callbackOf(round, policyOf(round.policyVersion))
    const { ticketId, building, grid, category, solver, late } = round
    const counts = last.get(ticketId) === round
    for (const row of [
      at('building', building),
      at('grid', grid),
      at('category', category),
      at('party', partyOf(round)),
      at('person', String(solver.id), solver.name),
    ]) {
      if (row === null) continue
      if (counts && late) row.late += 1
      else if (counts) row.onTime += 1
      row.callbacks = addCallbacks(row.callbacks, callbacks)
    }
  }
  for (const { building, grid, category, party, assignee } of open) {
    for (const row of [
      at('building', building),
      at('grid', grid),
      at('category', category),
      at('party', party ?? ownParty),
      assignee === null ? null : at('person', String(assignee.id), assignee.name),
    ]) {
      if (row !== null) row.open += 1
    }
  }
  return [...found.values()]
}
