import type { RenderContext, TicketView } from '../domain/post/view.ts'
import { latestChange } from '../domain/ticket/latest-change.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { withoutPrivateDetail } from '../domain/without-private-detail.ts'
import type { Messages } from './catalogue.ts'
import { categoryNames } from './category-names.ts'
import { changeText } from './change-line.ts'
import { cleanText } from './clean-text.ts'
import { type Html, html, join, lines, quoted } from './html.ts'
import { personName } from './mention.ts'
import { urgencyNames } from './names.ts'
import type { Speech } from './speech.ts'

/** What every part of a card is made from. */
export interface CardInput {
  readonly ticket: Ticket
  readonly view: TicketView
  readonly context: RenderContext
  readonly texts: Messages
  readonly say: Speech
  /** The card was called for much later than planned, because the system was down. */
  readonly outage: boolean
}

/** No card is longer, whatever happened to its ticket. */
const mostLines = 9

/** The lines of a card, most important first; the ninth is the last. */
export function cardLines(parts: readonly (Html | null)[]): Html {
  return lines(parts, mostLines)
}

/** 🛗 #128 电梯故障 · 3号楼2单元: the line that a glance needs. */
export function titleLine({ ticket, say }: CardInput, place: string, sign: string): Html {
  return join([html`${sign} #${ticket.number} ${matterName(ticket, say)}`, html`${place}`], ' · ')
}

export function matterName(ticket: Ticket, say: Speech): string {
  return categoryNames[ticket.category].matter[say.language]
}

/** Null for an ordinary matter: urgency is only worth a word when it is urgent. */
export function urgencyWord(ticket: Ticket, say: Speech): Html | null {
  return ticket.urgency === 'normal' ? null : html`${urgencyNames[ticket.urgency][say.language]}`
}

/** The sign of the residents' card: what kind of matter it is, or how it ended. */
export function residentsSign(ticket: Ticket): string {
  switch (ticket.status) {
    case 'open':
    case 'acknowledged':
      if (ticket.urgency === 'emergency') return '🚨'
      return ticket.reopens > 0 && ticket.status === 'open' ? '🔁' : categoryNames[ticket.category].sign
    case 'held':
      return '⏸'
    default:
      return endedSign(ticket)
  }
}

/** The sign of the staff card: how pressing it is, or how it ended. */
export function staffSign(ticket: Ticket): string {
  switch (ticket.status) {
    case 'open':
      return { emergency: '🚨', urgent: '🔴', normal: '🟡' }[ticket.urgency]
    case 'acknowledged':
      return { emergency: '🚨', urgent: '🔴', normal: '🔧' }[ticket.urgency]
    case 'held':
      return '⏸'
    default:
      return endedSign(ticket)
  }
}

function endedSign(ticket: Ticket): string {
  switch (ticket.status) {
    case 'rejected':
      return '🚫'
    case 'withdrawn':
      return '↩️'
    case 'merged':
      return '🔗'
    default:
      return '✅'
  }
}

/** Whether people would say "fixed" of it rather than "done". */
export function mends(ticket: Ticket): boolean {
  return ticket.class === 'emergency' || ticket.class === 'urgent' || ticket.class === 'repair'
}

export function dueOf({ view }: CardInput, name: 'acknowledge' | 'onsite' | 'resolve' | 'promise'): number | null {
  return view.clocks.find((clock) => clock.name === name)?.due ?? null
}

/** What 改类 changed under the present clocks; null where it changed nothing. */
export function changedLine({ ticket, view, texts, say }: CardInput): Html | null {
  const change = ticket.ladderFrom === null ? null : latestChange(view.history)
  if (!change) return null
  return texts.cards.changed({
    what: changeText(change, say.language),
    by: personName(change.by),
    at: say.at(change.at),
    since: say.at(ticket.clockStart),
  })
}

/** Staff's words for a whole group: quoted, without rooms and telephone numbers. Null when there are none. */
export function discreetly(text: string | null, limit: number): Html | null {
  const shown = text === null ? '' : cleanText(withoutPrivateDetail(text))
  return shown === '' ? null : quoted(shown, limit)
}

/** As `discreetly`, for those who may read everything. */
export function inFull(text: string | null, limit: number): Html | null {
  const shown = text === null ? null : quoted(text, limit)
  return shown === null || shown.text === '' ? null : shown
}

/** Advice and telephone numbers while an emergency lasts. */
export function safetyLines({ ticket, texts }: CardInput): readonly Html[] {
  const { advice, hotline } = texts.safety
  return [html`${advice[ticket.category] ?? advice.other}`, html`${hotline[ticket.category] ?? hotline.other}`]
}
