import type { RunningClock } from '../domain/escalation/clocks.ts'
import type { Button, Rendered } from '../domain/post/body.ts'
import { isActive, type Ticket } from '../domain/ticket/ticket.ts'
import { type CardInput, cardLines, changedLine, discreetly, matterName, mends } from './card-parts.ts'
import { reasonGiven } from './history-lines.ts'
import { type Html, html, join } from './html.ts'
import { personName } from './mention.ts'
import { progressLines, supervisionLine } from './progress-lines.ts'

/** The card in a committee chat: what is late and by how much; never who reported it, never beyond the unit. */
export function committeeCard(input: CardInput): { readonly text: Html; readonly keyboard: Rendered['keyboard'] } {
  const { ticket, view, texts, say } = input
  const active = isActive(ticket)
  const matter = join(
    [html`#${ticket.number} ${matterName(ticket, say)}`, html`${ticket.private ? '' : say.publicPlace(ticket.place)}`],
    ' · ',
  )
  const head = active ? headOf(input)(matter) : html`✅ ${matter}`
  const late = latestTrouble(input)
  const text = cardLines([
    head,
    late
      ? texts.committee.overdue(late.name, say.when(late.due), lateText(input, late), mends(ticket), input.outage)
      : null,
    active ? changedLine(input) : null,
    active ? supervisionLine(input) : null,
    active ? sentBackLine(input) : null,
    active ? handedOverLine(input) : null,
    active ? workLine(input) : null,
    ...(active && ticket.status !== 'held' ? [] : endLines(input)),
    ticket.supporters > 0 ? texts.committee.supporters(ticket.supporters) : null,
    ticket.private ? texts.committee.privateMatter(view.grid === null ? null : personName(view.grid)) : null,
    !ticket.private && view.grid !== null ? texts.cards.grid(personName(view.grid)) : null,
  ])
  const history: Button = { label: texts.buttons.history, action: 'history' }
  const keyboard: Button[] =
    active && !isSentBack(ticket)
      ? [
          { label: texts.buttons.supervise, action: 'supervise' },
          { label: texts.buttons.extend, action: 'extend' },
          { label: texts.buttons.sendBack, action: 'send-back' },
          history,
        ]
      : [history]
  // A false alarm is called off from here.
  const settle: Button[] =
    active && ticket.handedOver?.referred ? [{ label: texts.buttons.handOver, action: 'hand-over' }] : []
  const lower: Button[] =
    active && ticket.urgency === 'emergency' ? [{ label: texts.buttons.recategorise, action: 'recategorise' }] : []
  return { text, keyboard: [keyboard, [...settle, ...lower]].filter((row) => row.length > 0) }
}

/** With the property again, and off the committee's table until it climbs once more. */
function isSentBack({ sentBack }: Ticket): boolean {
  return sentBack !== null && !sentBack.climbedAgain
}

function sentBackLine({ ticket, texts }: CardInput): Html | null {
  if (!ticket.sentBack) return null
  const reason = ticket.private ? null : discreetly(ticket.sentBack.reason, 100)
  return isSentBack(ticket)
    ? texts.cards.sentBackWhy(personName(ticket.sentBack.by.name), reason, null)
    : texts.committee.sentBackOnce(reason)
}

/** How often it was handed on, to whom and why; of a private matter only how often. Nobody is blamed for it. */
function handedOverLine({ ticket, texts }: CardInput): Html | null {
  if (!ticket.handedOver) return null
  const { trail, reason } = ticket.handedOver
  const shown = (words: string, limit: number): Html | null => (ticket.private ? null : discreetly(words, limit))
  return texts.committee.handedOver(trail.length, shown(trail.join(' → '), 80), shown(reason, 100))
}

/** Supervised and late again is a call of its own and not the quiet “in hand”; what is calmed calls nobody any more. */
function headOf(input: CardInput): (matter: Html) => Html {
  const { ticket, texts, say } = input
  if (isSentBack(ticket)) return texts.committee.sentBack
  if (ticket.handedOver?.referred) return texts.committee.decide
  if (ticket.supervision)
    return ticket.supervision.due <= say.now ? texts.committee.lateAgain : texts.committee.supervising
  if (latestTrouble(input)) return texts.committee.please
  return ticket.status === 'held' ? texts.committee.waiting : texts.committee.calm
}

/** The clock that brought the matter here: the finish first, because an acknowledgement does not mend anything. */
function latestTrouble({ view, say }: CardInput): RunningClock | null {
  const late = view.clocks.filter(({ due, name }) => due <= say.now && name !== 'promise')
  return late.find(({ name }) => name === 'resolve') ?? late[0] ?? null
}

function lateText({ view, say }: CardInput, { name, due }: RunningClock): string {
  const late = view.late[name]
  return late ? say.late(late) : say.duration(say.now - due)
}

function workLine({ ticket, view, texts, say }: CardInput): Html {
  const managers = view.managers.slice(0, 2).map((person) => say.name(person))
  const taken = ticket.acknowledged
  if (!taken)
    return texts.committee.nobody(managers.length === 0 ? null : join(managers, say.language === 'en' ? ', ' : '、'))
  const reason = ticket.private ? null : discreetly(reasonGiven(view.history), 100)
  return texts.committee.staff(say.name(ticket.assignee ?? taken.by), say.at(taken.at), reason)
}

/** How it ended, or what it waits for; nothing of a private matter's words. */
function endLines(input: CardInput): readonly (Html | null)[] {
  const { ticket, texts, say } = input
  if (!ticket.private)
    return progressLines({ ...input, ticket: { ...ticket, supervision: null, dueOverride: null } }, 'group')
  if (ticket.status === 'resolved' || ticket.status === 'closed') {
    const at = say.at(ticket.resolution?.at ?? ticket.closedAt ?? say.now)
    return [texts.cards.done({ text: null, at, by: null, mends: mends(ticket) })]
  }
  return []
}
