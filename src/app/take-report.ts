import type { ReportCommand } from '../domain/ticket/command.ts'
import { maySamePlace } from '../domain/ticket/same-place.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Meaning } from '../nlu/meaning.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { answerByInterruption } from './answer-by-interruption.ts'
import { incidentAt } from './propose-incident.ts'
import { ask } from './question.ts'
import { registerReports } from './register-report.ts'
import type { Scene } from './scene.ts'
import { toReports, writtenAt } from './to-reports.ts'

/** How long after a report a bare photo, pin or voice message of the same person still belongs to it. */
const belongsForMs = 10 * 60_000

/** How likely a line said to the bot by name must be a report, at least, to be asked about: "谢谢" is only thanks. */
const leastDoubt = 0.15

/** A resident's own words (or pictures): register, ask first, add to what he just reported, or stay silent. */
export async function takeReport(scene: Scene, meaning: Meaning): Promise<'taken' | 'asked' | 'silent'> {
  const { message } = scene
  if (message.mediaGroupId !== null) {
    const joined = await joinAlbum(scene, message.mediaGroupId)
    if (joined) return 'taken'
  }
  if (message.text === null) {
    if (message.attachments.length === 0) return 'silent'
    return (await addToLatest(scene)) ? 'taken' : remember(scene)
  }
  const reports = toReports(message, meaning, scene.now)
  // Somebody else's opinion counts only where the parser has none.
  const kind = meaning.kind === 'maybe' ? (scene.opinion ?? 'maybe') : meaning.kind
  if (kind === 'report') return register(scene, reports)
  // Whoever speaks to the bot by name wants something: what sounds like chat is asked about instead of ignored.
  if (kind === 'maybe' || (meaning.kind === 'chat' && message.addressed && 1 - meaning.confidence > leastDoubt)) {
    return askMaybe(scene, reports)
  }
  return remember(scene)
}

/** Registers without further questions, unless an open ticket looks like the same matter: then "+1" is offered. */
export async function register(scene: Scene, reports: readonly ReportCommand[]): Promise<'taken' | 'asked'> {
  const { tx, deps, community, actor, message, now } = scene
  if (await answerByInterruption(scene, reports)) return 'taken'
  const only = reports.length === 1 ? reports[0] : undefined
  // An emergency never waits for an answer.
  if (only && only.urgency !== 'emergency' && !only.private) {
    const open = only.place.building === null ? [] : await tx.tickets.alike(community.id, only.category, only.place)
    const alike =
      open.find(({ place, urgency }) =>
        maySamePlace(only.category, place, only.place, urgency === 'urgent' && only.urgency === 'urgent'),
      ) ?? (await incidentAt(tx, community.id, only, now))
    if (alike) {
      await ask(tx, deps, { community, message, actor, report: only, kind: 'same', like: alike }, now)
      return 'asked'
    }
  }
  await registerReports(tx, deps, community.id, reports, actor, message.mediaGroupId)
  return 'taken'
}

async function askMaybe(scene: Scene, reports: readonly ReportCommand[]): Promise<'asked' | 'silent'> {
  const [report, ...more] = reports
  if (!report) return 'silent'
  if (await answerByInterruption(scene, reports)) return 'asked'
  const { tx, deps, community, message, actor, now } = scene
  await ask(tx, deps, { community, message, actor, report, more, kind: 'maybe', like: null }, now)
  return 'asked'
}

/** A part of an album whose ticket is there already: whatever the order of arrival, one album is one ticket. */
async function joinAlbum(scene: Scene, mediaGroupId: string): Promise<boolean> {
  const { tx, message } = scene
  await tx.messages.lockAlbum(message.chatId, mediaGroupId)
  const parts = await tx.messages.album(message.chatId, mediaGroupId)
  const ticketIds = parts.find((part) => part.ticketIds.length > 0)?.ticketIds ?? []
  if (ticketIds.length === 0) return false
  await keep(scene, ticketIds)
  const ticket = await tx.tickets.lock(ticketIds[0] ?? 0)
  if (ticket) await attach(scene, ticket, message.text)
  return true
}

async function addToLatest(scene: Scene): Promise<boolean> {
  const { tx, community, actor, message, now } = scene
  if (actor.userId === null) return false
  const latest = await tx.tickets.latestOf(community.id, actor.userId)
  if (!latest || latest.origin.chatId !== message.chatId) return false
  const direct = message.chatKind === 'private'
  if (!direct && writtenAt(message, now) - latest.openedAt > belongsForMs) return false
  const ticket = await tx.tickets.lock(latest.id)
  if (!ticket) return false
  await keep(scene, [ticket.id])
  await attach(scene, ticket, null)
  return true
}

async function attach(scene: Scene, ticket: Ticket, text: string | null): Promise<void> {
  const { tx, deps, message, actor, now } = scene
  await actOnTicket(
    tx,
    deps,
    ticket,
    { type: 'attach', attachments: message.attachments, proof: false, text },
    actor,
    now,
  )
}

/** A picture without words may yet turn out to be part of a report; chatter in words leaves no trace. */
async function remember(scene: Scene): Promise<'silent'> {
  if (scene.message.mediaGroupId !== null) await keep(scene, [])
  return 'silent'
}

async function keep({ tx, message, community, actor, now }: Scene, ticketIds: readonly number[]): Promise<void> {
  await tx.messages.put(
    {
      chatId: message.chatId,
      messageId: message.messageId,
      communityId: community.id,
      ticketIds,
      mediaGroupId: message.mediaGroupId,
      attachments: message.attachments,
      authorId: actor.userId,
    },
    now,
  )
}
