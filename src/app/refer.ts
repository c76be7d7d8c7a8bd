import { peopleOf } from './actor-of.ts'
import type { AppDeps } from './app.ts'
import type { Change } from './change.ts'
import { chatsThatMustHear } from './chats-for.ts'
import { mentionOf } from './mention-of.ts'
import type { Tx } from './ports.ts'
import { post } from './post.ts'
import { tellStaff } from './tell-staff.ts'

/** A matter that goes to and fro lies before the committee by itself; staff hear that it stays in their hands until then. */
export async function refer(tx: Tx, deps: AppDeps, change: Change): Promise<void> {
  const { after, at } = change
  const { communityId, id: ticketId, handedOver } = after
  const trail = handedOver?.trail ?? []
  for (const to of await chatsThatMustHear(tx, after, 'committee')) {
    await post(
      tx,
      deps,
      {
        communityId,
        to,
        ticketId,
        body: { kind: 'card', audience: 'committee' },
        purpose: 'escalation',
        key: `card/${ticketId}/${to.chatId}/committee/referred/${trail.length}`,
      },
      at,
    )
  }
  const worker = after.assignee ?? after.acknowledged?.by
  const lead = worker ? [worker] : await peopleOf(tx, communityId, 'manager')
  await tellStaff(tx, deps, change, { key: 'referred', ticket: mentionOf(after), trail, lead }, 'reply')
}
