import type { Instant } from '../domain/ids.ts'
import type { Policy } from '../domain/policy/policy.ts'
import { clockMs, finishMs } from '../domain/rates/round.ts'
import { callbacksOf, tallies } from '../domain/rates/tally.ts'
import { type Period, periodAfter, periodBefore } from '../domain/summary/period.ts'
import type { PeriodCounts, PeriodFacts } from '../domain/summary/period-facts.ts'
import { spreadOf } from '../domain/summary/spread.ts'
import { firstAcknowledged } from './first-acknowledged.ts'
import type { Span } from './open-at.ts'
import { openCount, openMatters } from './open-matters.ts'
import { dueIn, holdsByParty, openedByBuilding, openedByCategory, periodCounts } from './period-counts.ts'
import { roundsIn } from './rounds.ts'
import type { Sql } from './session.ts'

interface Asked {
  readonly communityId: number
  readonly period: Period
  readonly asOf: Instant
}

/** A policy version as it is in force, with the statutory days of today's knowledge. */
export type PolicyReader = (communityId: number, version: number) => Promise<Policy>

/**
 * The facts of one period. Each statement follows what happened in the period or was open at its end, none the history
 * before or after. Business time is reckoned here, for the calendar is not SQL's to know.
 */
export async function periodFacts(
  sql: Sql,
  { communityId, period, asOf }: Asked,
  readPolicy: PolicyReader,
): Promise<PeriodFacts> {
  const [community] = await sql<{ name: string; timezone: string; households: number | null }[]>`
    select name, timezone, households from community where id = ${communityId}`
  if (!community) throw new Error(`there is no community ${communityId}`)
  const { timezone } = community
  const policyOf = await policies(sql, communityId, readPolicy)
  const span: Span = { communityId, start: period.start, end: Math.max(period.start, Math.min(period.end, asOf)) }
  const rounds = await roundsIn(sql, span)
  const open = await openMatters(sql, span)
  const next = periodAfter(timezone, period)
  const acknowledged = await firstAcknowledged(sql, span)
  const last = rounds.filter(({ undone }) => !undone)
  return {
    community: { name: community.name, households: community.households },
    period,
    asOf,
    current: {
      ...(await periodCounts(sql, span)),
      carriedOver: open.length,
      callbacks: callbacksOf(rounds, policyOf),
    },
    previous: await countsBefore(sql, { communityId, ...periodBefore(timezone, period) }, policyOf),
    acknowledgeMs: spreadOf(
      acknowledged.map((one) => clockMs(one, 'acknowledge', one.at, policyOf(one.policyVersion))),
    ),
    finishMs: spreadOf(last.map((round) => finishMs(round, policyOf(round.policyVersion)))),
    byCategory: await openedByCategory(sql, span),
    byBuilding: await openedByBuilding(sql, span),
    open,
    tallies: tallies(
      rounds,
      open.map(({ category, place, grid, knownBuilding, hold, assignee }) => ({
        category,
        building: knownBuilding ? place.building : null,
        grid,
        party: hold?.party ?? null,
        assignee,
      })),
      policyOf,
    ),
    holdsByParty: await holdsByParty(sql, span),
    dueNext: asOf < next.end ? await dueIn(sql, { communityId, start: next.start, end: next.end }) : null,
    // Nobody books hours yet.
    volunteers: null,
  }
}

/** Null for a community that had no ticket by then: there is nothing to compare with. */
async function countsBefore(
  sql: Sql,
  { communityId, start, end }: Span,
  policyOf: (version: number) => Policy,
): Promise<PeriodCounts | null> {
  const [had] = await sql`select from ticket where community_id = ${communityId} and opened_at < ${end} limit 1`
  if (!had) return null
  const span: Span = { communityId, start, end }
  return {
    ...(await periodCounts(sql, span)),
    carriedOver: await openCount(sql, span),
    callbacks: callbacksOf(await roundsIn(sql, span), policyOf),
  }
}

/** Every version a community ever had: few, for they are written by hand. */
async function policies(sql: Sql, communityId: number, readPolicy: PolicyReader): Promise<(version: number) => Policy> {
  const found = await sql<{ version: number }[]>`select version from policy where community_id = ${communityId}`
  const known = new Map<number, Policy>()
  for (const { version } of found) known.set(version, await readPolicy(communityId, version))
  return (version) => {
    const policy = known.get(version)
    if (!policy) throw new Error(`community ${communityId} has no policy version ${version}`)
    return policy
  }
}
