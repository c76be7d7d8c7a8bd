import type { Notice } from '../domain/post/notice.ts'
import type { Purpose } from '../domain/post/purpose.ts'
import type { AppDeps } from './app.ts'
import type { Change } from './change.ts'
import { chatsFor, chatsThatMustHear } from './chats-for.ts'
import type { Tx } from './ports.ts'
import { type PostOrder, say } from './post.ts'

/** Says something in the staff chats, as a reply to the ticket's card there. */
export async function tellStaff(
  tx: Tx,
  deps: AppDeps,
  change: Change,
  notice: Notice,
  purpose: Purpose,
  how: Pick<PostOrder, 'gather' | 'first'> = {},
): Promise<void> {
  const { after, at } = change
  const loud = purpose === 'escalation' || purpose === 'emergency'
  const targets = loud ? await chatsThatMustHear(tx, after, 'staff') : await chatsFor(tx, after, 'staff')
  const cards = await tx.posts.standing(after.id)
  for (const to of targets) {
    const card = cards.find(
      (row) => row.chatId === to.chatId && row.body.kind === 'card' && row.body.audience === 'staff',
    )
    await say(
      tx,
      deps,
      notice,
      {
        communityId: after.communityId,
        to,
        ticketId: after.id,
        purpose,
        ...how,
        replyTo: card?.messageId ?? null,
        key: `notice/${after.id}/${after.version}/${notice.key}/${to.chatId}`,
      },
      at,
    )
  }
}
