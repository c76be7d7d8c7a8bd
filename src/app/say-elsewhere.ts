import type { ChatRole } from '../domain/community/role.ts'
import type { ChatId, Instant } from '../domain/ids.ts'
import type { AppDeps } from './app.ts'
import { chatsThatMustHear, type PostTarget } from './chats-for.ts'
import type { Tx, UnheardRow } from './ports.ts'
import { post } from './post.ts'

/** How many unheard messages are tried again at once. */
const mostAgain = 50

/**
 * What must be heard and stands before a chat that is gone goes to the others of its role, else to the owners in private.
 * The rows themselves fail and never count as sent. Run twice it orders nothing twice.
 */
export async function sayElsewhere(tx: Tx, deps: AppDeps, chatId: ChatId, at: Instant): Promise<void> {
  const rows = await tx.outbox.mustBeHeard(chatId)
  for (const row of rows) await order(tx, deps, row, `${row.root}`, at)
  await tx.outbox.giveUp(
    rows.map(({ id }) => id),
    at,
    'chat is gone',
  )
}

/**
 * Tries again what nobody has heard, wherever somebody could hear it now: at once where `occasion` is new, e.g. when a
 * chat came back, else once an hour. Answers how many there were.
 */
export async function sayUnheardAgain(tx: Tx, deps: AppDeps, occasion: string, at: Instant): Promise<number> {
  const rows = await tx.outbox.unheard(mostAgain)
  for (const row of rows) await order(tx, deps, row, `${row.root}/${occasion}`, at)
  return rows.length
}

async function order(tx: Tx, deps: AppDeps, row: UnheardRow, key: string, at: Instant): Promise<void> {
  const told = await tx.outbox.alsoSaidIn(row.root)
  for (const to of await listeners(tx, row)) {
    if (told.includes(to.chatId)) continue
    await post(
      tx,
      deps,
      {
        communityId: row.communityId,
        to,
        ...(row.ticketId !== null && { ticketId: row.ticketId }),
        body: row.body,
        purpose: row.purpose,
        standsInFor: row.root,
        key: `instead/${key}/${to.chatId}`,
      },
      at,
    )
  }
}

async function listeners(tx: Tx, { root, communityId, ticketId, chatId }: UnheardRow): Promise<readonly PostTarget[]> {
  const role = await roleAimedAt(tx, root, chatId)
  if (role === 'residents' || communityId === null) return []
  const ticket = ticketId === null ? null : await tx.tickets.get(ticketId)
  if (ticket) return chatsThatMustHear(tx, ticket, role)
  const chats = (await tx.chats.list(communityId, role)).filter(({ status }) => status === 'active')
  if (chats.length > 0) return chats.map(({ id, threadId }) => ({ chatId: id, threadId }))
  return (await tx.people.owners()).map((owner) => ({ chatId: owner, threadId: null }))
}

/** The role of the chat it was first meant for; what went to an owner was the committee's. */
async function roleAimedAt(tx: Tx, root: number, chatId: ChatId): Promise<ChatRole> {
  const first = (await tx.outbox.chatOf(root)) ?? chatId
  return (await tx.chats.get(first))?.role ?? 'committee'
}
