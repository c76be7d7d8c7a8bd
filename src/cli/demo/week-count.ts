import type { ChatId } from '../../domain/ids.ts'
import { type Happening, ticketIn } from './happening.ts'
import { type ToneKind, toneOf } from './tone.ts'

/** What was to be seen in the chats, in numbers. */
export interface WeekCount {
  readonly tickets: number
  readonly said: number
  readonly pressed: number
  readonly posted: number
  readonly changed: number
  readonly reminders: number
  readonly overdue: number
  readonly committee: number
}

/** Counts what happened; every ticket has a card in the staff chat. */
export function countWeek(
  happenings: readonly Happening[],
  chats: { readonly staff: ChatId; readonly committee: ChatId },
): WeekCount {
  const count = (kind: Happening['kind']): number => happenings.filter((one) => one.kind === kind).length
  const posted = happenings.filter((one) => one.kind === 'posted')
  const toned = (kind: ToneKind, among = posted): number =>
    among.filter(({ lines }) => toneOf(lines[0] ?? '')?.kind === kind).length
  const numbers = posted.filter(({ chat }) => chat.id === chats.staff).map(({ lines }) => ticketIn(lines[0] ?? ''))
  return {
    tickets: new Set(numbers.filter((number) => number !== null)).size,
    said: count('said'),
    pressed: count('pressed'),
    posted: posted.length,
    changed: count('changed'),
    reminders: toned('reminder'),
    overdue: toned('overdue'),
    committee: toned(
      'committee',
      posted.filter(({ chat }) => chat.id === chats.committee),
    ),
  }
}
