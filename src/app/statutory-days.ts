import type { Community } from '../domain/community/community.ts'
import type { Instant } from '../domain/ids.ts'
import { firstUnknownYear } from '../domain/policy/days-in-force.ts'
import { daysDigest } from '../domain/time/china-days.ts'
import { localParts, localToUtc } from '../domain/time/zone.ts'
import { setClocks } from './act-on-ticket.ts'
import type { AppDeps } from './app.ts'
import type { Tx } from './ports.ts'
import { say } from './post.ts'

/** Notices come out in November; who has none 60 days before New Year should look for it. */
const aheadMs = 60 * 86_400_000
const dayMs = 86_400_000
const batch = 200

/**
 * Makes what is running follow the statutory days that are known now: due times are reckoned anew where the days have
 * changed since they last were, and the warning about the next unknown year is scheduled. Safe to run at every start.
 */
export async function followStatutoryDays(deps: AppDeps): Promise<void> {
  const { store, clock } = deps
  for (const { id } of await store.transaction((tx) => tx.communities.list())) {
    const changed = await store.transaction(async (tx) => {
      const community = await tx.communities.get(id)
      if (!community) return false
      await scheduleWarning(tx, community, clock.now())
      return noteDays(tx, community)
    })
    if (changed) await reckonAnew(deps, id)
  }
}

/** Schedules the warning about the next year whose days are not known; a year once scheduled is not scheduled again. */
export async function scheduleWarning(tx: Tx, community: Community, now: Instant): Promise<void> {
  const policy = await tx.communities.policy(community.id, community.policyVersion)
  if (policy.statutory !== 'cn') return
  const { year } = localParts(community.timezone, now)
  const unknown = firstUnknownYear(policy, tx.communities.chinaDays, [year, year + 1])
  await warnAbout(tx, community, unknown ?? year + 2)
}

/** Remembers with which days a community's due times are reckoned; true when they were reckoned with others. */
export function noteDays(tx: Tx, { id }: Community): Promise<boolean> {
  return tx.communities.setStatutoryDays(id, daysDigest(tx.communities.chinaDays))
}

/** A due row: it survives restarts, and its key is there once for ever. */
async function warnAbout(tx: Tx, { id, timezone }: Community, year: number): Promise<void> {
  const at = localToUtc(timezone, `${year}-01-01`, '09:00') - aheadMs
  await tx.due.addForCommunity(id, `community/days/${year}`, at)
}

/** Few tickets at a time, each locked as every command locks it. */
async function reckonAnew({ store }: AppDeps, communityId: number): Promise<void> {
  for (let after = 0; ; ) {
    const last = await store.transaction(async (tx) => {
      const ids = await tx.tickets.activeIds(communityId, after, batch)
      for (const id of ids) {
        const ticket = await tx.tickets.lock(id)
        if (ticket) await setClocks(tx, ticket, await tx.communities.policy(communityId, ticket.policyVersion))
      }
      return ids.at(-1) ?? null
    })
    if (last === null) return
    after = last
  }
}

/**
 * The hour of the warning has come: the owners hear in private that the year's days are not known, unless they are by now.
 * An installation that nobody owns yet is asked again the next day; the year after is scheduled in any case.
 */
export async function warnOfUnknownYear(
  tx: Tx,
  deps: AppDeps,
  row: { readonly id: number; readonly communityId: number; readonly year: number },
  now: Instant,
): Promise<string | null> {
  const community = await tx.communities.get(row.communityId)
  if (!community) return 'gone'
  const policy = await tx.communities.policy(community.id, community.policyVersion)
  const unknown = firstUnknownYear(policy, tx.communities.chinaDays, [row.year])
  const owners = await tx.people.owners()
  if (unknown !== null && owners.length === 0) {
    await tx.due.postpone(row.id, now + dayMs)
    return null
  }
  if (policy.statutory === 'cn') await warnAbout(tx, community, row.year + 1)
  if (unknown === null) return 'known'
  for (const owner of owners) {
    const order = {
      communityId: community.id,
      to: { chatId: owner, threadId: null },
      purpose: 'reminder',
      key: `days-unknown/${community.id}/${row.year}/${owner}`,
    } as const
    await say(tx, deps, { key: 'days-unknown', community: community.name, year: row.year }, order, now)
  }
  return 'warned'
}
