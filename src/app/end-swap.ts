import type { Community } from '../domain/community/community.ts'
import { type DutySwap, standIn } from '../domain/duty/roster.ts'
import type { Instant } from '../domain/ids.ts'
import type { Notice } from '../domain/post/notice.ts'
import { crewById, rosterOf } from './on-duty.ts'
import type { Tx } from './ports.ts'
import { show } from './post.ts'

/** A question whether somebody takes a shift over, and the post that asks it. */
export interface SwapQuestion {
  readonly swap: number
  readonly postId: number
}

/** Due rows of a community that end an unanswered question. */
const expiry = 'community/swap/'

/** The key of the due row that ends this question when the shift begins. */
export function swapDueKey({ swap, postId }: SwapQuestion): `community/${string}` {
  return `${expiry}${swap}/${postId}`
}

/** The question that a due row of a community ends; null where it is about something else. */
export function swapToExpire(key: string): SwapQuestion | null {
  if (!key.startsWith(expiry)) return null
  const [swap = 0, postId = 0] = key.slice(expiry.length).split('/').map(Number)
  return { swap, postId }
}

/** The shift begins and nobody has answered: the question says so in its place. Run twice it finds it settled. */
export async function expireSwap(tx: Tx, communityId: number, question: SwapQuestion, now: Instant): Promise<string> {
  await tx.duty.lock(communityId)
  if (!(await tx.duty.askedSwap(communityId, question.swap))) return 'settled'
  const row = await tx.posts.get(question.postId)
  if (row?.body.kind !== 'notice' || row.body.notice.key !== 'swap-asked') {
    await tx.duty.decideSwap(communityId, question.swap, false, now)
    return 'gone'
  }
  await endSwap(tx, communityId, question, { key: 'swap-expired', shift: row.body.notice.shift }, now)
  return 'expired'
}

/** Ends every open question about a shift that its asker has no more, in its place: it says who has it. For whoever holds the lock of the roster. */
export async function endSettledSwaps(
  tx: Tx,
  community: Pick<Community, 'id' | 'timezone'>,
  now: Instant,
): Promise<void> {
  const roster = await rosterOf(tx, community)
  const crew = await crewById(tx, community.id)
  for (const question of await openQuestions(tx, community.id)) {
    const asked = await tx.duty.askedSwap(community.id, question.swap)
    if (!asked) continue
    const holder = standIn(roster, asked.from, asked.startsAt)
    const who = holder === asked.from ? undefined : crew.get(holder)
    const row = await tx.posts.get(question.postId)
    if (!who || row?.body.kind !== 'notice' || row.body.notice.key !== 'swap-asked') continue
    const { shift } = row.body.notice
    await endSwap(tx, community.id, question, { key: 'swap-agreed', shift: { ...shift, who } }, now)
  }
}

/** Ends a question without a yes: its post says this in its place, and time has nothing more to do about it. */
export async function endSwap(
  tx: Tx,
  communityId: number,
  question: SwapQuestion,
  notice: Notice,
  now: Instant,
): Promise<void> {
  const { swap, postId } = question
  await tx.duty.decideSwap(communityId, swap, false, now)
  await tx.due.decideForCommunity(communityId, swapDueKey(question), now, 'settled')
  const row = await tx.posts.get(postId)
  if (!row) return
  await tx.posts.setBody(postId, { kind: 'notice', notice })
  await show(tx, { communityId, chatId: row.chatId, postId, purpose: 'card' }, now)
}

/** Whether the same is asked of the same person already, and not answered. */
export async function isAsked(tx: Tx, communityId: number, swap: DutySwap): Promise<boolean> {
  for (const question of await openQuestions(tx, communityId)) {
    const asked = await tx.duty.askedSwap(communityId, question.swap)
    if (
      asked?.from === swap.from &&
      asked.to === swap.to &&
      asked.startsAt === swap.startsAt &&
      asked.endsAt === swap.endsAt
    )
      return true
  }
  return false
}

async function openQuestions(tx: Tx, communityId: number): Promise<readonly SwapQuestion[]> {
  const keys = await tx.due.openForCommunity(communityId, expiry)
  return keys.flatMap((key) => swapToExpire(key) ?? [])
}
