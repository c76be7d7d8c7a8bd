import { nowhere } from '../domain/category.ts'
import type { Instant } from '../domain/ids.ts'
import type { Understanding } from '../domain/policy/own-words.ts'
import { readCommand } from './command/read-command.ts'
import { suggestionFor } from './command/suggestion.ts'
import type { CommunityWords } from './community-words.ts'
import type { Meaning, TypedCommand } from './meaning.ts'
import { languageOf } from './text/language.ts'
import { normalise } from './text/normalise.ts'
import { type Setting, understand } from './understand/understand.ts'

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
  /** The community's own words (`compileWords`). */
  readonly community?: CommunityWords | null
  /** From which chance on a message is registered or asked about; the product's own unless told. */
  readonly thresholds?: Understanding | undefined
  /** Fill in `why`, which costs more than the reading itself. */
  readonly explain?: boolean
  readonly audience?: 'residents' | 'staff' | 'committee' | 'dm'
}

/** A command's meaning; 报修 carries what its words say, so that it registers like a report. */
function commanded(command: TypedCommand, text: string, setting: Setting): Meaning {
  const base = { kind: 'command', confidence: 1, command, suggestion: null } as const
  if (command.name === 'report' && command.text !== null) {
    const said = understand(command.text, setting, true)
    return { ...said, ...base }
  }
  return {
    ...base,
    categories: [],
    class: null,
    urgency: null,
    place: nowhere,
    since: null,
    private: false,
    lang: languageOf(text),
    needsPlace: false,
    problems: [],
    why: [{ rule: 'command', words: command.name }],
  }
}

/**
 * Reads one chat message: what it is, what it is about, where, since when, how urgent.
 * Pure and total: any string gives an answer. Only the first 4,096 UTF-16 units are read (Telegram's own limit).
 */
export function parse(text: string, context: ParseContext): Meaning {
  const { text: normal } = normalise(text)
  const setting = {
    at: context.at,
    timezone: context.timezone,
    buildings: context.buildings ?? [],
    community: context.community ?? null,
    thresholds: context.thresholds,
    explain: context.explain,
  }
  const command = readCommand(normal, {
    ...setting,
    botUsername: context.botUsername,
    replyToTicket: context.replyToTicket ?? false,
    audience: context.audience ?? null,
  })
  if (command !== null) return commanded(command, normal, setting)
  const suggestion = suggestionFor(normal, context.botUsername)
  const meaning = understand(normal, setting)
  return suggestion === null ? meaning : { ...meaning, suggestion }
}
