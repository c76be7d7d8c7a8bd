import type { NewOutbox, PostRow } from '../../src/app/ports.ts'
import type { Deliveries, OutboxRow, OutboxStatus } from '../../src/app/ports-of-delivery.ts'
import type { ChatId, Instant } from '../../src/domain/ids.ts'
import { purposes } from '../../src/domain/post/purpose.ts'

type Row = { -readonly [K in keyof OutboxRow]: OutboxRow[K] } & {
  status: OutboxStatus
  queued: boolean
  sendingAt: Instant
  error: string | null
}

/** The outbox in memory, with the words of the real one: for watching the deliverer without a database. */
export function memoryDeliveries(createdAt: Instant) {
  const rows: Row[] = []
  const posts = new Map<number, { -readonly [K in keyof PostRow]: PostRow[K] }>()
  const shown = new Map<number, string | null>()
  const locked = new Set<ChatId>()
  /** Chats whose lock another process holds. */
  const elsewhere = new Set<ChatId>()
  const get = (id: number): Row => {
    const row = rows.find((one) => one.id === id)
    if (!row) throw new Error(`no outbox row ${id}`)
    return row
  }
  const priority = (row: Row) => purposes[row.purpose].priority
  const dueNow = (row: Row, now: Instant) =>
    row.status === 'pending' && (row.notBefore === null || row.notBefore <= now)
  const inOrder = (a: Row, b: Row) => priority(a) - priority(b) || a.id - b.id

  const deliveries: Deliveries = {
    unqueued: async (limit) => rows.filter((row) => row.status === 'pending' && !row.queued).slice(0, limit),
    async markQueued(ids) {
      for (const id of ids) get(id).queued = true
    },
    async status(id) {
      const row = rows.find((one) => one.id === id)
      return row ? { chatId: row.chatId, status: row.status } : null
    },
    async withChat(chatId, work) {
      if (locked.has(chatId) || elsewhere.has(chatId)) return null
      locked.add(chatId)
      try {
        return await work()
      } finally {
        locked.delete(chatId)
      }
    },
    head: async (chatId, now) =>
      rows
        .filter((row) => row.chatId === chatId && dueNow(row, now))
        .sort(inOrder)
        .map((row) => ({ ...row }))[0] ?? null,
    async markSending(id, at) {
      const row = get(id)
      if (row.status !== 'pending') return false
      Object.assign(row, { status: 'sending', attempts: row.attempts + 1, sendingAt: at })
      return true
    },
    async markSent(id, _at, sent) {
      const row = get(id)
      row.status = 'sent'
      if (row.op.kind !== 'show') return
      const post = posts.get(row.op.postId)
      if (post && sent.messageId !== null) post.messageId = sent.messageId
      shown.set(row.op.postId, sent.shown)
    },
    async markFailed(id, _at, error) {
      Object.assign(get(id), { status: 'failed', error })
    },
    async retry(id, notBefore, error) {
      Object.assign(get(id), { status: 'pending', notBefore, error })
    },
    async markUnknown(id, _at, resend, notBefore, error) {
      Object.assign(get(id), resend ? { status: 'pending', resend, notBefore, error } : { status: 'unknown', error })
    },
    stranded: async (olderThan) => rows.filter((row) => row.status === 'sending' && row.sendingAt < olderThan),
    waitingChats: async (now, limit) =>
      [
        ...new Set(
          rows
            .filter((row) => dueNow(row, now))
            .sort(inOrder)
            .map((row) => row.chatId),
        ),
      ].slice(0, limit),
    async detachPost(postId) {
      const post = posts.get(postId)
      if (post) post.messageId = null
    },
    post: async (postId) => posts.get(postId) ?? null,
    shown: async (postId) => shown.get(postId) ?? null,
    unheard: async () => 0,
    async counts() {
      const counts = { pending: 0, sending: 0, sent: 0, failed: 0, unknown: 0, cancelled: 0 }
      for (const row of rows) counts[row.status] += 1
      return counts
    },
    async nextAt() {
      const instants = rows.flatMap((row) =>
        row.status === 'pending' && row.notBefore !== null ? [row.notBefore] : [],
      )
      return instants.length > 0 ? Math.min(...instants) : null
    },
  }

  return {
    deliveries,
    rows,
    posts,
    shown,
    elsewhere,
    get,
    /** Adds a post and the row that shows it. Answers the row's id, which is the post's too. */
    say(given: { chatId: ChatId; purpose?: OutboxRow['purpose'] } & Partial<PostRow>): number {
      const { purpose = 'reply', ...of } = given
      const id = rows.length + 1
      posts.set(id, {
        id,
        communityId: 1,
        threadId: null,
        ticketId: null,
        questionId: null,
        body: { kind: 'notice', notice: { key: 'claimed' } },
        token: `token-${id}`,
        messageId: null,
        replyTo: null,
        status: 'live',
        ...of,
      })
      return this.add({ chatId: given.chatId, purpose, op: { kind: 'show', postId: id } })
    },
    add(given: Pick<NewOutbox, 'chatId' | 'purpose' | 'op'>): number {
      const id = rows.length + 1
      rows.push({
        id,
        communityId: 1,
        ticketId: null,
        notBefore: null,
        attempts: 0,
        createdAt,
        resend: false,
        status: 'pending',
        queued: false,
        sendingAt: 0,
        error: null,
        ...given,
      })
      return id
    },
  }
}
