/** Size of the table that n-grams and clues are hashed into. */
export const BUCKETS = 1 << 15
const longest = 2
/** Beyond this many characters a message tells nothing new. */
const readAtMost = 600
/** UTF-16 units of emoji. */
const emojiAtMost = 12

const START = 2
const END = 3
const DIGITS = 5

/** FNV-1a, one step. */
const mix = (hash: number, value: number): number => Math.imul(hash ^ value, 0x01000193)
const seed = 0x811c9dc5 | 0
const bucket = (hash: number): number => (hash ^ (hash >>> 15)) & (BUCKETS - 1)

const isSmallLatin = (code: number): boolean => code >= 97 && code <= 122
const isDigit = (code: number): boolean => code >= 48 && code <= 57

const endings = ['ing', 'ed', 'es', 's', "n't"]

/** leaking, leaks and leaked are one word to the model. */
function stemOf(word: string): string {
  for (const ending of endings)
    if (word.length - ending.length >= 3 && word.endsWith(ending)) return word.slice(0, -ending.length)
  return word
}

function hashOf(word: string): number {
  let hash = seed
  for (let at = 0; at < word.length; at++) hash = mix(hash, word.charCodeAt(at))
  return hash
}

/** A text cut into pieces: what each is, and where it stands. */
export interface Pieces {
  readonly ids: Int32Array
  readonly from: Uint16Array
  readonly to: Uint16Array
}

/** Cuts a normalised, lower-case text into characters and whole Latin words; every number is the same piece. */
export function piecesOf(text: string): Pieces {
  const end = Math.min(text.length, readAtMost)
  const ids = new Int32Array(end + 2)
  const starts = new Uint16Array(end + 2)
  const ends = new Uint16Array(end + 2)
  let count = 0
  let emoji = 0
  ids[count++] = START
  for (let at = 0; at < end; ) {
    const code = text.charCodeAt(at)
    const from = at++
    // A few emoji have a tone; a flood of them only drowns the words.
    if ((code >= 0xd800 && code <= 0xdfff) || code === 0x200d) if (++emoji > emojiAtMost) continue
    let id = code
    if (isSmallLatin(code)) {
      while (at < end && (isSmallLatin(text.charCodeAt(at)) || text.charCodeAt(at) === 39)) at++
      id = hashOf(stemOf(text.slice(from, at)))
    } else if (isDigit(code)) {
      while (at < end && isDigit(text.charCodeAt(at))) at++
      id = DIGITS
    } else if (code <= 32) continue
    ids[count] = id
    starts[count] = from
    ends[count++] = at
  }
  ids[count] = END
  starts[count] = end
  ends[count++] = end
  return { ids: ids.subarray(0, count), from: starts.subarray(0, count), to: ends.subarray(0, count) }
}

/** Buckets of all pieces and pairs of pieces. The borders alone say nothing and are left out. */
export function ngramBuckets({ ids }: Pieces): Uint16Array {
  const out = new Uint16Array(ids.length * longest)
  let count = 0
  for (let from = 0; from < ids.length; from++) {
    let hash = seed
    for (let to = from; to < ids.length && to < from + longest; to++) {
      hash = mix(hash, ids[to] as number)
      if (to > from || (from > 0 && from < ids.length - 1)) out[count++] = bucket(hash)
    }
  }
  return out.subarray(0, count)
}

const known = new Map<string, number>()

/** The bucket of a clue, kept apart from n-grams by its seed. Clues are few: each is hashed once. */
export function clueBucket(clue: string): number {
  const before = known.get(clue)
  if (before !== undefined) return before
  const found = bucket(mix(hashOf(clue), 0x5bd1e995))
  known.set(clue, found)
  return found
}

/** How strongly each of a text's n-grams counts: a long message has more of them, but not more to say. */
export const ngramStrength = (count: number): number => 6 / Math.sqrt(count + 1)
