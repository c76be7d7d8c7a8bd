import type { Category, Place } from '../category.ts'
import type { Instant } from '../ids.ts'
import { ownParty } from '../rates/round.ts'
import { type Rate, rate } from '../rates/three-rates.ts'
import { dayMs } from '../time/civil-date.ts'
import { localParts } from '../time/zone.ts'
import type { PeriodCounts, PeriodFacts } from './period-facts.ts'

/** What is late and whom it waits for. */
export interface LateParty {
  /** 'property' or the hold party's own name. */
  readonly party: string
  readonly overdue: number
  /** Calendar ms by which the latest of them is over. */
  readonly worstMs: number
}

/** One line of the list of what is open. Of a private matter only its number, its day and its age. */
export interface OpenLine {
  readonly number: number
  readonly private: boolean
  readonly category: Category | null
  readonly place: Place | null
  /** Local date of the report. */
  readonly opened: string
  readonly ageDays: number
  readonly assignee: string | null
  readonly party: string | null
  readonly holdUntil: string | null
  /** Whole days, begun ones counted, since its clock ran out; null while it has not. */
  readonly lateDays: number | null
}

/** What only the committee sees. */
export interface CommitteePart {
  readonly overdueByParty: readonly LateParty[]
  readonly holdsByParty: PeriodFacts['holdsByParty']
  /** Reopened in the period, whenever it was finished. */
  readonly reopened: number
  /** Of what was finished in the period, what was reopened within the callback window. */
  readonly reopen: Rate
  readonly reopenBefore: Rate | null
  /** Handed on or sent back, of all that was worked on. */
  readonly bounce: Rate
  /** Calls at people's doors: their number and nothing else. */
  readonly visits: number
  readonly open: readonly OpenLine[]
}

export function committeePart(facts: PeriodFacts, seenFrom: Instant, timezone: string): CommitteePart {
  const { current, previous, holdsByParty, handled } = facts
  const reopen = ({ cameBack, resolved }: PeriodCounts): Rate => rate(cameBack, cameBack, resolved)
  return {
    overdueByParty: lateParties(facts, seenFrom),
    holdsByParty,
    reopened: current.reopened,
    reopen: reopen(current),
    reopenBefore: previous === null ? null : reopen(previous),
    bounce: rate(current.bounced, current.bounced, handled),
    visits: current.visits,
    open: facts.open.map((matter): OpenLine => {
      const masked = matter.private
      const { hold, lateSince } = matter
      return {
        number: matter.number,
        private: masked,
        category: masked ? null : matter.category,
        place: masked ? null : matter.place,
        opened: localParts(timezone, matter.openedAt).date,
        ageDays: Math.max(0, Math.floor((seenFrom - matter.openedAt) / dayMs)),
        assignee: masked ? null : (matter.assignee?.name ?? null),
        party: masked ? null : (hold?.party ?? ownParty),
        holdUntil: masked || hold === null ? null : localParts(timezone, hold.until).date,
        lateDays: lateSince === null ? null : Math.max(1, Math.ceil((seenFrom - lateSince) / dayMs)),
      }
    }),
  }
}

/** Most first. */
function lateParties({ open }: PeriodFacts, seenFrom: Instant): readonly LateParty[] {
  const found = new Map<string, LateParty>()
  for (const { hold, lateSince } of open) {
    if (lateSince === null) continue
    const party = hold?.party ?? ownParty
    const known = found.get(party)
    found.set(party, {
      party,
      overdue: (known?.overdue ?? 0) + 1,
      worstMs: Math.max(known?.worstMs ?? 0, seenFrom - lateSince),
    })
  }
  return [...found.values()].sort((a, b) => b.overdue - a.overdue || b.worstMs - a.worstMs)
}
