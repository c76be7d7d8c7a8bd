import type { ChatRows } from '../app/ports.ts'
import type { BoundChat } from '../domain/community/community.ts'
import type { ChatId } from '../domain/ids.ts'
import { migrateChat } from './migrate-chat.ts'
import { rows, type Sql } from './session.ts'

/** A chat id that is bound to one community cannot be bound to another before it is given up there. */
export class ChatBoundElsewhere extends Error {
  readonly chatId: ChatId

  constructor(chatId: ChatId) {
    super(`chat ${chatId} is bound to another community`)
    this.name = 'ChatBoundElsewhere'
    this.chatId = chatId
  }
}

export function chatRows(sql: Sql): ChatRows {
  return {
    /** Answers to the id a group had before it became a supergroup, too; the chat carries its present id. */
    async get(id) {
      const [found] = await sql<BoundChat[]>`
        select * from chat
        where id = ${id} or id = (select chat_id from chat_alias where former_id = ${id})
        order by id = ${id} desc limit 1`
      return found ?? null
    },
    async list(communityId, role) {
      return await sql<BoundChat[]>`
        select * from chat
        where community_id = ${communityId} ${role === undefined ? sql`` : sql`and role = ${role}`}
        order by role, id desc`
    },
    async bind(chat) {
      await bindChat(sql, chat, 'by-hand')
    },
    migrate: (from, to) => migrateChat(sql, from, to),
    async setStatus(id, status) {
      const { count } = await sql`update chat set status = ${status} where id = ${id} and status <> ${status}`
      return count > 0
    },
    async setRights(id, { canDelete }) {
      await sql`update chat set can_delete = ${canDelete} where id = ${id}`
    },
    async clearThread(id, threadId) {
      await sql`update chat set thread_id = null where id = ${id} and thread_id = ${threadId}`
      // The topic took its messages with it: what stood there is sent afresh when it is next shown.
      await sql`
        update post set thread_id = null, message_id = null, reply_to = null
        where chat_id = ${id} and thread_id = ${threadId}`
    },
  }
}

/**
 * Binds a chat, or brings its binding up to date. True when that changed anything. By hand, somebody says it in the chat
 * itself, so a suspended one is back; a file knows nothing of who is in a chat and leaves it as Telegram last reported.
 */
export async function bindChat(
  sql: Sql,
  chat: Omit<BoundChat, 'status' | 'canDelete'>,
  how: 'by-hand' | 'by-file',
): Promise<boolean> {
  const { id, communityId, role, title, buildings, threadId } = chat
  const status = how === 'by-hand' ? sql`'active'` : sql`chat.status`
  const { count } = await sql`
    insert into chat ${rows(sql, { id, communityId, role, title, buildings, threadId })}
    on conflict (id) do update
      set role = excluded.role, title = excluded.title, buildings = excluded.buildings,
        thread_id = excluded.thread_id, status = ${status}
      where chat.community_id = excluded.community_id
        and (chat.role, chat.title, chat.buildings, chat.thread_id, chat.status)
          is distinct from (excluded.role, excluded.title, excluded.buildings, excluded.thread_id, ${status})`
  if (count > 0) return true
  const [bound] = await sql<BoundChat[]>`select * from chat where id = ${id}`
  if (bound?.communityId !== communityId) throw new ChatBoundElsewhere(id)
  return false
}
