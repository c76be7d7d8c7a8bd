import { type CommandWord, commandWords } from '../lexicon/commands.ts'

/** A line cut into command word, ticket number and the rest, before anything is decided about it. */
export interface CommandLine {
  readonly word: CommandWord
  readonly typed: string
  readonly slash: boolean
  readonly ticket: number | null
  /** What follows, trimmed; empty when nothing does. */
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

function cut(text: string): { ticket: number | null; rest: string } {
  text = text.replace(particles, '')
  const match = number.exec(text)
  const ticket = match === null ? null : Number(match[1])
  const rest = match === null || ticket === 0 ? text : text.slice(match[0].length)
  return { ticket: ticket === 0 ? null : ticket, rest: rest.replace(/^[\s:：,，.。!！;；]+/, '').trim() }
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

/**
 * Cuts a normalised line. The command word stands first, or right after a ticket number ("128 接单"), or after the bot's own name.
 * Null when the line does not begin like a command.
 */
export function cutLine(text: string, botUsername?: string): CommandLine | null {
  const mention = botUsername === undefined ? null : new RegExp(`^@${botUsername.replace(/\W/g, '')}[\\s,，:：]*`, 'i')
  const line = (mention === null ? text : text.replace(mention, '')).trim()
  if (line.startsWith('/')) return slashLine(line, botUsername)
  const typed = wordAt(line)
  if (typed !== null) {
    const word = commandWords.get(typed)
    return word === undefined ? null : { word, typed, slash: false, ...cut(line.slice(typed.length)) }
  }
  const first = cut(line)
  if (first.ticket === null) return null
  const after = wordAt(first.rest)
  const word = after === null ? undefined : commandWords.get(after)
  if (after === null || word === undefined) return null
  return {
    word,
    typed: after,
    slash: false,
    ticket: first.ticket,
    rest: cut(`;${first.rest.slice(after.length)}`).rest,
  }
}

/** A line that begins with a ticket number and is no more than that number and words: "128 今天18:00前修好". */
export function leadingTicket(text: string): { readonly ticket: number; readonly rest: string } | null {
  const { ticket, rest } = cut(text)
  return ticket === null || rest === '' ? null : { ticket, rest }
}
