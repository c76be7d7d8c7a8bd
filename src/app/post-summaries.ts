import type { Community } from '../domain/community/community.ts'
import type { Instant } from '../domain/ids.ts'
import { nextSummaryAt, summarizedWeek } from '../domain/summary/next-summary.ts'
import type { AppDeps } from './app.ts'
import type { Tx } from './ports.ts'
import { post } from './post.ts'

/**
 * Decides the weekly summaries that are due: one for each active chat and ISO week, by a unique row, whatever wakes it and
 * however often. A summary missed for weeks is posted once, for the last of them. Answers how many were decided.
 */
export async function postSummaries(deps: AppDeps, communityId?: number): Promise<number> {
  const due = await deps.store.transaction((tx) => tx.communities.summariesDue(deps.clock.now()))
  let decided = 0
  for (const community of due) {
    if (communityId !== undefined && community.id !== communityId) continue
    decided += await deps.store.transaction((tx) => decideFor(tx, deps, community, deps.clock.now()))
  }
  return decided
}

async function decideFor(tx: Tx, deps: AppDeps, community: Community, now: Instant): Promise<number> {
  const dueAt = await tx.communities.nextSummaryAt(community.id)
  if (dueAt === null || dueAt > now) return 0
  const policy = await tx.communities.policy(community.id, community.policyVersion)
  const { day, time } = policy.summary
  const week = summarizedWeek(community.timezone, latestDue(community.timezone, day, time, dueAt, now))
  let decided = 0
  for (const chat of await tx.chats.list(community.id)) {
    if (chat.status !== 'active' || !(await tx.summaries.decide(chat.id, week, community.id, now))) continue
    decided += 1
    await post(
      tx,
      deps,
      {
        communityId: community.id,
        to: { chatId: chat.id, threadId: chat.threadId },
        body: { kind: 'summary', week, audience: chat.role },
        purpose: 'summary',
        key: `summary/${chat.id}/${week}`,
      },
      now,
    )
  }
  await tx.communities.setNextSummaryAt(community.id, nextSummaryAt(community.timezone, day, time, now))
  return decided
}

function latestDue(timezone: string, day: number, time: string, first: Instant, now: Instant): Instant {
  let last = first
  for (
    let next = nextSummaryAt(timezone, day, time, first);
    next <= now;
    next = nextSummaryAt(timezone, day, time, next)
  )
    last = next
  return last
}
