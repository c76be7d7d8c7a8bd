import { parseHtml, type RichText } from './html.ts'
import { badRequest } from './refusal.ts'
import type { Entity } from './wire.ts'

const TAG_OF_ENTITY: Record<string, string> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  spoiler: 'tg-spoiler',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
}

// What Telegram marks by itself in plain text. The lookbehinds keep "a/b" and "a@b" from becoming commands and mentions.
const AUTOMATIC: [string, RegExp][] = [
  ['url', /\b(?:https?:\/\/|www\.)[^\s<>"'。,、!?)》】]+/gi],
  ['email', /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g],
  ['bot_command', /(?<![\w/@.:<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w@/])/g],
  ['mention', /(?<![\w@./])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w)/g],
  ['hashtag', /(?<![\p{L}\p{N}_#&])#(?=[\p{L}\p{N}_]*[\p{L}_])[\p{L}\p{N}_]+/gu],
]

/**
 * Text as Telegram keeps it: parsed by `parse_mode` or marked by the given entities, NUL and stray control characters
 * gone, direction overrides gone, blank ends cut, commands, mentions, links and hashtags marked. Markdown modes are refused: the sandbox does not
 * speak them.
 */
export function readRichText(source: string, parseMode?: string, given?: Entity[]): RichText {
  const mode = parseMode?.toLowerCase()
  if (mode && mode !== 'html') throw badRequest('unsupported parse_mode')
  // With the u flag this meets only halves of a surrogate pair that stand alone.
  if (/\p{Cs}/u.test(source)) throw badRequest('strings must be encoded in UTF-8')
  const clean = cleaned(source)
  const trimmed = trim(mode ? parseHtml(clean) : { text: clean, entities: within(clean, given ?? []) })
  return { text: trimmed.text, entities: withAutomatic(trimmed) }
}

/** Entities that say nothing are dropped, one that leaves the text is refused. */
function within({ length }: string, given: Entity[]): Entity[] {
  const kept = given.filter((entity) => entity.offset >= 0 && entity.length > 0)
  const beyond = kept.find((entity) => entity.offset + entity.length > length)
  if (beyond) {
    const at = `entity beginning at UTF-16 offset ${beyond.offset}`
    throw badRequest(`${at} ends after the end of the text at UTF-16 offset ${beyond.offset + beyond.length}`)
  }
  return kept
}

function cleaned(source: string): string {
  return source.replace(/[\r\u2028-\u202e]/g, '').replace(/(?![\n\t])\p{Cc}/gu, ' ')
}

function trim({ text, entities }: RichText): RichText {
  const kept = text.trim()
  const lead = text.length - text.trimStart().length
  if (kept.length === text.length) return { text, entities }
  const moved = entities.flatMap((entity) => {
    const from = Math.max(entity.offset - lead, 0)
    const to = Math.min(entity.offset + entity.length - lead, kept.length)
    return to > from ? [{ ...entity, offset: from, length: to - from }] : []
  })
  return { text: kept, entities: moved }
}

function withAutomatic({ text, entities }: RichText): Entity[] {
  const found = [...entities]
  for (const [type, pattern] of AUTOMATIC) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length }
      if (!found.some((other) => blocks(other, entity))) found.push(entity)
    }
  }
  return found.sort((a, b) => a.offset - b.offset || b.length - a.length)
}

function blocks(other: Entity, entity: Entity): boolean {
  const apart = other.offset + other.length <= entity.offset || entity.offset + entity.length <= other.offset
  return !apart && !['bold', 'italic', 'underline', 'strikethrough', 'spoiler', 'blockquote'].includes(other.type)
}

/** The text as HTML with its formatting, for reading a ledger or drawing a page; everything else is escaped. */
export function toHtml(text: string, entities: Entity[] = []): string {
  const marks: { at: number; order: number; tag: string }[] = []
  entities.forEach((entity, index) => {
    const end = entity.offset + entity.length
    const tag = tagsOf(entity)
    if (!tag) return
    // At one position: inner tags close first, then outer tags open first.
    marks.push({ at: entity.offset, order: 1_000_000 + index, tag: tag[0] })
    marks.push({ at: end, order: 1000 - index, tag: tag[1] })
  })
  marks.sort((a, b) => a.at - b.at || a.order - b.order)
  let html = ''
  let at = 0
  for (const mark of marks) {
    html += escapeHtml(text.slice(at, mark.at)) + mark.tag
    at = mark.at
  }
  return html + escapeHtml(text.slice(at))
}

function tagsOf(entity: Entity): [string, string] | undefined {
  if (entity.type === 'text_link') return [`<a href="${escapeHtml(entity.url ?? '')}">`, '</a>']
  if (entity.type === 'text_mention') return [`<a href="tg://user?id=${entity.user?.id ?? 0}">`, '</a>']
  const tag = TAG_OF_ENTITY[entity.type]
  return tag ? [`<${tag}>`, `</${tag}>`] : undefined
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
