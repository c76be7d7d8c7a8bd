import type { Person } from '../domain/ticket/actor.ts'
import { type Html, link, quoted } from './html.ts'

/** Longest name shown, in UTF-16 units. */
export const nameLimit = 32

/** A name as plain text, cleaned and cut. */
export function personName(name: string): Html {
  const shown = quoted(name, nameLimit)
  return shown.text === '' ? quoted('—', nameLimit) : shown
}

/** A mention by Telegram id, which reaches people without a @username; the bare name where there is no id. */
export function mention(person: Person): Html {
  const name = personName(person.name)
  return Number.isSafeInteger(person.id) && person.id > 0 ? link(`tg://user?id=${person.id}`, name) : name
}
