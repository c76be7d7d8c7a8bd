import type { Instant } from '../domain/ids.ts'
import { type Interruption, phaseOf } from '../domain/interruption/interruption.ts'
import type { InterruptionStep } from '../domain/interruption/interruption-plan.ts'
import type { AppDeps } from './app.ts'
import { windowOf } from './change-interruption.ts'
import type { PostRow, Tx } from './ports.ts'
import { post, say, show, takeDown } from './post.ts'

/** Due rows of a community that are about a notice: which, what, and which version of it they were set for. */
export interface InterruptionDue {
  readonly id: number
  readonly step: InterruptionStep
  readonly version: number
}

/** What a due row of a community says; null where it is about something else. */
export function interruptionDue(key: string): InterruptionDue | null {
  const [, id, step, version] = /^community\/notice\/(\d+)\/(remind|begin|end|ask|ask-again)\/(\d+)$/.exec(key) ?? []
  return step === undefined ? null : { id: Number(id), step: step as InterruptionStep, version: Number(version) }
}

/** Does what time asks about a notice; one that has changed or ended since makes it a no-op. Run twice it says nothing new. */
export async function runInterruption(
  tx: Tx,
  deps: AppDeps,
  communityId: number,
  { id, step, version }: InterruptionDue,
  now: Instant,
): Promise<string> {
  const of = await tx.interruptions.lock(communityId, id)
  if (of?.status !== 'published' || of.version !== version) return 'moved-on'
  const posts = await tx.posts.ofInterruption(id)
  switch (step) {
    case 'remind':
      return remind(tx, deps, of, posts, now)
    case 'begin':
    case 'end':
      for (const row of posts) await show(tx, { communityId, chatId: row.chatId, postId: row.id, purpose: 'card' }, now)
      return 'shown'
    case 'ask':
    case 'ask-again':
      return ask(tx, deps, of, posts, step, now)
  }
}

/** Once, and not when it has begun: after an outage of ours that would be no news. */
async function remind(
  tx: Tx,
  deps: AppDeps,
  of: Interruption,
  posts: readonly PostRow[],
  now: Instant,
): Promise<string> {
  if (phaseOf(of, now) !== 'ahead') return 'too late'
  for (const row of posts) {
    if (row.body.kind !== 'interruption' || row.body.audience !== 'residents') continue
    await say(
      tx,
      deps,
      { key: 'interruption-reminder', of: windowOf(of) },
      {
        communityId: of.communityId,
        to: { chatId: row.chatId, threadId: row.threadId },
        purpose: 'reminder',
        replyTo: row.messageId,
        key: `interruption/${of.id}/remind/${of.version}/${row.chatId}`,
      },
      now,
    )
  }
  return 'reminded'
}

/** Whether it is over, in the chat it was announced from; the second time in place of the first. */
async function ask(
  tx: Tx,
  deps: AppDeps,
  of: Interruption,
  posts: readonly PostRow[],
  step: 'ask' | 'ask-again',
  now: Instant,
): Promise<string> {
  for (const row of posts)
    if (row.body.kind === 'interruption' && row.body.audience === 'asked') await takeDown(tx, row, now)
  await post(
    tx,
    deps,
    {
      communityId: of.communityId,
      to: { chatId: of.chatId, threadId: of.threadId },
      body: { kind: 'interruption', interruption: of.id, audience: 'asked' },
      purpose: 'reply',
      key: `interruption/${of.id}/${step}/${of.version}`,
    },
    now,
  )
  return 'asked'
}
