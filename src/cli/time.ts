import { isZone } from '../nlu/time/civil.ts'
import { timeSpans } from '../nlu/time/time-spans.ts'
import { answerLine, BadLine, instantField, isoOf, type LineInput, linesOf, textField } from './json-lines.ts'

export interface TimeFlags {
  readonly prefer?: 'past' | 'future'
}

/** Answers one line of `huying time --jsonl`; a `prefer` in the line goes before the flag. */
export function timeLine(line: string, flags: TimeFlags = {}): string {
  return answerLine(line, (value) => {
    const timezone = value.tz === undefined ? 'Asia/Shanghai' : textField(value, 'tz')
    if (!isZone(timezone)) throw new BadLine(`unknown time zone: ${timezone.slice(0, 40)}`)
    const prefer = value.prefer === 'past' || value.prefer === 'future' ? value.prefer : (flags.prefer ?? 'future')
    const spans = timeSpans(textField(value, 'text'), { ref: instantField(value, 'ref'), timezone, prefer })
    return { spans: spans.map((span) => ({ ...span, start: isoOf(span.start), end: isoOf(span.end) })) }
  })
}

/** `huying time`: one result line for each input line, in order. */
export async function* runTime(input: LineInput, flags: TimeFlags = {}): AsyncGenerator<string> {
  for await (const line of linesOf(input)) yield timeLine(line, flags)
}
