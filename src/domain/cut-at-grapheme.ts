const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const loneSurrogate = /\p{Surrogate}/gu

/** At most `limit` UTF-16 units, ended before the grapheme that does not fit (a single endless one is cut between characters). */
export function cutAtGrapheme(text: string, limit: number): string {
  if (text.length <= limit) return text
  const end = graphemes.segment(text).containing(limit)?.index ?? limit
  return text.slice(0, end > 0 ? end : limit).replace(loneSurrogate, '')
}
