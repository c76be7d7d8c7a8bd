import type { BoundChat } from '../domain/community/community.ts'
import type { ChatId, Instant } from '../domain/ids.ts'
import type { AppDeps } from './app.ts'
import type { BotStanding, GroupMigration } from './incoming.ts'
import type { Tx } from './ports.ts'
import { say } from './post.ts'
import { putUpStaffCards } from './register-report.ts'
import { sayElsewhere, sayUnheardAgain } from './say-elsewhere.ts'
import { tellInGroup } from './tell-in-group.ts'

/** How long the bot stays, mute, in a group that nobody binds. */
const strangerMs = 15 * 60_000

/** The bot was added, removed, promoted or silenced somewhere. */
export async function botStandingChanged(deps: AppDeps, change: BotStanding): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const now = deps.clock.now()
    if (!(await tx.inbox.complete(change.inboxId, now))) return
    if (change.chatKind === 'private') return
    const chat = await tx.chats.get(change.chatId)
    const there = change.status !== 'left' && change.status !== 'kicked' && change.canWrite
    if (!chat) {
      if (there) await tx.due.addForStranger(change.chatId, now + strangerMs)
      return
    }
    await tx.chats.setRights(chat.id, { canDelete: change.canDelete })
    if (there) {
      await tx.chats.setStatus(chat.id, 'active')
      if (chat.role === 'staff') await catchUp(tx, deps, chat)
      await sayUnheardAgain(tx, deps, `back/${now}`, now)
    } else await suspend(tx, deps, chat, now)
  })
}

/** How many open tickets a staff chat is shown when the bot comes back. */
const mostMissed = 50

/** Tickets opened while the bot was away get their cards; those that have one keep it. */
async function catchUp(tx: Tx, deps: AppDeps, chat: BoundChat): Promise<void> {
  const { tickets } = await tx.tickets.active(chat.communityId, mostMissed)
  for (const ticket of tickets) await putUpStaffCards(tx, deps, ticket)
}

/**
 * Telegram refused to deliver because the bot is not there any more, or was never let in. What must be heard goes
 * elsewhere; a person who cannot be written to is told so in a group.
 */
export async function chatLost(deps: AppDeps, chatId: ChatId): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const chat = await tx.chats.get(chatId)
    const now = deps.clock.now()
    if (chat) await suspend(tx, deps, chat, now)
    await sayElsewhere(tx, deps, chatId, now)
    if (chatId > 0) await tellInGroup(tx, deps, chatId, now)
  })
}

/** Tickets stay; the committee (or, without one, the owners) hears it once. */
async function suspend(tx: Tx, deps: AppDeps, chat: BoundChat, now: Instant): Promise<void> {
  if (!(await tx.chats.setStatus(chat.id, 'suspended'))) return
  await sayElsewhere(tx, deps, chat.id, now)
  const committee = (await tx.chats.list(chat.communityId, 'committee')).filter(
    ({ status, id }) => status === 'active' && id !== chat.id,
  )
  const targets =
    committee.length > 0
      ? committee.map(({ id, threadId }) => ({ chatId: id, threadId }))
      : (await tx.people.owners()).map((owner) => ({ chatId: owner, threadId: null }))
  for (const to of targets) {
    await say(
      tx,
      deps,
      { key: 'chat-lost', title: chat.title, role: chat.role },
      { communityId: chat.communityId, to, purpose: 'escalation' },
      now,
    )
  }
}

/** A group became a supergroup: every id is rewritten at once, whichever of Telegram's two messages comes first. */
export async function groupMigrated(deps: AppDeps, change: GroupMigration): Promise<void> {
  await deps.store.transaction(async (tx) => {
    if (!(await tx.inbox.complete(change.inboxId, deps.clock.now()))) return
    await tx.chats.migrate(change.from, change.to)
  })
}
