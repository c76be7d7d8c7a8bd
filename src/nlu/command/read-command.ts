import { commandWords } from '../lexicon/commands.ts'
import type { TypedCommand } from '../meaning.ts'
import { type Clock, readArguments } from './arguments.ts'
import { deadlineIn, noSuchTimeIn } from './deadline.ts'
import { type CommandLine, cutLine, leadingTicket } from './line.ts'

export interface CommandSetting extends Clock {
  readonly botUsername: string | undefined
  readonly replyToTicket: boolean
  readonly audience: 'residents' | 'staff' | 'committee' | 'dm' | null
}

/** Words of thanks or agreement under a card are no note on it. */
const pleasantry =
  /^(?:谢谢|感谢|多谢|辛苦|好的|好|嗯+|哦+|收到|ok|okay|thanks?|thank you|thx|👍|🙏|👌|❤️?|\s|[,，.。!！~了啦哈您你大家师傅]){1,12}$/iu

/** Impatience under a card. */
const impatience =
  /^(?:请问)?(?:怎么|咋|为什么|为啥)?(?:还|都|到现在)?(?:没|没有)(?:人)?(?:来|修|管|处理|动静|反应|消息|弄|上门)|^(?:请问|到底|大概)?(?:什么时候|啥时候|多久|几点)(?:能|才|可以|会)?(?:来|修|好|处理|弄|到|上门)|^还要(?:等)?多久|^(?:快点|赶紧|抓紧|尽快|速度)(?:来|修|处理|吧|点|$)|^(?:有人(?:管|来|处理)(?:吗|么|没))|^(?:any (?:update|news)|still (?:waiting|nobody|no one)|hurry|nobody (?:has )?c[ao]me|when (?:will|is|are) |how (?:much )?long)/i

/** What a resident may say to the bot alone without naming the ticket: his latest is meant. */
const ownWords: ReadonlySet<string> = new Set(['urge', 'confirm', 'unsolved', 'rate', 'withdraw', 'progress', 'who'])

/** A staff word that begins a resident's sentence (办结了吗, 到场了, 受理,但没人来) is no order, even under a card. */
function beginsSentence({ typed, rest }: CommandLine, text: string): boolean {
  const next = text.charAt(text.toLowerCase().indexOf(typed) + typed.length)
  return typed.endsWith('了') || next === '了' || next === ',' || /[?？]|[吗么没]$|没有$/.test(rest)
}

/** 换班 周六 李师傅 and 换班周六 are orders; 换班的事情 is talk. */
function namesShift({ typed, rest }: CommandLine, text: string): boolean {
  const next = text.charAt(text.toLowerCase().indexOf(typed) + typed.length)
  return /\s/.test(next) || /^(?:周|星期|礼拜|[今明后]天|下周|\d)/.test(rest)
}

/** Whether the word counts as a command here: slash words always, everyday words only with a number or under a card. */
function counts(line: CommandLine, text: string, setting: CommandSetting): boolean {
  const { word, ticket, rest, slash } = line
  if (slash) return true
  const foreign = setting.audience === 'residents' && word.side === 'staff'
  if (ticket !== null) return !foreign || !word.everyday
  // Under a card 接单 is meant as one whoever says it: he is told who may, instead of being noted down.
  if (foreign) return setting.replyToTicket && !word.everyday && !word.alone && !beginsSentence(line, text)
  if (word.name === 'report') return true
  // 停水通知 明天9点到15点 3号楼: the word alone asks what is announced.
  if (word.name === 'notice') return rest === '' || setting.audience !== 'residents'
  if (word.name === 'visit') return setting.audience !== 'residents'
  if (word.name === 'swap' && rest !== '') return namesShift(line, text)
  if (word.alone) return rest === '' || word.name === 'summary' || (word.name === 'why' && setting.replyToTicket)
  if (setting.replyToTicket) return true
  if (word.everyday) return setting.audience === 'dm' && rest === '' && ownWords.has(word.name)
  // 转派 王师傅 without a number in the staff chat: told, so that the bot can ask which ticket.
  return (
    setting.audience !== 'residents' &&
    (rest === '' || setting.audience === 'staff' || setting.audience === 'committee')
  )
}

const sendBack = commandWords.get('/sendback')

/** 退回 turns a report down where staff say it, and gives it back to them where the committee does. */
function bySide(line: CommandLine, audience: CommandSetting['audience']): CommandLine {
  const back = line.typed === '退回' && (audience === 'committee' || audience === 'dm')
  return back && sendBack !== undefined ? { ...line, word: sendBack } : line
}

const note = (text: string): TypedCommand => ({
  name: 'note',
  ticket: null,
  text,
  until: null,
  person: null,
  party: null,
  others: [],
  target: null,
  rating: null,
})

/** "128 done by Fri 17:00" says when it will be done, not that it is. */
function isPromise({ word, rest, ticket }: CommandLine, setting: CommandSetting): boolean {
  return (
    word.name === 'resolve' &&
    word.everyday &&
    ticket !== null &&
    setting.audience === 'staff' &&
    /^(?:by|before)\s/i.test(rest)
  )
}

/** "128 今天18:00前修好" by staff, and the same without a number under a card, promise a time. */
function promiseIn(text: string, setting: CommandSetting): TypedCommand | null {
  if (setting.audience !== 'staff') return null
  const lead = leadingTicket(text)
  if (lead === null && !setting.replyToTicket) return null
  const words = lead?.rest ?? text
  if (!/前|到场|修好|完成|搞定|弄好|上门|by |before |done/i.test(words) || words.length > 40) return null
  const limit = deadlineIn(words, setting.at, setting.timezone)
  const noSuchTime = limit === null ? noSuchTimeIn(words, setting.at, setting.timezone) : null
  if (noSuchTime !== null && /前|by |before /i.test(words))
    return { ...note(words), name: 'promise', ticket: lead?.ticket ?? null, noSuchTime }
  // "今天8点到场" said later tells what was, unless it is marked as a limit.
  const told = limit !== null && limit.until <= setting.at && !/前|by |before /i.test(words)
  return limit === null || told
    ? null
    : {
        ...note(words),
        name: 'promise',
        ticket: lead?.ticket ?? null,
        until: limit.until,
        text: limit.rest === '' ? null : limit.rest,
      }
}

/** The command a normalised line gives, or null when it is talk. A reply to a card that is no other command is a note on its ticket. */
export function readCommand(text: string, setting: CommandSetting): TypedCommand | null {
  const line = cutLine(text, setting.botUsername)
  if (line !== null && !isPromise(line, setting) && counts(line, text, setting))
    return readArguments(bySide(line, setting.audience), setting)
  if (text.trimStart().startsWith('/')) return null
  const promise = promiseIn(text.trim(), setting)
  if (promise !== null) return promise
  if (!setting.replyToTicket) return null
  const words = text.trim()
  // Short, or it tells news that belongs on the ticket as a note.
  if (setting.audience !== 'staff' && words.length <= 40 && !/[,，。;；].{6}/.test(words) && impatience.test(words))
    return { ...note(words), name: 'urge' }
  return words === '' || pleasantry.test(words) ? null : note(words)
}
