import { cleanText, clip, neutralise } from './clean-text.ts'

/** Text as Telegram's HTML, beside what a reader sees of it. Only this file escapes. */
export interface Html {
  readonly markup: string
  readonly text: string
}

export const nothing: Html = { markup: '', text: '' }

/** Trusted words of the product's own: escaped, otherwise left as they are. */
export function words(text: string): Html {
  return { markup: escapeHtml(text), text }
}

/** Somebody's words: hiding characters stripped, mentions and links made harmless, cut on a grapheme, escaped. */
export function quoted(text: string, limit: number): Html {
  return words(neutralise(clip(cleanText(text), limit)))
}

/** Most that a value nobody clipped before may take up. */
const valueLimit = 120

/** Builds a message: the literal parts are the product's own; every string or number put in is treated as quoted. */
export function html(literal: TemplateStringsArray, ...values: readonly (string | number | Html)[]): Html {
  return concat(
    literal.flatMap((part, index) => {
      const value = values[index]
      return value === undefined ? [words(part)] : [words(part), typeof value === 'object' ? value : ofValue(value)]
    }),
  )
}

function ofValue(value: string | number): Html {
  return typeof value === 'number' ? words(String(value)) : quoted(value, valueLimit)
}

/** Wraps text in a link; `url` is the product's own. */
export function link(url: string, label: Html): Html {
  return { markup: `<a href="${escapeHtml(url)}">${label.markup}</a>`, text: label.text }
}

export function concat(parts: readonly Html[]): Html {
  return { markup: parts.map(({ markup }) => markup).join(''), text: parts.map(({ text }) => text).join('') }
}

/** Joins what there is, skipping nulls and empty parts. */
export function join(parts: readonly (Html | null)[], separator: string): Html {
  const there = parts.filter((part) => part !== null && part.text !== '')
  return concat(there.flatMap((part, index) => (index === 0 || !part ? [part ?? nothing] : [words(separator), part])))
}

/** Telegram's limit, in UTF-16 units of visible text. */
export const messageLimit = 4096

/** Lines of a message; whole lines are left off, with an ellipsis, where they would not fit. */
export function lines(parts: readonly (Html | null)[], most: number = Number.POSITIVE_INFINITY): Html {
  const kept: Html[] = []
  let length = 0
  for (const part of parts) {
    if (!part || part.text === '') continue
    length += part.text.length + 1
    if (kept.length >= most) break
    if (length > messageLimit - 32) {
      kept.push(words('…'))
      break
    }
    kept.push(part)
  }
  return join(kept, '\n')
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
