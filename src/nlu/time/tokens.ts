import { isNumeral, readNumerals } from './numbers.ts'
import { type Kind, timeWords } from './words.ts'

/** One piece of a time expression and where it stands; a character range may carry several readings (日 is a unit and a Sunday). */
export interface Token {
  readonly kinds: readonly Kind[]
  /** Values in step with `kinds`. */
  readonly values: readonly number[]
  /** Numbers inside a date or clock written in digits. */
  readonly parts: readonly number[]
  /** How many Arabic digits a number has; 0 for Chinese numerals. */
  readonly digits: number
  readonly start: number
  readonly end: number
  /** Nothing but blanks between this and the token before. */
  readonly joined: boolean
}

interface Entry {
  readonly word: string
  readonly kinds: readonly Kind[]
  readonly values: readonly number[]
}

const byFirst: ReadonlyMap<string, readonly Entry[]> = (() => {
  const entries = new Map<string, { word: string; kinds: Kind[]; values: number[] }>()
  for (const [kind, value, words] of timeWords)
    for (const word of words.split(' ')) {
      const entry = entries.get(word) ?? { word, kinds: [], values: [] }
      entry.kinds.push(kind)
      entry.values.push(value)
      entries.set(word, entry)
    }
  const map = new Map<string, Entry[]>()
  for (const entry of entries.values()) {
    const first = entry.word[0] ?? ''
    map.set(first, [...(map.get(first) ?? []), entry])
  }
  for (const list of map.values()) list.sort((a, b) => b.word.length - a.word.length)
  return map
})()

type Found = Omit<Token, 'start' | 'joined'>

const patterns: readonly (readonly [readonly [Kind], RegExp])[] = [
  [['date'], /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/y],
  [['date'], /(\d{4}) (\d{1,2}) (\d{1,2})(?!\d)/y],
  [['date'], /((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/y],
  [['clock'], /(\d{1,2})[:：](\d\d)(?:[:：](\d\d))?(?![\d:：])/y],
  [['monthday'], /(0?[1-9]|1[0-2])[/·](0?[1-9]|[12]\d|3[01])(?![\d/·.元块米])/y],
  [['monthday'], /(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![-\d])/y],
  [['monthday'], /(0?[1-9]|1[0-2])\.([12]\d|3[01])(?=日|号|前|之前|起|开始|到)/y],
]

function readDigits(text: string, at: number): Found | null {
  const before = text.charCodeAt(at - 1)
  if (before === POINT || isDigit(before)) return null
  let run = at
  while (isDigit(text.charCodeAt(run))) run++
  // Most numbers stand alone: only a run of eight, or one with a mark behind it, may be a date or a clock.
  for (const [kinds, pattern] of run - at >= 8 || dateMark.test(text[run] ?? '') ? patterns : []) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match === null) continue
    // 3-2-502 is a door, not the second of March.
    if (kinds[0] === 'monthday' && /[-/·#]/.test(text[at - 1] ?? '')) continue
    const parts = match.slice(1).map((part) => (part === undefined ? -1 : Number(part)))
    return { kinds, values: [0], parts, digits: match[0].length, end: at + match[0].length }
  }
  if (run - at > 4) return null
  return { kinds: number, values: [Number(text.slice(at, run))], parts: [], digits: run - at, end: run }
}

// The same lists each time: grammar rules are chosen by them.
const number: readonly Kind[] = ['num']
const numberOfSome: readonly Kind[] = ['num', 'some-of']
const lunarNumber: readonly Kind[] = ['num', 'lunar-day']
const POINT = 46
const dateMark = /[-/.:：· ]/

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** What follows these units shows that no time is meant: 3号楼, 3点建议, 三分类, 一号线. */
const otherwise: ReadonlyMap<string, RegExp> = new Map([
  ['号', /[楼栋院门线井梯机桩库口店厅房坑位段区幢座单地商别宿车码称]/],
  ['日', /[常用光照记期子式]/],
  ['点', /[建意问要心钱小点击评赞子餐滴位名火灯]/],
  ['分', /[类区之开数手别公享机院店析]/],
  ['时', /[候间常刻]/],
  ['月', /[租供饼亮光台嫂卡付]/],
  ['年', /[级代纪龄轻货]/],
  ['天', /[花台井然气窗线桥猫]/],
  ['周', /[边围转到期]/],
  ['中', /[心间国央介控庭]/],
  ['初', /[中级]/],
  ['正', /[在常好是经确]/],
  ['明', /[显明确白]/],
  ['朝', /[南北东西阳向马着鲜代廷]/],
  ['琴', /^(?!晚|日)/],
  ['噚', /^(?!晚|日)/],
  ['寻', /^(?!晚|日)/],
  ['听', /^(?!晚|日|朝)/],
  ['头先', /[生进]/],
  ['搭', /^(?!半|[一二三四五六七八九十])/],
  ['踏', /^(?!半|[一二三四五六七八九十])/],
])

/** In 周一早上 the 一 belongs to 周. */
const splitsWeekday = (text: string, at: number, word: string): boolean =>
  word.startsWith('一') && word.length > 1 && /[周期拜]/.test(text[at - 1] ?? '')

function readWord(text: string, at: number): Found | null {
  for (const entry of byFirst.get(text[at] ?? '') ?? [])
    if (
      text.startsWith(entry.word, at) &&
      !splitsWeekday(text, at, entry.word) &&
      otherwise.get(entry.word)?.test(text[at + entry.word.length] ?? '') !== true
    )
      return { kinds: entry.kinds, values: entry.values, parts: [], digits: 0, end: at + entry.word.length }
  if (!isNumeral(text[at] ?? '')) return null
  const least = readNumerals(text[at] ?? '') ?? 0
  if (isAbout(text, at)) return { kinds: numberOfSome, values: [least, least], parts: [], digits: 0, end: at + 2 }
  let end = at
  while (end < text.length && end - at < 9 && isNumeral(text[end] ?? '')) end++
  const value = readNumerals(text.slice(at, end))
  if (value === null) return null
  const lunar = text[at] === '廿' && value < 30
  return { kinds: lunar ? lunarNumber : number, values: [value, value], parts: [], digits: 0, end }
}

/** 三四, 七八: two numerals that follow each other are neither number, but about so many. */
function isAbout(text: string, at: number): boolean {
  const step = ones.indexOf(text[at + 1] ?? ' ') - ones.indexOf(text[at] ?? ' ')
  return (
    !isNumeral(text[at - 1] ?? '') &&
    /[天个小分周星礼点]/.test(text[at + 2] ?? '') &&
    ones.includes(text[at] ?? ' ') &&
    (step === 1 || (text[at] === '两' && text[at + 1] === '三'))
  )
}

const ones = '一二三四五六七八九'

/** Cuts the pieces of time expressions out of a normalised (simplified, half-width) text. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = []
  let lastEnd = -1
  for (let at = 0; at < text.length; ) {
    const char = text[at] ?? ''
    if (char === ' ') {
      if (lastEnd === at) lastEnd = at + 1
      at++
      continue
    }
    const digit = isDigit(text.charCodeAt(at))
    const found = digit ? readDigits(text, at) : readWord(text, at)
    if (found === null) {
      at++
      // A digit run that is no time is skipped whole: phone numbers, order numbers.
      if (digit) while (at < text.length && isDigit(text.charCodeAt(at))) at++
      continue
    }
    tokens.push({ ...found, start: at, joined: lastEnd === at })
    at = lastEnd = found.end
  }
  return tokens
}
