import type { TypedCommand } from '../meaning.ts'
import { type Clock, readArguments } from './arguments.ts'
import { deadlineIn } from './deadline.ts'
import { type CommandLine, cutLine, leadingTicket } from './line.ts'

export interface CommandSetting extends Clock {
  readonly botUsername: string | undefined
  readonly replyToTicket: boolean
  readonly audience: 'residents' | 'staff' | 'committee' | 'dm' | null
}

/** Words of thanks or agreement under a card are no note on it. */
const pleasantry =
  /^(?:谢谢|感谢|多谢|辛苦|好的|好|嗯+|哦+|收到|ok|okay|thanks?|thank you|thx|👍|🙏|👌|❤️?|\s|[,，.。!！~了啦哈您你大家师傅]){1,12}$/iu

/** Whether the word counts as a command here: slash words always, everyday words only with a number or under a card. */
function counts(line: CommandLine, setting: CommandSetting): boolean {
  const { word, ticket, rest, slash } = line
  if (slash) return true
  const foreign = setting.audience === 'residents' && word.side === 'staff'
  if (ticket !== null) return !foreign || !word.everyday
  if (foreign) return false
  if (word.name === 'report') return true
  if (word.alone) return rest === '' || word.name === 'summary' || (word.name === 'why' && setting.replyToTicket)
  if (setting.replyToTicket) return true
  if (word.everyday) return false
  // 转派 王师傅 without a number in the staff chat: told, so that the bot can ask which ticket.
  return (
    setting.audience !== 'residents' &&
    (rest === '' || setting.audience === 'staff' || setting.audience === 'committee')
  )
}

const note = (text: string): TypedCommand => ({
  name: 'note',
  ticket: null,
  text,
  until: null,
  person: null,
  party: null,
  target: null,
  rating: null,
})

/** "128 今天18:00前修好" by staff, and the same without a number under a card, promise a time. */
function promiseIn(text: string, setting: CommandSetting): TypedCommand | null {
  if (setting.audience !== 'staff') return null
  const lead = leadingTicket(text)
  if (lead === null && !setting.replyToTicket) return null
  const words = lead?.rest ?? text
  if (!/前|到场|修好|完成|搞定|弄好|上门|by |before |done/i.test(words) || words.length > 40) return null
  const limit = deadlineIn(words, setting.at, setting.timezone)
  return limit === null
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
  if (line !== null && counts(line, setting)) return readArguments(line, setting)
  if (text.trimStart().startsWith('/')) return null
  const promise = promiseIn(text.trim(), setting)
  if (promise !== null) return promise
  if (!setting.replyToTicket) return null
  const words = text.trim()
  return words === '' || pleasantry.test(words) ? null : note(words)
}
