import type { Rendered } from '../domain/post/body.ts'
import type { CardInput } from './card-parts.ts'
import { type Html, lines } from './html.ts'
import { staffCard } from './staff-card.ts'

/** What staff see, for the grid worker in private: she follows it and adds to it by a reply; the work is the staff's. */
export function gridCard(input: CardInput): { readonly text: Html; readonly keyboard: Rendered['keyboard'] } {
  return { text: lines([staffCard(input).text, input.texts.cards.yourGrid]), keyboard: [] }
}
