import { cutAtGrapheme } from '../domain/cut-at-grapheme.ts'

const loneSurrogate = /\p{Surrogate}/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what PostgreSQL cannot store
const nul = /\u0000/g
/** Controls, and the marks that turn writing direction or hide between letters. ZWJ stays: emoji are built with it. */
const deceiving = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** What our own texts put after a slash or an @ so that it is no link; it comes back when somebody copies such a line. */
const wordJoiner = /\u2060/gu

/** Telegram writes at most 4,096 units; this is room for what a Bot API server of another make may let through. */
const longestText = 8_000
const longestName = 128

/** Text as it may be stored: no NUL, no lone surrogates, no word joiners, NFC, at most 8,000 UTF-16 units and no grapheme cut in two. */
export function cleanText(raw: string): string {
  return cutAtGrapheme(
    raw.replace(nul, '').replace(loneSurrogate, '').replace(wordJoiner, '').normalize('NFC'),
    longestText,
  )
}

/** A name on one line without direction marks and invisible letters; '' when nothing is left. */
export function cleanName(raw: string): string {
  return cutAtGrapheme(cleanText(raw).replace(/\s+/gu, ' ').replace(deceiving, ''), longestName).trim()
}
