/** Bidi controls, zero-width characters, soft hyphens, tag characters and C0/C1 controls other than white space. */
const controls = new RegExp(
  [
    '\\u{AD}|\\u{34F}|\\u{61C}|\\u{115F}|\\u{1160}|\\u{17B4}|\\u{17B5}|\\u{180E}|\\u{3164}|\\u{FEFF}|\\u{FFA0}',
    '\\u{200B}|\\u{200C}|[\\u{200E}\\u{200F}]|[\\u{202A}-\\u{202E}]|[\\u{2060}-\\u{206F}]|[\\u{FFF9}-\\u{FFFB}]',
    '[\\u{E0000}-\\u{E007F}]|(?![\\t\\n\\r\\v\\f])\\p{Cc}',
  ].join('|'),
  'gu',
)

/** A zero-width joiner keeps its meaning only between emoji; anywhere else it hides text. */
const strayJoiner =
  /(?<!\p{Extended_Pictographic}|\u{FE0F}|[\u{1F3FB}-\u{1F3FF}])\u{200D}|\u{200D}(?!\p{Extended_Pictographic})/gu

/** Far more than any message may show; what lies beyond is never looked at. */
const enough = 16_384

/** Somebody's words on one line, without characters that hide or reverse text; NFC, well formed. */
export function cleanText(text: string): string {
  return text
    .slice(0, enough)
    .toWellFormed()
    .replace(controls, '')
    .replace(strayJoiner, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC')
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Cuts on a grapheme boundary so that the result, with its ellipsis, is at most `limit` UTF-16 units. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text
  let kept = 0
  for (const { index, segment } of graphemes.segment(text.slice(0, limit * 4))) {
    const end = index + segment.length
    if (end > limit - 1) break
    kept = end
  }
  return `${text.slice(0, kept).trimEnd()}…`
}

/**
 * Keeps Telegram from turning quoted words into mentions, commands or links: a word joiner, which nobody sees, goes
 * where the client would look for `@name`, `/command`, `scheme://` and `name.domain`.
 */
export function neutralise(text: string): string {
  return text
    .replace(/@(?=[\p{L}\p{N}_])/gu, '@\u2060')
    .replace(/(?<![\p{L}\p{N}/<>])\/(?=[\p{L}\p{N}_])/gu, '/\u2060')
    .replace(/:(?=\/\/)/g, ':\u2060')
    .replace(/(?<=[\p{L}\p{N}])\.(?=\p{L})/gu, '.\u2060')
}
