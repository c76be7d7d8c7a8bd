import type { CommunityFile } from '../domain/policy/community-file.ts'
import { type CommunityWords, compileWords } from '../nlu/community-words.ts'
import { type ParseContext, parse } from '../nlu/parse.ts'
import { isZone } from '../nlu/time/civil.ts'
import { answerLine, BadLine, instantField, isoOf, type LineInput, linesOf, textField } from './json-lines.ts'

export interface ParseFlags {
  /** Adds the rules that fired, with their words. */
  readonly explain?: boolean
  /** Zone of the community; a `tz` in the line goes before it. */
  readonly timezone?: string
  /** As a community hears it: its buildings, own words and thresholds. */
  readonly hearing?: Hearing
}

type Hearing = Pick<ParseContext, 'buildings' | 'thresholds'> & { readonly community: CommunityWords | null }

/** How a community hears, by its file. */
export function hearingOf({ buildings, policy }: CommunityFile): Hearing {
  return {
    buildings: buildings.map(({ name }) => name),
    community: compileWords(policy.words, policy.places),
    thresholds: policy.understanding,
  }
}

/** Answers one line of `huying parse --jsonl`. */
export function parseLine(line: string, flags: ParseFlags = {}): string {
  return answerLine(line, (value) => {
    const timezone = value.tz === undefined ? (flags.timezone ?? 'Asia/Shanghai') : textField(value, 'tz')
    if (!isZone(timezone)) throw new BadLine(`unknown time zone: ${timezone.slice(0, 40)}`)
    const { why, problems, needsPlace, suggestion, command, since, confidence, ...rest } = parse(
      textField(value, 'text'),
      {
        at: instantField(value, 'at'),
        timezone,
        replyToTicket: value.reply === true,
        explain: flags.explain === true,
        ...flags.hearing,
        ...(isAudience(value.audience) ? { audience: value.audience } : {}),
      },
    )
    return {
      ...rest,
      confidence: Math.round(confidence * 1000) / 1000,
      since: isoOf(since),
      command: command === null ? null : { ...command, until: isoOf(command.until) },
      ...(flags.explain === true ? { needsPlace, problems, suggestion, why } : {}),
    }
  })
}

const isAudience = (value: unknown): value is 'residents' | 'staff' | 'committee' | 'dm' =>
  value === 'residents' || value === 'staff' || value === 'committee' || value === 'dm'

/** `huying parse`: one result line for each input line, in order; the lexicons are loaded once. */
export async function* runParse(input: LineInput, flags: ParseFlags = {}): AsyncGenerator<string> {
  for await (const line of linesOf(input)) yield parseLine(line, flags)
}
