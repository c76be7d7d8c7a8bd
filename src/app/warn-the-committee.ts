import { runningClocks } from '../domain/escalation/clocks.ts'
import { peopleOf } from './actor-of.ts'
import type { AppDeps } from './app.ts'
import type { Change } from './change.ts'
import { chatsThatMustHear } from './chats-for.ts'
import { mentionOf } from './mention-of.ts'
import type { Tx } from './ports.ts'
import { say } from './post.ts'

/**
 * Whoever was told that it is done and says it is not, or is not satisfied, is heard by the committee at once. Staff and
 * committee members who open a matter again know of it, and what was turned down was never said to be done.
 */
export async function warnTheCommittee(tx: Tx, deps: AppDeps, change: Change): Promise<void> {
  const { before, after, actor, at, policy, events } = change
  if (actor.roles.includes('manager') || actor.roles.includes('committee')) return
  if (before.status !== 'resolved' && before.status !== 'closed') return
  const clocks = runningClocks(after, policy)
  const due = clocks.find(({ name }) => name === 'acknowledge')?.due ?? clocks[0]?.due ?? null
  const managers = await peopleOf(tx, after.communityId, 'manager')
  for (const to of await chatsThatMustHear(tx, after, 'committee')) {
    await say(
      tx,
      deps,
      {
        key: 'unsolved',
        ticket: mentionOf(after),
        unsatisfied: events.some(({ type }) => type === 'rated'),
        times: after.reopens,
        managers,
        due,
      },
      {
        communityId: after.communityId,
        to,
        ticketId: after.id,
        purpose: 'escalation',
        key: `unsolved/${after.id}/${after.cycle}/${to.chatId}`,
      },
      at,
    )
  }
}
