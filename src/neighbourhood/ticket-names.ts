import type { Deed, WeekStep } from '../../seeds/week.ts'
import type { ChatView } from '../sandbox/view.ts'
import { CannotDo } from './carry-out.ts'

/** Ticket numbers by the names that the script gives its reports. */
export type TicketNames = ReadonlyMap<string, number>

/** The step with every `{name}` replaced by its ticket's number. @throws CannotDo on a name that no report has. */
export function withNumbers(step: WeekStep, names: TicketNames): WeekStep {
  const filled = Object.entries(step.does).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'string' ? fillIn(value, names) : value,
  ])
  // Same keys, strings for strings.
  return { ...step, does: Object.fromEntries(filled) as Deed }
}

function fillIn(text: string, names: TicketNames): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const number = names.get(name)
    if (number === undefined) throw new CannotDo(`no report before it is named "${name}"`)
    return String(number)
  })
}

/**
 * The numbers of the tickets that a step made: those on the cards that the bot put up since, in their order.
 * @param lastId the chat's newest message before the step.
 * @throws CannotDo when there are fewer or more cards than names.
 */
export function ticketsMade(step: WeekStep, chat: ChatView, lastId: number): readonly (readonly [string, number])[] {
  const { makes = [] } = step
  if (makes.length === 0) return []
  const cards = chat.fromBot.filter(({ id }) => id > lastId).flatMap(({ text }) => /^\S+ #(\d+) /.exec(text)?.[1] ?? [])
  if (cards.length !== makes.length)
    throw new CannotDo(`the bot was to make ${makes.length} of it and put up ${cards.length} cards`)
  return makes.map((name, index) => [name, Number(cards[index])])
}
