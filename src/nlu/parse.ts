import type { Instant } from '../domain/ids.ts'
import type { Meaning } from './meaning.ts'
import { normalise } from './text/normalise.ts'
import { understand } from './understand/understand.ts'

/** Where and when a line was said. */
export interface ParseContext {
  readonly at: Instant
  /** IANA zone of the community. */
  readonly timezone: string
  /** Names of the community's buildings, as its file writes them. */
  readonly buildings?: readonly string[]
  /** Without the @; `/ack@OtherBot` is then not for us. */
  readonly botUsername?: string
  /** The line answers a card, so "接单" alone counts as a command. */
  readonly replyToTicket?: boolean
  readonly audience?: 'residents' | 'staff' | 'committee' | 'dm'
}

/**
 * Reads one chat message: what it is, what it is about, where, since when, how urgent.
 * Pure and total: any string gives an answer. Only the first 4,096 UTF-16 units are read (Telegram's own limit).
 */
export function parse(text: string, context: ParseContext): Meaning {
  const normal = normalise(text)
  return understand(normal.text, { at: context.at, timezone: context.timezone, buildings: context.buildings ?? [] })
}
