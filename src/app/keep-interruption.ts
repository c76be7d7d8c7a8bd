import type { Community } from '../domain/community/community.ts'
import type { Instant } from '../domain/ids.ts'
import { concerns, type Interruption } from '../domain/interruption/interruption.ts'
import { interruptionPlan } from '../domain/interruption/interruption-plan.ts'
import { defaultInterruptions, type InterruptionPolicy } from '../domain/policy/interruption-policy.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { AppDeps } from './app.ts'
import type { PostTarget } from './chats-for.ts'
import type { Tx } from './ports.ts'
import { post, show, takeDown } from './post.ts'

/** What every change of a notice needs; all of it in the caller's transaction, with the notice's row locked by the caller. */
export interface Desk {
  readonly tx: Tx
  readonly deps: AppDeps
  readonly community: Community
  readonly now: Instant
}

export function interruptionPolicy(policy: Policy): InterruptionPolicy {
  return policy.interruptions ?? defaultInterruptions
}

/** Writes the next state and shows it wherever it stands. What time was to do about the state before is done no more. */
export async function keep(desk: Desk, next: Interruption): Promise<Interruption> {
  const { tx, community, now } = desk
  const kept = { ...next, version: next.version + 1 }
  await tx.interruptions.save(kept)
  if (kept.status === 'published') await schedule(desk, kept)
  for (const row of await tx.posts.ofInterruption(kept.id)) {
    // Whatever has changed answers the question whether it is over.
    if (row.body.kind === 'interruption' && row.body.audience === 'asked') await takeDown(tx, row, now)
    else await show(tx, { communityId: community.id, chatId: row.chatId, postId: row.id, purpose: 'card' }, now)
  }
  return kept
}

async function schedule({ tx, community, now }: Desk, kept: Interruption): Promise<void> {
  const policy = await tx.communities.policy(community.id, community.policyVersion)
  const frame = { policy: interruptionPolicy(policy), quiet: policy.quietHours, timezone: community.timezone }
  for (const { step, at } of interruptionPlan(kept, frame, now))
    await tx.due.addForCommunity(community.id, `community/notice/${kept.id}/${step}/${kept.version}`, at)
}

/** The residents' chats that hear of it. */
export async function chatsHearing(
  tx: Tx,
  { communityId, areas }: Pick<Interruption, 'communityId' | 'areas'>,
): Promise<readonly (PostTarget & { readonly title: string })[]> {
  const chats = await tx.chats.list(communityId, 'residents')
  return chats
    .filter(({ status, buildings }) => status === 'active' && concerns(areas, buildings))
    .map(({ id, threadId, title }) => ({ chatId: id, threadId, title }))
}

/** Puts the notice up in every residents' chat that is to hear of it and has none yet, pinned where the bot may. */
export async function announce({ tx, deps, community, now }: Desk, of: Interruption): Promise<void> {
  for (const to of await chatsHearing(tx, of)) {
    const postId = await post(
      tx,
      deps,
      {
        communityId: community.id,
        to,
        body: { kind: 'interruption', interruption: of.id, audience: 'residents' },
        purpose: 'card',
        key: `interruption/${of.id}/${to.chatId}`,
      },
      now,
    )
    await pin(tx, { communityId: community.id, chatId: to.chatId, postId, kind: 'pin' }, now)
  }
}

/** After the message itself, which its purpose sees to. */
export async function pin(
  tx: Tx,
  of: {
    readonly communityId: number
    readonly chatId: number
    readonly postId: number
    readonly kind: 'pin' | 'unpin'
  },
  now: Instant,
): Promise<void> {
  const { communityId, chatId, postId, kind } = of
  const op = { kind, postId }
  const dedupeKey = `${kind}/${postId}`
  await tx.outbox.add({ communityId, chatId, ticketId: null, op, purpose: 'reminder', notBefore: null, dedupeKey }, now)
}
