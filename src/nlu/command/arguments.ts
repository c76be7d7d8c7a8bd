import type { Instant } from '../../domain/ids.ts'
import type { CommandName, Rating, TypedCommand } from '../meaning.ts'
import { type Deadline, deadlineIn, noSuchTimeIn } from './deadline.ts'
import type { CommandLine } from './line.ts'

export interface Clock {
  readonly at: Instant
  readonly timezone: string
}

/** The limit a text names, or the words for one that no calendar has. */
function limitIn(
  text: string,
  { at, timezone }: Clock,
): { readonly limit: Deadline | null; readonly noSuchTime?: string } {
  const limit = deadlineIn(text, at, timezone)
  const noSuchTime = limit === null ? noSuchTimeIn(text, at, timezone) : null
  return noSuchTime === null ? { limit } : { limit, noSuchTime }
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** 等配件厂家 → 配件厂家; waiting for the supplier → the supplier. */
function partyOf(reason: string): string | null {
  const match =
    /(?:等待?|待|waiting (?:for|on)|wait for)\s*(.+?)(?=$|[,，。;；]|\s|(?:到货|发货|寄|回复|答复|确认|报价|审批|上门|来修|来人|派人|施工|进场|维修)|(?<=[司家队方局会位站厂])来)/i.exec(
      reason,
    )
  if (match === null) return null
  const english = /^wait/i.test(match[0])
  return orNull(english ? reason.slice(match.index).replace(/^wait(?:ing)? (?:for|on) /i, '') : (match[1] ?? ''))
}

/** "until Friday spare part", "waiting the supplier": a few English words that are no reason name what is waited for. */
function bareParty(text: string): string | null {
  const words = text.replace(/^(?:waiting|wait|awaiting|pending)\s+/i, '').trim()
  if (!/^[a-z][a-z' -]*$/i.test(words) || words.split(/\s+/).length > 4) return null
  return /^(?:no|not|cannot|nobody|because|too|busy|sorry|later|on hold)\b|n't\b|\b(?:is|are|was|were|will|has|have)\b/i.test(
    words,
  )
    ? null
    : words
}

/** Who gets it and why: 给供电公司,变压器故障; the power company: a transformer; 供电公司 变压器故障. */
function receiverOf(text: string): { readonly party: string | null; readonly text: string | null } {
  const words = text.replace(/^(?:转?给|移交给|到|由|to\s|for\s)+\s*/i, '').replace(/^the\s/i, '')
  const match =
    /^(.{1,30}?)\s*(?:[,，:：;；]|因为|原因是?|because\s)\s*[:：]?\s*(\S.*)$/i.exec(words) ??
    /^(\S{1,30})\s+(\S.*)$/.exec(words)
  if (match === null) return { party: orNull(words), text: null }
  return { party: orNull(match[1] ?? ''), text: orNull(match[2] ?? '') }
}

/** A person at the head of a text, after 给, 到, to or @. */
function personOf(text: string): { readonly person: string | null; readonly rest: string } {
  const match = /^(?:转?给|派给|到|由|请|to\s|@)*\s*@?([\p{L}\p{N}_·]{1,32})/iu.exec(text)
  if (match === null) return { person: null, rest: text }
  return { person: match[1] ?? null, rest: text.slice(match[0].length).replace(/^[\s,，:：;；]+/, '') }
}

const ratings: readonly (readonly [RegExp, Rating])[] = [
  [/^(?:不满意|unsatisfied|1|差)/i, 'unsatisfied'],
  [/^(?:基本满意|basically|2|一般)/i, 'basically'],
  [/^(?:满意|satisfied|3|好)/i, 'satisfied'],
]

/** What a word for a report says of the period; nothing where it is the usual one. */
function periodWord(typed: string): string {
  return /周报|^\/?(?:summary|weekly|week)$/.test(typed)
    ? typed.replace(/周报|^\/?(?:summary|weekly|week)$/, '')
    : typed
}

/** What one line can do to several tickets. Notes and answers are about one; a period or a target is no ticket. */
const mayBeMany: ReadonlySet<CommandName> = new Set([
  'ack',
  'arrive',
  'resolve',
  'hold',
  'unhold',
  'assign',
  'promise',
  'reject',
  'reopen',
  'urge',
  'withdraw',
  'support',
  'supervise',
  'extend',
  'sendback',
  'confirm',
  'unsolved',
  'progress',
])

/** Fills a command's arguments from what follows its word and number. */
export function readArguments(line: CommandLine, clock: Clock): TypedCommand {
  const { word, ticket } = line
  const { others, rest } = mayBeMany.has(word.name) ? line.list : { others: [], rest: line.rest }
  const bare: TypedCommand = {
    name: word.name,
    ticket,
    text: orNull(rest),
    until: null,
    person: null,
    party: null,
    others: others.filter((number) => number !== ticket),
    target: null,
    rating: word.rating,
  }
  switch (word.name) {
    case 'hold': {
      const { limit, ...missing } = limitIn(rest, clock)
      const text = orNull(limit?.rest ?? rest)
      return {
        ...bare,
        ...missing,
        text,
        until: limit?.until ?? null,
        party: text === null ? null : (partyOf(text) ?? bareParty(text)),
      }
    }
    case 'extend':
    case 'sendback':
    case 'promise': {
      const { limit, ...missing } = limitIn(rest, clock)
      return { ...bare, ...missing, text: orNull(limit?.rest ?? rest), until: limit?.until ?? null }
    }
    case 'supervise': {
      const { limit, ...missing } = limitIn(rest, clock)
      const { person, rest: left } = personOf(limit?.rest ?? rest)
      return { ...bare, ...missing, person, text: orNull(left), until: limit?.until ?? null }
    }
    case 'assign': {
      const { person, rest: left } = personOf(rest)
      // "转派 王师傅 #128": the number may follow the name.
      const late = ticket === null ? /^#?(\d{1,9})(?!\d)\s*/.exec(left) : null
      const text = orNull(late === null ? left : left.slice(late[0].length))
      return { ...bare, person, text, ticket: late === null ? ticket : Number(late[1]) }
    }
    case 'handover':
      return { ...bare, ...receiverOf(rest) }
    case 'merge': {
      const match = /(?:到|至|进|并入|和|与|into|to|with)?\s*#?(\d{1,9})(?!\d)/i.exec(rest)
      return {
        ...bare,
        target: match === null ? null : Number(match[1]),
        text: match === null ? bare.text : orNull(rest.replace(match[0], '')),
      }
    }
    case 'rate': {
      if (word.rating !== null) return bare
      const found = ratings.find(([pattern]) => pattern.test(rest))
      return found === undefined ? bare : { ...bare, rating: found[1], text: orNull(rest.replace(found[0], '')) }
    }
    case 'notice':
      // 3、5号楼 are houses, no tickets.
      return { ...bare, ticket: null, others: [], text: orNull(line.raw) }
    case 'summary':
      // "/summary 47" asks for a week, not for a ticket; 上月月报 says in its own word what it asks for.
      return { ...bare, ticket: null, text: orNull([periodWord(line.typed), ticket ?? '', rest].join(' ')) }
    default:
      return bare
  }
}
