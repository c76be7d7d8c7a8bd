import { toldSoFar } from '../domain/escalation/told.ts'
import { latestChange } from '../domain/ticket/latest-change.ts'
import { isActive } from '../domain/ticket/ticket.ts'
import { type CardInput, discreetly, dueOf, inFull, mends, urgencyWord } from './card-parts.ts'
import { wasNoDanger } from './change-line.ts'
import { type Html, html, join } from './html.ts'

/**
 * Where a matter stands, in words for those who wait for it: residents' and reporter's cards.
 * `open` words are shown in full; in a group rooms and telephone numbers are blanked.
 */
export function progressLines(input: CardInput, audience: 'group' | 'reporter'): readonly (Html | null)[] {
  const { ticket, texts, say } = input
  const quote = audience === 'group' ? discreetly : inFull
  switch (ticket.status) {
    case 'open':
      return openLines(input)
    case 'acknowledged':
      return takenLines(input)
    case 'held': {
      const { hold } = ticket
      if (!hold) return []
      return [
        texts.cards.waiting(quote(hold.party, 40) ?? html`—`, say.when(hold.until), quote(hold.reason, 60)),
        supervisionLine(input),
        handedOverLine(input),
      ]
    }
    case 'resolved':
      return [doneLine(input, quote), nobodyLine(input)]
    case 'closed':
      return [ticket.resolution ? doneLine(input, quote) : null, texts.cards.closed(ticket.rating)]
    case 'rejected':
      return [texts.cards.rejected(quote(ticket.endReason, 160))]
    case 'withdrawn':
      return [texts.cards.withdrawn]
    case 'merged':
      return [ticket.mergedInto === null ? null : texts.cards.merged(ticket.mergedInto)]
  }
}

/** Where nobody is left to ask the matter closes by itself, and says so. */
export function nobodyLine({ view, texts, say }: CardInput): Html | null {
  const { reporter, others } = view.asked
  return reporter || others > 0 || view.closesAt === null ? null : texts.cards.nobodyToAsk(say.when(view.closesAt))
}

function doneLine({ ticket, texts, say }: CardInput, quote: typeof inFull): Html {
  const { text, at } = ticket.resolution ?? { text: null, at: say.now }
  return texts.cards.done({ text: quote(text, 160), at: say.at(at), by: null, mends: mends(ticket) })
}

function openLines(input: CardInput): readonly (Html | null)[] {
  const { ticket, view, texts, say } = input
  const due = dueOf(input, 'acknowledge')
  const told = view.onCall.slice(0, 2).map((person) => say.name(person))
  const given = ticket.assignee
    ? texts.cards.assignedTo(say.name(ticket.assignee))
    : texts.cards.notified(told.length === 0 ? null : join(told, say.language === 'zh-CN' ? '、' : ' and '))
  const managers = view.managers.slice(0, 2).map((person) => say.name(person))
  return [
    ticket.reopens > 0 ? texts.cards.again(ticket.reopens + 1) : null,
    noDangerLine(input),
    join([urgencyWord(ticket, say), given], ' · '),
    due === null
      ? null
      : due > say.now
        ? texts.cards.ackBy(say.when(due))
        : texts.cards.ackLate(
            toldSoFar(view.history),
            managers.length === 0 ? null : join(managers, say.language === 'zh-CN' ? '、' : ', '),
          ),
    supervisionLine(input),
    handedOverLine(input),
  ]
}

function takenLines(input: CardInput): readonly (Html | null)[] {
  const { ticket, texts, say } = input
  const worker = ticket.assignee ?? ticket.acknowledged?.by ?? null
  const taker = ticket.acknowledged?.by.id === worker?.id ? ticket.acknowledged : null
  const arriveBy = dueOf(input, 'onsite')
  const promised = dueOf(input, 'promise')
  const due = dueOf(input, 'resolve')
  return [
    noDangerLine(input),
    worker
      ? texts.cards.working({
          who: say.name(worker),
          ackAt: taker ? say.at(taker.at) : null,
          arrivedAt: ticket.onSiteAt === null ? null : say.at(ticket.onSiteAt),
          // A time that has gone by is no news to residents; staff and their manager hear of it.
          arriveBy: arriveBy === null || arriveBy <= say.now ? null : say.at(arriveBy),
        })
      : null,
    promised !== null
      ? texts.cards.promised(say.when(promised), mends(ticket))
      : due === null || ticket.supervision
        ? null
        : texts.cards.doneBy(say.when(due), mends(ticket)),
    supervisionLine(input),
    handedOverLine(input),
  ]
}

/** Whoever read of an emergency reads, too, that it was none. */
function noDangerLine({ ticket, view, texts }: CardInput): Html | null {
  const change = ticket.ladderFrom === null || ticket.urgency === 'emergency' ? null : latestChange(view.history)
  return change && wasNoDanger(change) ? texts.cards.noDanger : null
}

/** 移交 as everybody may know it: who was asked, and that nobody lets go of it. */
function handedOverLine({ ticket, texts }: CardInput): Html | null {
  const to = discreetly(ticket.handedOver?.trail.at(-1) ?? null, 40)
  return to === null ? null : texts.cards.handedOverFollowed(to)
}

/** 督办, 延期 or 退回 as everybody may know it. */
export function supervisionLine({ ticket, texts, say }: CardInput): Html | null {
  if (!isActive(ticket)) return null
  if (ticket.supervision) {
    const { supervisor, due } = ticket.supervision
    return texts.cards.supervised(say.name({ name: supervisor }), say.when(ticket.dueOverride ?? due))
  }
  if (ticket.sentBack && ticket.dueOverride !== null) return texts.cards.sentBack(say.when(ticket.dueOverride))
  return ticket.dueOverride === null ? null : texts.cards.extended(say.when(ticket.dueOverride))
}
