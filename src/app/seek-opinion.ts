import { mask } from '../nlu/mask.ts'
import type { Meaning } from '../nlu/meaning.ts'
import type { AppDeps } from './app.ts'
import type { IncomingMessage } from './incoming.ts'
import { meaningOf } from './meaning-of.ts'
import type { Tx } from './ports.ts'
import type { Opinion } from './second-opinion.ts'
import { toReports } from './to-reports.ts'

/** Nothing in a chat waits longer than this, from when the line came in, for somebody else's opinion on it. */
const patienceMs = 3_000
/** With less than this left nobody is asked: the chat has fallen behind already. */
const leastMs = 2_000
/** An opinion that is less sure than this moves nothing. */
const sureEnough = 0.7

/**
 * Asks about a doubtful line before its transaction, so that no lock waits for the answer: what the line is to be taken for,
 * or null to go by the parser. Only lines of a residents' group that would be asked about are, and no private matter is;
 * what leaves is masked. Read again after a failure, the line is asked about again at most.
 */
export async function seekOpinion(deps: AppDeps, message: IncomingMessage): Promise<'report' | 'chat' | null> {
  const { secondOpinion, store, clock } = deps
  if (!secondOpinion || message.chatKind !== 'group' || message.text === null) return null
  const left = patienceMs - Math.max(0, clock.now() - message.receivedAt)
  if (left < leastMs) return null
  const doubt = await store.transaction((tx) => doubtIn(tx, deps, message))
  if (!doubt) return null
  const opinion = await secondOpinion.ask(mask(message.text, doubt.names), left)
  return opinion && moveOf(opinion, doubt.meaning, message)
}

/** Danger is never talked away, nor what was said to the bot by name: there an opinion can only make a report of it. */
function moveOf(opinion: Opinion, meaning: Meaning, message: IncomingMessage): 'report' | 'chat' | null {
  if (opinion.confidence < sureEnough) return null
  if (opinion.report) return 'report'
  return meaning.urgency === 'emergency' || message.addressed ? null : 'chat'
}

/** The line's meaning and the names to be masked in it; null where the line is not one that the bot would ask about. */
async function doubtIn(
  tx: Tx,
  deps: AppDeps,
  message: IncomingMessage,
): Promise<{ readonly meaning: Meaning; readonly names: readonly string[] } | null> {
  const chat = await tx.chats.get(message.chatId)
  const community = chat?.role === 'residents' ? await tx.communities.get(chat.communityId) : null
  if (!community) return null
  const meaning = await meaningOf({ tx, deps, message, community, chat, now: deps.clock.now() })
  if (meaning.kind !== 'maybe' || toReports(message, meaning, deps.clock.now()).some((one) => one.private)) return null
  if (await belongsToTicket(tx, message)) return null
  const buildings = await tx.communities.buildings(community.id)
  const names = [
    message.author.name,
    message.replyTo?.author.name,
    ...buildings.map(({ grid }) => grid),
    ...(await tx.people.names(community.id)),
  ]
  return { meaning, names: names.filter((name) => typeof name === 'string') }
}

/** Known already, a reply about a ticket, or a part of an album that made one: these are not read as reports. */
async function belongsToTicket(
  tx: Tx,
  { chatId, messageId, replyTo, mediaGroupId }: IncomingMessage,
): Promise<boolean> {
  const made = async (id: number) => ((await tx.messages.get(chatId, id))?.ticketIds.length ?? 0) > 0
  if (await made(messageId)) return true
  if (replyTo && ((await tx.posts.byMessage(chatId, replyTo.messageId))?.ticketId ?? null) !== null) return true
  if (replyTo && (await made(replyTo.messageId))) return true
  const parts = mediaGroupId === null ? [] : await tx.messages.album(chatId, mediaGroupId)
  return parts.some(({ ticketIds }) => ticketIds.length > 0)
}
