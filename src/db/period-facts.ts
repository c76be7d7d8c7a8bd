import type { Instant } from '../domain/ids.ts'
import type { Policy, RateWeights } from '../domain/policy/policy.ts'
import { cameBack } from '../domain/rates/round.ts'
import { callbacksOf, tallies } from '../domain/rates/tally.ts'
import { type Period, periodAfter, periodBefore } from '../domain/summary/period.ts'
import type { PeriodCounts, PeriodFacts } from '../domain/summary/period-facts.ts'
import { spreadOf } from '../domain/summary/spread.ts'
import { firstAcknowledged } from './first-acknowledged.ts'
import type { Span } from './open-at.ts'
import { openCount, openMatters } from './open-matters.ts'
import { dueIn, holdsByParty, openedByBuilding, openedByCategory, periodCounts, takenUpAgain } from './period-counts.ts'
import { roundsIn } from './rounds.ts'
import type { Sql } from './session.ts'

interface Asked {
  readonly communityId: number
  readonly period: Period
  readonly asOf: Instant
}

interface Community {
  readonly id: number
  readonly name: string
  readonly timezone: string
  readonly households: number | null
  readonly policyVersion: number
}

/** A policy version as it is in force, with the statutory days of today's knowledge. */
export type PolicyReader = (communityId: number, version: number) => Promise<Policy>

/**
 * The facts of one period. Each statement follows what happened in the period or was open at its end, none the history
 * before or after. What the calendar decides is reckoned here, for it is not SQL's to know.
 */
export async function periodFacts(
  sql: Sql,
  { communityId, period, asOf }: Asked,
  readPolicy: PolicyReader,
): Promise<PeriodFacts> {
  const [community] = await sql<Community[]>`
    select id, name, timezone, households, policy_version from community where id = ${communityId}`
  if (!community) throw new Error(`there is no community ${communityId}`)
  const { timezone } = community
  const policyOf = await policies(sql, communityId, readPolicy)
  const span: Span = { communityId, start: period.start, end: Math.max(period.start, Math.min(period.end, asOf)) }
  const rounds = await roundsIn(sql, span)
  const open = await openMatters(sql, span)
  const next = periodAfter(timezone, period)
  const acknowledged = await firstAcknowledged(sql, span)
  const previous = await countsBefore(sql, community, periodBefore(timezone, period), policyOf)
  const counts = await periodCounts(sql, span)
  return {
    community: { name: community.name, households: community.households },
    period,
    asOf,
    current: {
      ...counts,
      carriedOver: open.length,
      cameBack: cameBack(rounds, policyOf),
      callbacks: callbacksOf(rounds, policyOf),
      weights: await weightsAt(sql, community, span.end, policyOf),
    },
    previous,
    handled: (previous?.carriedOver ?? 0) + counts.opened + (await takenUpAgain(sql, span)),
    acknowledgeMs: spreadOf(acknowledged.map(({ openedAt, at }) => at - openedAt)),
    finishMs: spreadOf(rounds.flatMap(({ undone, openedAt, resolvedAt }) => (undone ? [] : resolvedAt - openedAt))),
    byCategory: await openedByCategory(sql, span),
    byBuilding: await openedByBuilding(sql, span),
    open,
    tallies: tallies(
      rounds,
      open.map(({ ticketId, category, place, grid, knownBuilding, hold, assignee }) => ({
        ticketId,
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
  community: Community,
  { start, end }: Pick<Span, 'start' | 'end'>,
  policyOf: (version: number) => Policy,
): Promise<PeriodCounts | null> {
  const communityId = community.id
  // Ordered, so that the index is asked even where nothing will be found.
  const [had] = await sql`
    select from ticket where community_id = ${communityId} and opened_at < ${end} order by opened_at limit 1`
  if (!had) return null
  const span: Span = { communityId, start, end }
  const rounds = await roundsIn(sql, span)
  return {
    ...(await periodCounts(sql, span)),
    carriedOver: await openCount(sql, span),
    cameBack: cameBack(rounds, policyOf),
    callbacks: callbacksOf(rounds, policyOf),
    weights: await weightsAt(sql, community, end, policyOf),
  }
}

/** The weights of the policy that the last report before an instant was opened under; of a later change they say nothing. */
async function weightsAt(
  sql: Sql,
  { id, policyVersion }: Community,
  at: Instant,
  policyOf: (version: number) => Policy,
): Promise<RateWeights> {
  const [last] = await sql<{ version: number }[]>`
    select policy_version as version from ticket
    where community_id = ${id} and opened_at < ${at} order by opened_at desc limit 1`
  return policyOf(last?.version ?? policyVersion).rateWeights
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
