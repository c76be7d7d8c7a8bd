import type { Place } from '../../domain/category.ts'
import { readNumerals } from '../time/numbers.ts'

interface Parts {
  building?: string
  unit?: string
  floor?: string
  room?: string
}

const N = '(\\d{1,3}|[一二三四五六七八九十百两]{1,4})'
const ROOM = '(\\d{3,4})'
const FREE = '(?<![\\d.:-])'
const END = '(?![\\d.:])'
// 爬了十七层 counts storeys, it names none.
const counted = /(?:爬|走|共|总|一共|才|有|高|加盖|加建|加|盖)了?$/
const hotlines = new Set(['110', '119', '120', '122', '911', '999'])

type Rule = readonly [RegExp, readonly (keyof Parts)[]]

/** Whole addresses, most telling first. */
const addresses: readonly Rule[] = [
  [new RegExp(`${FREE}(\\d{1,2})[-—](\\d{1,2})[-—]${ROOM}${END}(?!-)`), ['building', 'unit', 'room']],
  [new RegExp(`${FREE}(\\d{1,2})#(\\d{1,2})[-单]元?-?${ROOM}${END}`), ['building', 'unit', 'room']],
  [new RegExp(`(?<![\\d.:年月-])([A-Z]?\\d{1,2})[-—]${ROOM}${END}(?!-)`, 'i'), ['building', 'room']],
]

const buildings: readonly Rule[] = [
  [new RegExp(`${FREE}([A-Z]?\\d{1,3}[A-Z]?)(?:号楼|#楼|号院|栋|幢|座|號樓)`, 'i'), ['building']],
  [/(?<![一二三四五六七八九十百])([一二三四五六七八九十]{1,3})(?:号楼|栋|幢|座)/, ['building']],
  [/([A-Z])(?:座|栋|幢|楼(?!上|下))/i, ['building']],
  [new RegExp(`${FREE}(\\d{1,3})#(?=\\s*(?:\\d|单元|电梯|楼|[一-鿿]|$))`), ['building']],
  [new RegExp(`${FREE}(\\d{1,3})号(?=\\s*\\d{1,2}单元)`), ['building']],
  // A small a is an article (building a wall), a capital one a name.
  [/\b(?:building|bldg\.?|block|tower)\s*#?([a-z]?\d{1,3}[a-z]?|[b-z])\b/i, ['building']],
  [/\b(?:[Bb]uilding|[Bb]ldg\.?|[Bb]lock|[Tt]ower) ?(A)\b/, ['building']],
  [/\b(T\d{1,2})\b/, ['building']],
]

const units: readonly Rule[] = [
  [new RegExp(`${N}单元`), ['unit']],
  [/(?:栋|幢|座|号楼|#)\s*(\d{1,2})梯/, ['unit']],
  [/\bunit\s*#?(\d{1,2})\b/i, ['unit']],
]

const floors: readonly Rule[] = [
  [new RegExp(`(?:负|地下|-)${N}[层楼]`), ['floor']],
  [/(?<![a-z\d])b([1-5])(?![\da-z])/i, ['floor']],
  [new RegExp(`${FREE}${N}(?:楼|层)(?!上|下(?!水)|梯|板|盖|房)`), ['floor']],
  [/\b(\d{1,2})(?:st|nd|rd|th)? ?floor\b/i, ['floor']],
  [/\bfloor (\d{1,2})\b/i, ['floor']],
  [/(?<![\d-])(\d{1,2})F\b/i, ['floor']],
  [/\b(?:on|from) (\d{1,2})(?= (?:since|is|has|are|have|again)\b)/i, ['floor']],
]

const rooms: readonly Rule[] = [
  [new RegExp(`(?:栋|幢|座|号楼|#楼?|单元|[楼层梯])\\s*-?${ROOM}(?:室|房|户|号)?${END}(?!元|块|米|年|路)`), ['room']],
  [new RegExp(`${FREE}${ROOM}(?:室|房间|户|房)`), ['room']],
  [new RegExp(`\\b(?:room|apt\\.?|apartment|flat|unit \\d{1,2},?|#)\\s*${ROOM}\\b`, 'i'), ['room']],
]

const alone = new RegExp(`(?<![\\d.:￥$¥#@/a-z-])${ROOM}(?![\\d.:元块米年度号路斤人次瓦平/a-z%-])`, 'gi')
const between =
  /(\d{1,2})\s*(?:楼|层)?(?:跟|和|与|到|至|and)\s*(\d{1,2})(?:楼|层)?(?:中间|之间)|between (\d{1,2}) and (\d{1,2})/i

const digits = (text: string): string =>
  /^\d+$/.test(text) ? String(Number(text)) : String(readNumerals(text) ?? text.toUpperCase())

function apply(text: string, rules: readonly Rule[], parts: Parts): void {
  for (const [pattern, names] of rules) {
    const match = pattern.exec(text)
    if (match === null) continue
    if (names[0] === 'floor' && (counted.test(text.slice(0, match.index)) || parts.floor !== undefined)) continue
    const basement = names[0] === 'floor' && (/^(?:负|地下|-)/.test(match[0]) || /^b\d/i.test(match[0]))
    for (const [index, name] of names.entries()) {
      const raw = match[index + 1]
      if (raw !== undefined) parts[name] ??= basement ? `B${digits(raw)}` : digits(raw)
    }
    if (parts[names[0] ?? 'room'] !== undefined) return
  }
}

/** 502 → 5, 1203 → 12. */
const floorOf = (room: string): string | null => {
  const floor = Number(room.slice(0, -2))
  return floor >= 1 && floor <= 60 ? String(floor) : null
}

function looseRoom(text: string, known: boolean): string | undefined {
  for (const match of text.matchAll(alone)) {
    const room = match[1] ?? ''
    const year = /^(?:19|20)\d\d$/.test(room) && !known
    if (year || hotlines.has(room) || floorOf(room) === null || Number(room.slice(-2)) > 60 || room.endsWith('00'))
      continue
    // Without a building only a number that stands by itself, as people sign off, is a door.
    if (
      known ||
      /^[\s,，。.!！]*$/.test(text.slice(match.index + room.length)) ||
      /^\s*$/.test(text.slice(0, match.index))
    )
      return room
  }
  return undefined
}

/**
 * The place a message names, as a clerk would write it: Arabic digits, letters in capitals, basements as B1.
 * The first address wins: a second room is mostly where the trouble is thought to come from.
 */
export function placeOf(text: string, spot: string | null, names: readonly string[] = []): Place {
  const parts: Parts = {}
  if (/[\dA-Za-z一二三四五六七八九十]/.test(text)) {
    apply(text, addresses, parts)
    apply(text, buildings, parts)
    apply(text, units, parts)
    const gap = between.exec(text)
    if (gap === null) apply(text, floors, parts)
    if (parts.room === undefined) apply(text, rooms, parts)
    parts.room ??= looseRoom(text, parts.building !== undefined)
    spot ??= gap?.[0] ?? null
  }
  // A name in full, 东区3栋, says more than the number in it.
  const named = names.reduce<string | undefined>(
    (longest, name) =>
      name.length > (longest?.length ?? 1) && /[^\d]/.test(name) && text.includes(name) ? name : longest,
    undefined,
  )
  const floor = parts.floor ?? (parts.room === undefined ? null : floorOf(parts.room))
  return {
    building: named ?? parts.building ?? null,
    unit: parts.unit ?? null,
    floor,
    room: parts.room ?? null,
    spot,
  }
}
