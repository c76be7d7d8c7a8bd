import { badRequest } from './refusal.ts'
import type { Entity } from './wire.ts'

export interface RichText {
  text: string
  entities: Entity[]
}

const ENTITY_OF_TAG: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  'tg-emoji': 'custom_emoji',
}
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

interface OpenTag {
  tag: string
  attributes: Map<string, string>
  offset: number
}

/**
 * Telegram's HTML parse mode: the visible text and its entities. Throws the refusal that Telegram gives for tags it does
 * not know, tags left open or closed in the wrong order; byte offsets in the wording count UTF-8 bytes, as Telegram's do.
 */
export function parseHtml(source: string): RichText {
  const entities: Entity[] = []
  const open: OpenTag[] = []
  let text = ''
  let at = 0
  while (at < source.length) {
    const ch = source[at]
    if (ch === '&') {
      const [decoded, next] = decodeReference(source, at)
      text += decoded
      at = next
    } else if (ch !== '<') {
      text += ch
      at += 1
    } else if (source[at + 1] === '/') {
      at = closeTag(source, at, text, open, entities)
    } else {
      const [tag, next] = openTag(source, at, text.length)
      open.push(tag)
      at = next
    }
  }
  const left = open.at(-1)
  if (left) throw cannotParse(`Can't find end tag corresponding to start tag "${left.tag}"`)
  entities.sort((a, b) => a.offset - b.offset || b.length - a.length)
  return { text, entities }
}

function cannotParse(what: string): Error {
  return badRequest(`can't parse entities: ${what}`)
}

function byteOffset(source: string, at: number): number {
  return Buffer.byteLength(source.slice(0, at))
}

function decodeReference(source: string, at: number): [string, number] {
  const match = /^&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/i.exec(source.slice(at, at + 12))
  const [whole, decimal, hex, name] = match ?? []
  if (!whole) return ['&', at + 1]
  if (name) return [NAMED[name.toLowerCase()] ?? whole, at + whole.length]
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
  return [code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole, at + whole.length]
}

function openTag(source: string, at: number, offset: number): [OpenTag, number] {
  const nameEnd = source.slice(at + 1).search(/[\s>]/)
  const start = byteOffset(source, at)
  if (nameEnd < 0) throw cannotParse(`Unclosed start tag at byte offset ${start}`)
  const tag = source.slice(at + 1, at + 1 + nameEnd).toLowerCase()
  if (!(tag in ENTITY_OF_TAG)) throw cannotParse(`Unsupported start tag "${tag}" at byte offset ${start}`)
  const attributes = new Map<string, string>()
  let rest = at + 1 + nameEnd
  for (;;) {
    const attribute = /^\s*([^\s=>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?/.exec(source.slice(rest))
    if (!attribute?.[1]) break
    attributes.set(attribute[1].toLowerCase(), unquote(attribute[2] ?? ''))
    rest += attribute[0].length
  }
  const end = /^\s*>/.exec(source.slice(rest))
  if (!end) throw cannotParse(`Unclosed start tag "${tag}" at byte offset ${start}`)
  if (tag === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw cannotParse(`Tag "span" must have class "tg-spoiler" at byte offset ${start}`)
  }
  return [{ tag, attributes, offset }, rest + end[0].length]
}

function unquote(value: string): string {
  const bare = /^["']/.test(value) ? value.slice(1, -1) : value
  return bare.replace(/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]+);/gi, (reference) => decodeReference(reference, 0)[0])
}

function closeTag(source: string, at: number, text: string, open: OpenTag[], entities: Entity[]): number {
  const start = byteOffset(source, at)
  const top = open.pop()
  if (!top) throw cannotParse(`Unexpected end tag at byte offset ${start}`)
  const match = /^<\/([^\s>]*)\s*>/.exec(source.slice(at))
  if (!match) throw cannotParse(`Unclosed end tag at byte offset ${start}`)
  const found = (match[1] ?? '').toLowerCase()
  if (found !== '' && found !== top.tag) {
    throw cannotParse(`Unmatched end tag at byte offset ${start}, expected "</${top.tag}>", found "</${found}>"`)
  }
  const entity = entityOf(top, text)
  if (entity) entities.push(entity)
  return at + match[0].length
}

function entityOf(tag: OpenTag, text: string): Entity | undefined {
  const length = text.length - tag.offset
  if (length === 0) return undefined
  const base = { type: ENTITY_OF_TAG[tag.tag] ?? tag.tag, offset: tag.offset, length }
  if (tag.tag === 'a') {
    const url = tag.attributes.get('href') ?? text.slice(tag.offset)
    const mention = /^tg:\/\/user\?id=(\d+)$/.exec(url)
    if (mention) {
      return { ...base, type: 'text_mention', user: { id: Number(mention[1]), is_bot: false, first_name: '' } }
    }
    // Telegram drops a link that is no link and keeps its text.
    return /^(https?|tg|ton|mailto|tel):/i.test(url) ? { ...base, url } : undefined
  }
  const language = tag.attributes.get('class')?.replace(/^language-/, '')
  if (tag.tag === 'code' && language) return { ...base, language }
  if (tag.tag === 'blockquote' && tag.attributes.has('expandable')) return { ...base, type: 'expandable_blockquote' }
  const emoji = tag.attributes.get('emoji-id')
  return tag.tag === 'tg-emoji' && emoji ? { ...base, custom_emoji_id: emoji } : base
}
