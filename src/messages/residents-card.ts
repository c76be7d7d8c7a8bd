import type { Button, Rendered } from '../domain/post/body.ts'
import { isActive } from '../domain/ticket/ticket.ts'
import { type CardInput, cardLines, residentsSign, safetyLines, titleLine } from './card-parts.ts'
import { cleanText, clip } from './clean-text.ts'
import { type Html, words } from './html.ts'
import { buildingText } from './place.ts'
import { progressLines } from './progress-lines.ts'

const mostBuildings = 24
const perRow = 4

/** The card in a residents' chat: place to the unit only, no text of the report; a private matter is masked whole. */
export function residentsCard(input: CardInput): { readonly text: Html; readonly keyboard: Rendered['keyboard'] } {
  const { ticket, view, context, texts, say } = input
  if (ticket.private) return maskedCard(input)
  const active = isActive(ticket)
  const asksPlace = active && ticket.needsPlace
  const text = cardLines([
    titleLine(input, say.publicPlace(ticket.place), residentsSign(ticket)),
    ...(active && ticket.urgency === 'emergency' ? safetyLines(input) : []),
    asksPlace ? texts.cards.whichBuilding : null,
    ...progressLines(input, 'group'),
    active && view.hardCase ? words(texts.hardCases[view.hardCase].group) : null,
    active && view.grid !== null ? texts.cards.grid(say.name({ name: view.grid })) : null,
  ])
  const keyboard: Button[][] = asksPlace ? placeRows(context.buildings, input) : []
  if (active) {
    keyboard.push([
      { label: texts.buttons.support(ticket.supporters), action: 'support' },
      { label: texts.buttons.supplement, action: 'supplement' },
      ...(ticket.status === 'open' ? [{ label: texts.buttons.notReport, action: 'not-report' } as const] : []),
    ])
  }
  return { text, keyboard }
}

/** Nothing of a private matter but its number and whether somebody has it. */
function maskedCard({ ticket, context, texts }: CardInput): ReturnType<typeof residentsCard> {
  const { masked } = texts.cards
  if (!isActive(ticket)) {
    const told = ticket.status === 'resolved' ? masked.resolved : masked.ended
    return { text: cardLines([told(ticket.number)]), keyboard: [] }
  }
  const row: Button[] = []
  if (context.deepLink !== null) {
    const url = `https://t.me/${encodeURIComponent(context.bot)}?start=${encodeURIComponent(context.deepLink)}`
    row.push({ label: texts.buttons.privately, url })
  }
  if (context.canDelete) row.push({ label: texts.buttons.deleteOriginal, action: 'delete-original' })
  return {
    text: cardLines([masked.active(ticket.number), ticket.urgency === 'emergency' ? masked.danger : null]),
    keyboard: row.length === 0 ? [] : [row],
  }
}

function placeRows(buildings: readonly string[], { texts, say }: CardInput): Button[][] {
  const choices: Button[] = buildings.slice(0, mostBuildings).map((building, index) => ({
    // A name of hidden characters only still gets a button that can be pressed.
    label: clip(buildingText(cleanText(building) || String(index + 1), say.language), 16),
    action: 'place',
    arg: String(index),
  }))
  choices.push({ label: texts.buttons.publicArea, action: 'place', arg: 'public' })
  const rows: Button[][] = []
  for (let start = 0; start < choices.length; start += perRow) rows.push(choices.slice(start, start + perRow))
  return rows
}
