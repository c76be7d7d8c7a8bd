import { doubleSurnames, longTitles, shortTitles, surnames } from '../domain/titles.ts'
import { normalise } from './text/normalise.ts'

declare const masked: unique symbol

/** Text in which nobody can be recognised any more. Only `mask` makes it. */
export type Masked = string & { readonly [masked]: true }

/** A doubtful line is short; what lies beyond is not needed to tell what it is. */
const longest = 500

const someone = '○○'
const number = '***'
const link = '[…]'

/** A figure in any script, and those that are written out: 幺三八零零. */
const D = '[\\p{Nd}零〇一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖]'
/** What people put between the figures of a telephone number. */
const between = '[\\s\\-—–.·_()/+]'
const surname = `(?:${doubleSurnames}|[${surnames}])`
const beside = '(?:\\p{Script=Han}{1,3}|(?:[^\\s\\p{Script=Han}\\p{P}]|_){1,32})'

const rules: readonly (readonly [RegExp, string])[] = [
  // Addresses of every kind, before their letters and figures are taken for something else.
  [/(?:[a-z][a-z\d+.-]{1,20}:\/\/|www\.)[^\s\p{Script=Han}]*/giu, link],
  [/(?<![\w.%+-])[\w.%+-]{1,64}@[\w-]+(?:\.[\w-]+)+/giu, link],
  [/(?<![\w.-])(?:[\w-]{1,63}\.)+[a-z]{2,}(?:[/?#:][^\s\p{Script=Han}]*)?/giu, link],
  [new RegExp(`@${beside}`, 'gu'), `@${someone}`],
  [new RegExp(`${surname}\\p{Script=Han}{0,2}?(?:${longTitles})`, 'gu'), someone],
  // 施工 is no engineer.
  [new RegExp(`(?!施工)${surname}[${shortTitles}](?!程|地|作|人|具)`, 'gu'), someone],
  [
    new RegExp(
      `[老小阿](?!区|门|房|时|路|高|方|白|毛|段|石|车|万|金|江|沙|包|米|麦|管|连|应|成|全|单|明|向|查|项|范)${surname}`,
      'gu',
    ),
    someone,
  ],
  [/\b(?:mr|mrs|ms|miss|dr|uncle|auntie|aunt)\.?\s+[a-z][\w'-]+/giu, someone],
  [/(微信|薇信|wechat|weixin|[vw]x|qq|加[vw])(号)?[::\s]*[a-z][\w-]{3,}/giu, `$1$2 ${number}`],
  // 3-2-5: the building may be known, the door may not.
  [new RegExp(`(${D}{1,3})\\s?[-—–/#]\\s?(${D}{1,2})(?:\\s?[-—–/#]\\s?${D}{1,6}[a-z]?)+`, 'giu'), `$1-$2-${number}`],
  [/\b(room|rm|apt|apartment|flat|suite|door)\.?\s*#?[a-z]?\p{Nd}{1,6}[a-z]?(?![a-z\d])/giu, `$1 ${number}`],
  [new RegExp(`(?:${D}|[十百])+[a-z]?\\s?(?=室|房(?!子|屋|东|租|价))`, 'giu'), number],
  // Number plates, account names: letters and figures in one word.
  [/(?<![a-z\d_])(?=[a-z_]*\d)(?=\d*[a-z_])[a-z\d_]{5,}/giu, number],
  [new RegExp(`${D}(?:${between}{0,4}${D}){6,}`, 'gu'), number],
  [new RegExp(`${D}{3,}`, 'gu'), number],
]

/**
 * Takes out of a line whatever tells who or at whose door: `names` as they are known (whole, and each part of them), 王师傅
 * and 老李, mentions, telephone numbers, ids, accounts, links, rooms (3-2-502 → 3-2-***). Buildings, units and floors stay.
 * In doubt more goes: no three figures in a row are left. Pure; at most 500 characters come back.
 */
export function mask(text: string, names: readonly string[]): Masked {
  const line = [...plain(text)].slice(0, longest).join('')
  const known = namesIn(line, names)
  let words = hide(line, known)
  for (const [pattern, replacement] of rules) words = words.replace(pattern, replacement)
  return hide(words, known) as Masked
}

/** One spelling, so that neither full-width figures nor invisible characters hide anything from the rules. */
function plain(text: string): string {
  return normalise(text.normalize('NFKC'))
    .text.replace(/[\p{Cf}\p{M}\p{Cs}\p{Co}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Those that stand in the line, the longest first, so that 王建国 is not left as 王○○ by a neighbour called 建国. */
function namesIn(line: string, names: readonly string[]): readonly RegExp[] {
  const lower = line.toLowerCase()
  const parts = names.map(plain).flatMap((name) => [name, ...name.split(/[^\p{L}\p{N}]+/u)])
  const telling = parts.filter(
    (part) => (part.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 2 && lower.includes(part.toLowerCase()),
  )
  return [...new Set(telling)].sort((a, b) => b.length - a.length).map(nameIn)
}

/** A short Latin name is found as a word only: Al is not in "also". */
function nameIn(name: string): RegExp {
  const exact = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  return new RegExp(/^[a-z]{2,3}$/i.test(name) ? `(?<![a-z])${exact}(?![a-z])` : exact, 'giu')
}

/** Until none is left: taking one name out may bring two halves of another together. */
function hide(text: string, names: readonly RegExp[]): string {
  for (let words = text; ; ) {
    const next = names.reduce((left, name) => left.replace(name, someone), words)
    if (next === words) return words
    words = next
  }
}
