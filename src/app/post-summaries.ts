import type { BoundChat, Community } from '../domain/community/community.ts'
import type { Instant } from '../domain/ids.ts'
import type { Purpose } from '../domain/post/purpose.ts'
import { nextSummaryAt, postingsDue } from '../domain/summary/next-summary.ts'
import type { AppDeps } from './app.ts'
import { postGridWeeks } from './grid-week.ts'
import type { Tx } from './ports.ts'
import { post } from './post.ts'

/**
 * Decides the summaries that are due: one for each active chat and period, by a unique row, whatever wakes it and however
 * often. A week is for every chat, a month and a quarter for the committee. What was missed for long is posted once, for
 * the last period of its kind. Answers how many were decided.
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

async function decideFor(
  tx: Tx,
  deps: AppDeps,
  { id, name, timezone, policyVersion }: Community,
  now: Instant,
): Promise<number> {
  const dueAt = await tx.communities.nextSummaryAt(id)
  if (dueAt === null || dueAt > now) return 0
  const policy = await tx.communities.policy(id, policyVersion)
  const chats = (await tx.chats.list(id)).filter(({ status }) => status === 'active')
  let decided = 0
  for (const { kind, period } of postingsDue(timezone, policy, dueAt, now)) {
    for (const chat of kind === 'week' ? chats : chats.filter(({ role }) => role === 'committee')) {
      if (!(await tx.summaries.decide(chat.id, period, id, now))) continue
      decided += 1
      await orderSummary(tx, deps, chat, { period, purpose: 'summary', key: `${chat.id}/${period}` }, now)
    }
  }
  for (const { kind, period } of postingsDue(timezone, policy, dueAt, now))
    if (kind === 'week') await postGridWeeks(tx, deps, { id, name }, period, now)
  await tx.communities.setNextSummaryAt(id, nextSummaryAt(timezone, policy, now))
  return decided
}

export interface SummaryOrder {
  readonly period: string
  readonly purpose: Purpose
  /** Unique: ordering the same again changes nothing. */
  readonly key: string
  readonly replyTo?: number
}

/** A summary for a chat: the picture with its text, and for the committee the tables as files in one message more. */
export async function orderSummary(
  tx: Tx,
  deps: AppDeps,
  { id, threadId, communityId, role }: Pick<BoundChat, 'id' | 'threadId' | 'communityId' | 'role'>,
  { period, purpose, key, replyTo }: SummaryOrder,
  now: Instant,
): Promise<void> {
  const order = { communityId, to: { chatId: id, threadId }, purpose, replyTo: replyTo ?? null }
  await post(tx, deps, { ...order, body: { kind: 'summary', period, audience: role }, key: `summary/${key}` }, now)
  if (role !== 'committee') return
  const files = { kind: 'summary-files', period } as const
  await post(tx, deps, { ...order, replyTo: null, body: files, key: `summary-files/${key}` }, now)
}
