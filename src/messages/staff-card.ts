import type { Button, Rendered } from '../domain/post/body.ts'
import { isActive } from '../domain/ticket/ticket.ts'
import {
  type CardInput,
  cardLines,
  changedLine,
  inFull,
  mends,
  safetyLines,
  staffSign,
  urgencyWord,
} from './card-parts.ts'
import { categoryNames } from './category-names.ts'
import { type Html, html, join } from './html.ts'
import { personName } from './mention.ts'
import { nobodyLine, supervisionLine } from './progress-lines.ts'

/** The card in a staff chat: everything needed to do the work, and the buttons to do it with. */
export function staffCard(input: CardInput): { readonly text: Html; readonly keyboard: Rendered['keyboard'] } {
  const { ticket, view, texts, say } = input
  const active = isActive(ticket)
  const matter = categoryNames[ticket.category].matter[say.language]
  const place = say.place(ticket.place)
  const pause = say.language === 'zh-CN' ? ' ' : ' · '
  const urgency = active ? urgencyWord(ticket, say) : null
  const onCall = ticket.status === 'open' && !ticket.assignee ? say.mentions(view.onCall) : null
  const text = cardLines([
    join(
      [html`${staffSign(ticket)} #${ticket.number} ${join([urgency, html`${matter}`], pause)}`, html`${place}`],
      ' · ',
    ),
    wordsLine(input),
    stateLine(input),
    active
      ? join(
          view.clocks.map(({ name, kind, due }) => {
            const said = texts.cards.clock(name, say.at(due), due <= say.now)
            return kind === 'daytime' ? html`${said}${texts.cards.byDay}` : said
          }),
          ' · ',
        )
      : null,
    active && view.unknownYear !== null ? texts.cards.daysUnknown(view.unknownYear) : null,
    active ? changedLine(input) : null,
    supervisionLine(input),
    sentBackLine(input),
    handedOverLine(input),
    active ? stepsLine(input) : null,
    ticket.lastNote
      ? texts.cards.note(inFull(ticket.lastNote.text, 200) ?? html`—`, personName(ticket.lastNote.by))
      : null,
    active ? flagsLine(input) : null,
    active
      ? join(
          [
            onCall ? texts.cards.onCall(onCall) : null,
            view.grid === null ? null : texts.cards.grid(personName(view.grid)),
          ],
          ' · ',
        )
      : null,
    active && ticket.urgency === 'emergency' ? (safetyLines(input)[1] ?? null) : null,
  ])
  return { text, keyboard: staffKeyboard(input) }
}

function wordsLine({ ticket, texts, say }: CardInput): Html {
  return join(
    [
      texts.cards.words(inFull(ticket.text, 400) ?? html`…`, personName(ticket.reporterName), say.at(ticket.openedAt)),
      ticket.supporters > 0 ? texts.cards.supporters(ticket.supporters) : null,
      ticket.urges > 0 ? texts.cards.urges(ticket.urges) : null,
    ],
    ' · ',
  )
}

function sentBackLine({ ticket, texts }: CardInput): Html | null {
  if (!ticket.sentBack || !isActive(ticket)) return null
  const { by, reason } = ticket.sentBack
  return texts.cards.sentBackWhy(personName(by.name), inFull(reason, 100), null)
}

function handedOverLine({ ticket, texts }: CardInput): Html | null {
  if (!ticket.handedOver || !isActive(ticket)) return null
  const { trail, reason } = ticket.handedOver
  return texts.cards.handedOver(inFull(trail.join(' → '), 80) ?? html`—`, inFull(reason, 100))
}

/** A hard case is gone about the same way by whoever is on duty. */
export function stepsLine({ view, texts }: Pick<CardInput, 'view' | 'texts'>): Html | null {
  if (!view.hardCase) return null
  const { name, steps } = texts.hardCases[view.hardCase]
  return texts.cards.steps(name, steps)
}

function flagsLine({ ticket, texts }: CardInput): Html {
  return join(
    [
      ticket.reopens > 0 ? texts.cards.again(ticket.reopens + 1) : null,
      ticket.needsPlace ? texts.cards.placeMissing : null,
      ticket.private ? texts.cards.privateMatter : null,
    ],
    ' · ',
  )
}

function stateLine(input: CardInput): Html | null {
  const { ticket, texts, say } = input
  switch (ticket.status) {
    case 'open':
      return ticket.assignee ? texts.cards.assignedTo(say.mention(ticket.assignee)) : null
    case 'acknowledged': {
      const worker = ticket.assignee ?? ticket.acknowledged?.by
      if (!worker) return null
      const took = ticket.acknowledged?.by.id === worker.id ? ticket.acknowledged : null
      return texts.cards.working({
        who: say.name(worker),
        ackAt: took ? say.at(took.at) : null,
        arrivedAt: ticket.onSiteAt === null ? null : say.at(ticket.onSiteAt),
        arriveBy: null,
      })
    }
    case 'held':
      return ticket.hold
        ? texts.cards.waiting(
            inFull(ticket.hold.party, 40) ?? html`—`,
            say.when(ticket.hold.until),
            inFull(ticket.hold.reason, 80),
          )
        : null
    case 'resolved':
    case 'closed':
      return join(
        [
          ticket.resolution
            ? texts.cards.done({
                text: inFull(ticket.resolution.text, 200),
                at: say.at(ticket.resolution.at),
                by: personName(ticket.resolution.by.name),
                mends: mends(ticket),
              })
            : null,
          ticket.status === 'resolved'
            ? (nobodyLine(input) ?? texts.cards.awaitingAnswer)
            : texts.cards.closed(ticket.rating),
        ],
        '\n',
      )
    case 'rejected':
      return texts.cards.rejected(inFull(ticket.endReason, 200))
    case 'withdrawn':
      return texts.cards.withdrawn
    case 'merged':
      return ticket.mergedInto === null ? null : texts.cards.merged(ticket.mergedInto)
  }
}

function staffKeyboard({ ticket, view, texts }: CardInput): Rendered['keyboard'] {
  const { buttons } = texts
  const photos: Button[] = ticket.photos > 0 ? [{ label: buttons.photos(ticket.photos), action: 'photos' }] : []
  const assign: Button = { label: buttons.assign, action: 'assign' }
  const hold: Button = { label: buttons.hold, action: 'hold' }
  const resolve: Button = { label: buttons.resolve, action: 'resolve' }
  const promise: Button = { label: buttons.promise, action: 'promise' }
  const category: Button = { label: buttons.recategorise, action: 'recategorise' }
  const travels = view.clocks.some(({ name }) => name === 'onsite')
  const arrive: Button[] = travels ? [{ label: buttons.arrive, action: 'arrive' }] : []
  switch (ticket.status) {
    case 'open':
      return rows([{ label: buttons.ack, action: 'ack' }, assign, hold, resolve], [category, ...photos])
    case 'acknowledged':
      return rows([promise, assign, hold, resolve], [...arrive, category, ...photos])
    case 'held':
      // A promise cannot be made while others are waited for (see the transition table).
      return rows([assign, hold, resolve], [...arrive, category, ...photos])
    default:
      return rows([], photos)
  }
}

function rows(...all: readonly (readonly Button[])[]): Rendered['keyboard'] {
  return all.filter((row) => row.length > 0)
}
