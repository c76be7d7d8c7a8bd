import type { Token } from './tokens.ts'
import type { Kind } from './words.ts'

/** Reads a value from the tokens at a place; gives the value and the place after it. */
type Read<T> = (tokens: readonly Token[], at: number) => readonly [T, number] | null

export interface Parser<T> extends Read<T> {
  /** Kinds of token it can begin with, so that a choice asks only those that may answer. */
  readonly first: ReadonlySet<Kind>
  /** It may read nothing and still answer. */
  readonly empty: boolean
}

export const parserOf = <T>(of: { first: Iterable<Kind>; empty?: boolean }, read: Read<T>): Parser<T> =>
  Object.assign(read, { first: new Set(of.first), empty: of.empty ?? false })

const firstOfAll = (parsers: readonly Parser<unknown>[]): readonly Kind[] => parsers.flatMap(({ first }) => [...first])

export interface Piece {
  readonly value: number
  readonly token: Token
}

/** One token of a kind, if it passes. */
export const one = (kind: Kind, accept: (piece: Piece) => boolean = () => true): Parser<Piece> =>
  parserOf({ first: [kind] }, (tokens, at) => {
    const token = tokens[at]
    const index = token?.kinds.indexOf(kind) ?? -1
    if (token === undefined || index < 0) return null
    const piece = { value: token.values[index] ?? 0, token }
    return accept(piece) ? [piece, at + 1] : null
  })

type Values<P extends readonly Parser<unknown>[]> = {
  -readonly [K in keyof P]: P[K] extends Parser<infer T> ? T : never
}

/** All parsers one after the other, with nothing between them but blanks. */
export const seq = <const P extends readonly Parser<unknown>[]>(...parsers: P): Parser<Values<P>> => {
  const solid = parsers.findIndex(({ empty }) => !empty)
  const first = firstOfAll(solid < 0 ? parsers : parsers.slice(0, solid + 1))
  return parserOf({ first, empty: solid < 0 }, (tokens, at) => {
    const values: unknown[] = []
    let next = at
    for (const parser of parsers) {
      const read = parser(tokens, next)
      if (read === null) return null
      if (next > at && read[1] > next && tokens[next]?.joined !== true) return null
      values.push(read[0])
      next = read[1]
    }
    return [values as Values<P>, next]
  })
}

/** The longest reading; of equals the first. */
export const longest = <T>(...parsers: readonly Parser<T>[]): Parser<T> => {
  const empty = parsers.filter((parser) => parser.empty)
  const known = new Map<readonly Kind[], readonly Parser<T>[]>()
  const mayBegin = (kinds: readonly Kind[]): readonly Parser<T>[] => {
    let some = known.get(kinds)
    if (some === undefined) {
      some = parsers.filter((parser) => parser.empty || kinds.some((kind) => parser.first.has(kind)))
      known.set(kinds, some)
    }
    return some
  }
  return parserOf({ first: firstOfAll(parsers), empty: empty.length > 0 }, (tokens, at) => {
    const token = tokens[at]
    let best: readonly [T, number] | null = null
    for (const parser of token === undefined ? empty : mayBegin(token.kinds)) {
      const read = parser(tokens, at)
      if (read !== null && (best === null || read[1] > best[1])) best = read
    }
    return best
  })
}

export const map = <A, B>(parser: Parser<A>, turn: (value: A) => B | null): Parser<B> =>
  parserOf(parser, (tokens, at) => {
    const read = parser(tokens, at)
    if (read === null) return null
    const value = turn(read[0])
    return value === null ? null : [value, read[1]]
  })

/** The parser's value, or null having read nothing. */
export const opt = <T>(parser: Parser<T>): Parser<T | null> =>
  parserOf({ first: parser.first, empty: true }, (tokens, at) => {
    const read = parser(tokens, at)
    return read !== null && (read[1] === at || tokens[at] !== undefined) ? read : [null, at]
  })

/** Each parser once or not at all, in order, at least one of them; their records laid over each other. */
export const some = <T extends object>(...parsers: readonly Parser<T>[]): Parser<T> =>
  parserOf({ first: firstOfAll(parsers) }, (tokens, at) => {
    let value: T | null = null
    let next = at
    for (const parser of parsers) {
      if (next > at && tokens[next]?.joined !== true) break
      const read = parser(tokens, next)
      if (read === null) continue
      value = Object.assign({}, value, read[0])
      next = read[1]
    }
    return value === null ? null : [value, next]
  })

/** Reads each place of a token list once, however many grammar rules ask: rules share dates and lengths. */
export const once = <T>(parser: Parser<T>): Parser<T> => {
  let asked: readonly Token[] | null = null
  let places: (readonly [T, number] | null | undefined)[] = []
  return parserOf(parser, (tokens, at) => {
    if (tokens !== asked) {
      asked = tokens
      places = []
    }
    const before = places[at]
    if (before !== undefined) return before
    const read = parser(tokens, at)
    places[at] = read
    return read
  })
}
