/** A whole input, or its pieces as they come from a stream. */
export type LineInput = AsyncIterable<string | Uint8Array> | Iterable<string> | string

/** Cuts a stream into lines whatever the pieces' borders are; blank lines are left out. */
export async function* linesOf(input: LineInput): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const piece of typeof input === 'string' ? [input] : input) {
    rest += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim() !== '') yield line
  }
  if (rest.trim() !== '') yield rest
}

/** A line that cannot be answered; its words go to the operator. */
export class BadLine extends Error {}

/** Runs one line through `answer`: always one line of JSON, with the same id, and `error` where it could not be answered. */
export function answerLine(line: string, answer: (value: Readonly<Record<string, unknown>>) => object): string {
  let id: unknown = null
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new BadLine('not a JSON object')
    const record = value as Readonly<Record<string, unknown>>
    id = record.id ?? null
    return JSON.stringify({ id, ...answer(record) })
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'not JSON' : error instanceof Error ? error.message : String(error)
    return JSON.stringify({ id, error: reason })
  }
}

/** A string that must be there. */
export function textField(value: Readonly<Record<string, unknown>>, name: string): string {
  const field = value[name]
  if (typeof field !== 'string') throw new BadLine(`"${name}" must be a string`)
  return field
}

/** An ISO instant that must be there, as epoch milliseconds; without an offset it is read as UTC. */
export function instantField(value: Readonly<Record<string, unknown>>, name: string): number {
  const field = textField(value, name)
  const at = Date.parse(/(?:[zZ]|[+-]\d\d:?\d\d)$/.test(field) || !field.includes('T') ? field : `${field}Z`)
  if (Number.isNaN(at)) throw new BadLine(`"${name}" is not an ISO time: ${field.slice(0, 40)}`)
  return at
}

export const isoOf = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString()
