import type { Ticket } from '../domain/ticket/ticket.ts'
import type { AppDeps } from './app.ts'
import type { Change } from './change.ts'
import { namedPeople } from './named-people.ts'
import type { Tx } from './ports.ts'
import { say } from './post.ts'

/**
 * Where the ladder calls a part that nobody holds, the owners should know why no name was said: in private, once for each
 * part, and never in the group. Where nobody owns the installation yet it waits for the next time.
 */
export async function sayWhatNobodyHolds(
  tx: Tx,
  deps: AppDeps,
  { after, at }: Pick<Change, 'after' | 'at'>,
  parts: readonly string[],
): Promise<void> {
  for (const part of parts) if (!(await isHeld(tx, after, part))) await tell(tx, deps, after, part, at)
}

async function isHeld(tx: Tx, ticket: Ticket, part: string): Promise<boolean> {
  return (await namedPeople(tx, ticket, [part])).length > 0
}

async function tell(tx: Tx, deps: AppDeps, { communityId }: Ticket, part: string, at: number): Promise<void> {
  const community = await tx.communities.get(communityId)
  if (!community) return
  for (const owner of await tx.people.owners()) {
    const order = {
      communityId,
      to: { chatId: owner, threadId: null },
      purpose: 'reminder',
      key: `nobody-holds/${communityId}/${part}/${owner}`,
    } as const
    await say(tx, deps, { key: 'nobody-holds', community: community.name, part }, order, at)
  }
}
