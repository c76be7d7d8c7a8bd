import type { ChatRole } from '../domain/community/role.ts'
import type { Instant } from '../domain/ids.ts'
import type { Notice } from '../domain/post/notice.ts'
import { type Age, ages, type Facts, type Part, parts, usualHeatingSeason } from '../domain/responsibility/facts.ts'
import { hardCaseRow } from '../domain/responsibility/hard-cases.ts'
import { missingFact, route } from '../domain/responsibility/route.ts'
import type { Actor } from '../domain/ticket/actor.ts'
import { authorize } from '../domain/ticket/authorize.ts'
import { accept, type Outcome, refuse } from '../domain/ticket/refusal.ts'
import { isActive, type Known, type Ticket } from '../domain/ticket/ticket.ts'
import { transitions } from '../domain/ticket/transitions.ts'
import { localParts } from '../domain/time/zone.ts'
import type { TypedCommand } from '../nlu/meaning.ts'
import { buildingAnswerIn, buildingFactsIn } from '../nlu/understand/building-facts.ts'
import { hardCaseIn } from '../nlu/understand/hard-case.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { peopleOf } from './actor-of.ts'
import { mentionOf } from './mention-of.ts'
import type { PostRow, Tx } from './ports.ts'
import { show } from './post.ts'
import type { Press } from './press.ts'
import { answer, answerNo, type Scene } from './scene.ts'

/**
 * 谁负责: the party, the reason, the article, the money, and in whose hands it is meanwhile, to whoever may see the ticket. Words
 * after the number (公共部位, 5年以上) are an answer to what would else be asked.
 */
export async function showWho(scene: Scene, typed: TypedCommand, about: Ticket | null): Promise<void> {
  const { tx, community, actor, chat, deps, now } = scene
  const ticket = await ticketOf(scene, typed, about)
  if (!ticket) return answerNo(scene, { code: 'unknown-ticket', number: typed.ticket })
  const inside = actor.roles.length > 0 || (ticket.reporter !== null && ticket.reporter.id === actor.userId)
  if (ticket.private && chat?.role === 'residents')
    return void (await answer(scene, { key: 'who-in-private', number: ticket.number }))
  if (ticket.private && !inside) return answerNo(scene, { code: 'not-yours', number: ticket.number })
  const said = typed.text === null ? null : buildingAnswerIn(typed.text)
  const told = said && (await actOnTicket(tx, deps, ticket, { type: 'clarify', ...said }, actor, now))
  if (told && !told.ok) return answerNo(scene, told.refusal)
  await answer(
    scene,
    await whoNotice(
      tx,
      { timezone: community.timezone, where: chat?.role ?? null },
      told ? told.value : ticket,
      actor,
      now,
    ),
    ticket.id,
  )
}

/** A press under the answer: kept as a fact on the ticket, and the answer is written anew in its place. */
export async function clarify(scene: Press, ticket: Ticket): Promise<Outcome<number | null>> {
  const { tx, deps, press, row, actor, now } = scene
  const said = knownBy(press.arg)
  if (!said || row.body.kind !== 'notice' || row.body.notice.key !== 'who') return refuse({ code: 'button-expired' })
  const outcome = await actOnTicket(tx, deps, ticket, { type: 'clarify', ...said }, actor, now)
  if (!outcome.ok) return outcome
  await writeAnew(tx, row, outcome.value, actor, now)
  return accept(ticket.number)
}

/** The same by a reply in words; false where they are no answer. */
export async function clarifyByReply(scene: Scene, row: PostRow, ticket: Ticket, text: string): Promise<boolean> {
  if (row.body.kind !== 'notice' || row.body.notice.key !== 'who' || row.body.notice.ask === null) return false
  const said = buildingAnswerIn(text)
  if (!said) return false
  const { tx, deps, actor, now } = scene
  const outcome = await actOnTicket(tx, deps, ticket, { type: 'clarify', ...said }, actor, now)
  if (outcome.ok) await writeAnew(tx, row, outcome.value, actor, now)
  else await answerNo(scene, outcome.refusal)
  return true
}

async function writeAnew(tx: Tx, row: PostRow, ticket: Ticket, actor: Actor, now: Instant): Promise<void> {
  const community = await tx.communities.get(ticket.communityId)
  const where = (await tx.chats.get(row.chatId))?.role ?? null
  const timezone = community?.timezone ?? 'Asia/Shanghai'
  const notice = await whoNotice(tx, { timezone, where }, ticket, actor, now)
  await tx.posts.setBody(row.id, { kind: 'notice', notice })
  const { communityId, chatId, id: postId } = row
  await show(tx, { communityId, chatId, ticketId: ticket.id, postId, purpose: 'reply' }, now)
}

/** In a group of residents everybody reads along, whoever asked. */
function hearerOf(
  { roles, userId }: Actor,
  { reporter }: Ticket,
  where: ChatRole | null,
): 'crew' | 'reporter' | 'group' {
  if (where === 'residents') return 'group'
  if (roles.some((role) => role !== 'resident' && role !== 'volunteer' && role !== 'owners')) return 'crew'
  return reporter !== null && reporter.id === userId ? 'reporter' : 'group'
}

async function whoNotice(
  tx: Tx,
  { timezone, where }: { readonly timezone: string; readonly where: ChatRole | null },
  ticket: Ticket,
  actor: Actor,
  now: Instant,
): Promise<Notice> {
  const policy = await tx.communities.policy(ticket.communityId, ticket.policyVersion)
  const facts = await factsOf(tx, ticket, policy.seasons?.heating ?? usualHeatingSeason, localParts(timezone, now).date)
  const own = policy.responsibility ?? []
  const hardCase = hardCaseIn(ticket.text, ticket.category)
  const standing = { reporter: ticket.reporter !== null && ticket.reporter.id === actor.userId, supporter: false }
  const maySay = authorize(transitions.clarify.who, { actor, at: now, standing }) && isActive(ticket)
  const worker = ticket.assignee ?? ticket.acknowledged?.by
  const lead = worker ? [worker] : await peopleOf(tx, ticket.communityId, 'manager')
  return {
    key: 'who',
    ticket: mentionOf(ticket),
    route: route(facts, own),
    // Whom a private matter was handed to may tell what it is.
    hardCase: hardCase && { id: hardCase, hearer: hearerOf(actor, ticket, where) },
    handedTo: ticket.private ? null : (ticket.handedOver?.trail.at(-1) ?? null),
    lead: isActive(ticket) ? lead.map(({ name }) => name) : [],
    ask: maySay ? missingFact(facts, own) : null,
  }
}

/** What is known: what somebody has said goes before what the report's words say, a handover date before an age. */
async function factsOf(tx: Tx, ticket: Ticket, heatingSeason: Facts['heatingSeason'], on: string): Promise<Facts> {
  const { category, place, known, text } = ticket
  const hardCase = hardCaseIn(text, category)
  const read = buildingFactsIn(`${text} ${place.spot ?? ''}`, category)
  const building = (await tx.communities.buildings(ticket.communityId)).find(({ name }) => name === place.building)
  return {
    category,
    part: known?.part ?? (hardCase && hardCaseRow(hardCase).part) ?? read.part,
    component: read.component,
    danger: ticket.urgency === 'emergency',
    handover: building?.handover ?? null,
    age: known?.age ?? null,
    designLife: building?.designLife ?? null,
    on,
    heatingSeason,
    building: place.building,
    spot: place.spot,
  }
}

function knownBy(arg: string | null): Known | null {
  const part = parts.find((one): one is Part => one === arg)
  if (part) return { part }
  const age = ages.find((one): one is Age => one === arg)
  return age ? { age } : null
}

/** By number, by the card replied to, or the asker's own latest one. */
async function ticketOf(
  { tx, community, actor }: Scene,
  typed: TypedCommand,
  about: Ticket | null,
): Promise<Ticket | null> {
  if (typed.ticket !== null) return tx.tickets.lockByNumber(community.id, typed.ticket)
  if (about) return tx.tickets.lock(about.id)
  const latest = actor.userId === null ? null : await tx.tickets.latestOf(community.id, actor.userId)
  return latest && tx.tickets.lock(latest.id)
}
