import { type CommandWord, commandWords } from '../lexicon/commands.ts'

/** A line cut into command word, ticket number and the rest, before anything is decided about it. */
export interface CommandLine {
  readonly word: CommandWord
  readonly typed: string
  readonly slash: boolean
  readonly ticket: number | null
  /** What follows, trimmed; empty when nothing does. */
  readonly rest: string
  /** Everything after the word, a number at its head included. */
  readonly raw: string
  /** The same with more tickets at its head (接单 1、2 马上到): those, and what follows them. */
  readonly list: NumberList
}

export interface NumberList {
  readonly others: readonly number[]
  readonly rest: string
}

/** #128, 128, 128号 — but not the 3 of 3号楼, a clock, a date, a price or a long number. */
const number =
  /^[\s:：,，]*(?:#|no\.? ?|号)?(\d{1,9})(?:号(?!楼|院|栋|线|门))?(?![\d.:/-]|号楼|#|栋|幢|座|单元|楼|层|室|[年月日点分元块天个周户]|小时|am|pm)/i
const slashWord = /^\/([a-z_]+)(?:@(\w+))?/i
const longestWord = Math.max(...[...commandWords.keys()].map((word) => word.length))
/** A border, or a particle or thanks that ends the phrase: 没解决啊, 解决了谢谢. */
const wordEnd =
  /^(?:$|[\s#:：,，.。!！;；?？~@\d])|^(?:[了啊呀呢吧哦嘛哈的啦哟]+(?:$|[\s,，.。!！?？~])|谢谢|感谢|多谢|辛苦)/
const particles = /^[了啊呀呢吧哦嘛哈的啦哟]+(?=$|[\s,，.。!！?？~])/

/** After one number another: 、2 and 和 #2 before anything, a bare 2 only before Chinese words or the end (2 new lamps are lamps). */
const nextNumber =
  /^\s*(?:[,，、和与&]\s*#?|and\s+#?|#)(\d{1,9})(?:号(?!楼|院|栋|线|门))?(?![\d.:/-])|^\s*(\d{1,9})(?:号(?!楼|院|栋|线|门))?(?=\s*(?:$|[,，、和与&#\p{Script=Han}]|\d+\s*(?:$|[、,，和与\p{Script=Han}]))|\s+\d)/iu
const measured =
  /^\s*(?:[年月日号天点分秒时块元米度层楼栋幢座室户家个只盏扇台根条把人位次遍回套张件支瓶桶袋箱吨折处片组]|周(?![一二三四五六日末天])|(?:星期|礼拜)(?![一二三四五六日天])|小时|分钟|单元|am\b|pm\b|%)/i

function listIn(text: string): NumberList {
  const others: number[] = []
  let rest = text
  for (;;) {
    const match = nextNumber.exec(rest)
    const number = Number(match?.[1] ?? match?.[2] ?? 0)
    const after = match === null ? '' : rest.slice(match[0].length)
    if (match === null || number === 0 || measured.test(after)) break
    others.push(number)
    rest = after
  }
  return { others: [...new Set(others)], rest: rest.replace(/^[\s:：,，.。!！;；]+/, '').trim() }
}

function cut(text: string): { ticket: number | null; rest: string; raw: string; list: NumberList } {
  text = text.replace(particles, '')
  const raw = text.replace(/^[\s:：,，.。!！;；]+/, '').trim()
  const match = number.exec(text)
  const ticket = match === null ? null : Number(match[1])
  const rest = match === null || ticket === 0 ? text : text.slice(match[0].length)
  const named = ticket === 0 ? null : ticket
  const words = rest.replace(/^[\s:：,，.。!！;；]+/, '').trim()
  return { ticket: named, rest: words, raw, list: named === null ? { others: [], rest: words } : listIn(rest) }
}

/** A known word at the beginning of a text, the longest, followed by a border or the text's end. */
function wordAt(text: string): string | null {
  const lower = text.slice(0, longestWord + 1).toLowerCase()
  for (let end = Math.min(longestWord, lower.length); end > 0; end--) {
    const word = lower.slice(0, end)
    if (commandWords.has(word) && wordEnd.test(text.slice(end, end + 8))) return word
  }
  return null
}

/** `/name@Bot rest`; null when the word is unknown or another bot is spoken to. */
function slashLine(text: string, botUsername: string | undefined): CommandLine | null {
  const match = slashWord.exec(text)
  if (match === null) return null
  if (match[2] !== undefined && botUsername !== undefined && match[2].toLowerCase() !== botUsername.toLowerCase())
    return null
  const typed = `/${(match[1] ?? '').toLowerCase()}`
  const word = commandWords.get(typed)
  return word === undefined ? null : { word, typed, slash: true, ...cut(text.slice(match[0].length)) }
}

/** A line without the bot's own name at its head. */
export function spokenTo(text: string, botUsername: string | undefined): string {
  const mention =
    botUsername === undefined ? null : new RegExp(`^\\s*@${botUsername.replace(/\W/g, '')}(?!\\w)[\\s,，:：]*`, 'i')
  return (mention === null ? text : text.replace(mention, '')).trim()
}

/**
 * Cuts a normalised line. The command word stands first, or right after a ticket number ("128 接单"), or after the bot's own name.
 * Null when the line does not begin like a command.
 */
export function cutLine(text: string, botUsername?: string): CommandLine | null {
  const line = spokenTo(text, botUsername)
  if (line.startsWith('/')) return slashLine(line, botUsername)
  const typed = wordAt(line)
  if (typed !== null) {
    const word = commandWords.get(typed)
    return word === undefined ? null : { word, typed, slash: false, ...cut(line.slice(typed.length)) }
  }
  const first = cut(line)
  if (first.ticket === null) return null
  // 1 2 接单: the word stands after all of them.
  const after = wordAt(first.rest) ?? wordAt(first.list.rest)
  const word = after === null ? undefined : commandWords.get(after)
  if (after === null || word === undefined) return null
  const { others } = wordAt(first.rest) === null ? first.list : { others: [] }
  const { rest } = cut(`;${(others.length > 0 ? first.list.rest : first.rest).slice(after.length)}`)
  return { word, typed: after, slash: false, ticket: first.ticket, rest, raw: rest, list: { others, rest } }
}

/** A line that begins with a ticket number and is no more than that number and words: "128 今天18:00前修好". */
export function leadingTicket(text: string): { readonly ticket: number; readonly rest: string } | null {
  const { ticket, rest } = cut(text)
  return ticket === null || rest === '' ? null : { ticket, rest }
}
