import type { Chat, User } from 'telegraf/types'
import type { Author } from '../app/incoming.ts'
import { cleanName } from './clean-text.ts'

/** Stand-ins that Telegram puts into `from`: service notifications, anonymous admins, channels. Nobody's roles are theirs. */
const standIns = new Set([777000, 1087968824, 136817688])

/** Who wrote. Whoever speaks as a chat (anonymous admin, channel) has no user id: the name is the signature or the title. */
export function authorOf(message: {
  readonly from?: User
  readonly sender_chat?: Chat
  readonly author_signature?: string
}): Author {
  const { from, sender_chat: chat, author_signature: signature } = message
  if (chat !== undefined) {
    const username = 'username' in chat ? (chat.username ?? null) : null
    return { userId: null, name: cleanName(signature ?? '') || titleOf(chat), username }
  }
  if (from === undefined) return { userId: null, name: '', username: null }
  return userOf(from)
}

/** A user as Telegram names them; a stand-in gets no id. */
export function userOf(user: User): Author {
  const username = user.username ?? null
  const name = cleanName(`${user.first_name} ${user.last_name ?? ''}`) || username || String(user.id)
  return { userId: standIns.has(user.id) ? null : user.id, name, username }
}

/** A group's or channel's title, a private chat's name. */
export function titleOf(chat: Chat): string {
  if ('title' in chat) return cleanName(chat.title) || String(chat.id)
  return cleanName(`${chat.first_name} ${chat.last_name ?? ''}`) || String(chat.id)
}
