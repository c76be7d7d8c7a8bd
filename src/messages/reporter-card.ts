import type { Rendered } from '../domain/post/body.ts'
import { isActive } from '../domain/ticket/ticket.ts'
import { type CardInput, cardLines, inFull, residentsSign, safetyLines, titleLine } from './card-parts.ts'
import { type Html, html, words } from './html.ts'
import { personName } from './mention.ts'
import { progressLines } from './progress-lines.ts'

/** The reporter's own card in the private chat: everything, with a way to add and to nudge. */
export function reporterCard(input: CardInput): { readonly text: Html; readonly keyboard: Rendered['keyboard'] } {
  const { ticket, view, texts, say } = input
  const active = isActive(ticket)
  const text = cardLines([
    titleLine(input, say.place(ticket.place), residentsSign(ticket)),
    ...(active && ticket.urgency === 'emergency' ? safetyLines(input) : []),
    texts.cards.words(inFull(ticket.text, 300) ?? html`…`, null, say.at(ticket.openedAt)),
    ...progressLines(input, 'reporter'),
    active && view.hardCase ? words(texts.hardCases[view.hardCase].reporter) : null,
    active && view.grid !== null ? texts.cards.grid(personName(view.grid)) : null,
    ticket.private ? texts.cards.yourReport : null,
  ])
  return {
    text,
    keyboard: active
      ? [
          [
            { label: texts.buttons.supplement, action: 'supplement' },
            { label: texts.buttons.urge, action: 'urge' },
          ],
        ]
      : [],
  }
}
