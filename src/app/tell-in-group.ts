import type { ChatRole } from '../domain/community/role.ts'
import type { Instant, UserId } from '../domain/ids.ts'
import type { AppDeps } from './app.ts'
import type { Tx } from './ports.ts'
import { say } from './post.ts'

const dayMs = 86_400_000

/**
 * Whoever cannot be written to in private is asked in a group of his to open the private chat: once a day, however much
 * waits for him, and without a word of what it is about.
 */
export async function tellInGroup(tx: Tx, deps: AppDeps, userId: UserId, at: Instant): Promise<void> {
  for (const communityId of await tx.people.communitiesOf(userId)) {
    const held = await tx.people.rolesOf(communityId, userId)
    const name = held[0]?.name ?? (await tx.people.nameOf(communityId, userId))
    const role = roleOfChat(held.map((one) => one.role))
    const [chat] = (await tx.chats.list(communityId, role)).filter(({ status }) => status === 'active')
    if (!chat || name === null) continue
    const to = { chatId: chat.id, threadId: chat.threadId }
    const key = `dm-closed/${userId}/${Math.floor(at / dayMs)}`
    const notice = { key: 'dm-closed', person: { id: userId, name }, bot: deps.bot().username } as const
    await say(tx, deps, notice, { communityId, to, purpose: 'reply', key }, at)
    return
  }
}

function roleOfChat(roles: readonly string[]): ChatRole {
  if (roles.some((role) => ['staff', 'manager', 'grid'].includes(role))) return 'staff'
  return roles.includes('committee') ? 'committee' : 'residents'
}
