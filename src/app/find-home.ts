import type { AppDeps } from './app.ts'
import type { Author } from './incoming.ts'

/** Asked of Telegram at most so often for one private message. */
const mostChats = 50

/**
 * Learns in which community somebody lives who writes in private and was not seen before: the first whose residents' chat
 * he is in. Outside the message's transaction, since Telegram is asked. Known people cost one look-up.
 */
export async function findHome(deps: AppDeps, { userId, name }: Author): Promise<void> {
  if (userId === null) return
  const chats = await deps.store.transaction(async (tx) => {
    if ((await tx.people.communitiesOf(userId)).length > 0) return []
    const communities = await tx.communities.list()
    const residents = await Promise.all(communities.map(({ id }) => tx.chats.list(id, 'residents')))
    return residents.flat().filter(({ status }) => status === 'active')
  })
  for (const { id, communityId } of chats.slice(0, mostChats)) {
    if ((await deps.chatMember(id, userId)) === 'none') continue
    await deps.store.transaction((tx) => tx.people.remember(communityId, { id: userId, name }, deps.clock.now()))
    return
  }
}
