import type { ChatId, Instant } from '../../domain/ids.ts'
import { localParts } from '../../domain/time/zone.ts'
import { columns } from './columns.ts'
import type { Frame } from './frame.ts'
import { type Happening, isByPerson, type SeenChat } from './happening.ts'
import type { Ink } from './ink.ts'
import { printHappening } from './print-happening.ts'
import { toneOf, tones } from './tone.ts'
import { withoutEchoes } from './without-echoes.ts'

export interface TranscriptOptions {
  readonly frame: Frame
  readonly timezone: string
  readonly ink: Ink
  /** Groups in the order in which they are told of one moment. */
  readonly order: readonly ChatId[]
  /** Groups from the most to the least telling: where several cards of a ticket change, the first one's is shown. */
  readonly telling: readonly ChatId[]
}

export interface Transcript {
  /**
   * The lines for what happened at one moment. `remark` says what a step is meant to show; without one, what time has
   * brought about is remarked on by its kind.
   */
  moment(happenings: readonly Happening[], remark: string | null): readonly string[]
}

const gutter = '       '
const ruleWidth = 78

/** Turns what happens into lines to read: a heading a day, a block a moment, a sub-heading where the chat changes. */
export function createTranscript({ frame, timezone, ink, order, telling }: TranscriptOptions): Transcript {
  let day = ''
  /** Minute and chat that the lines above stand under: what goes on there needs no heading of its own. */
  let under = ''

  function dayHeading(at: Instant): readonly string[] {
    const parts = localParts(timezone, at)
    if (parts.date === day) return []
    day = parts.date
    const title = `── ${frame.day(parts)} `
    return ['', ink('bold', title + '─'.repeat(Math.max(0, ruleWidth - columns(title))))]
  }

  return {
    moment(happenings, remark) {
      const blocks = blocksOf(withoutEchoes(happenings, telling), order)
      const at = blocks[0]?.[1][0]?.at
      if (at === undefined) return []
      const lines = [...dayHeading(at)]
      const { time } = localParts(timezone, at)
      const note = remark ?? broughtByTime(happenings, frame)
      for (const [index, [chat, seen]] of blocks.entries()) {
        const here = `${day} ${time} ${chat.key}`
        const name = ink('cyan', chat.direct ? frame.direct(chat.name) : chat.name)
        // A change elsewhere is said by the way, with the chat's name in the line.
        const byTheWay = index > 0 && seen.every(({ kind }) => kind === 'changed')
        if (index === 0 && (here !== under || note !== null)) {
          lines.push('', `${ink('bold', time)}  ${name}${note === null ? '' : ink('dim', `  · ${note}`)}`)
        } else if (index > 0 && !byTheWay) lines.push(gutter + name)
        if (!byTheWay) under = here
        for (const one of changesLast(seen)) {
          for (const line of printHappening(one, frame, ink, byTheWay ? name : null)) lines.push(gutter + line)
        }
      }
      return lines
    },
  }
}

type Block = readonly [SeenChat, readonly Happening[]]

/** Chat by chat: where somebody acted, where something was posted, where cards only changed; in the given order. */
function blocksOf(happenings: readonly Happening[], order: readonly ChatId[]): readonly Block[] {
  const byKey = new Map<string, readonly [SeenChat, Happening[]]>()
  for (const one of happenings) {
    const known = byKey.get(one.chat.key)
    if (known) known[1].push(one)
    else byKey.set(one.chat.key, [one.chat, [one]])
  }
  const place = ([chat, seen]: Block): number => {
    const weight = seen.some(isByPerson) ? 0 : seen.every(({ kind }) => kind === 'changed') ? 2 : 1
    return weight * (order.length + 1) + order.indexOf(chat.id)
  }
  return [...byKey.values()].toSorted((a, b) => place(a) - place(b))
}

/** What people did and the bot said comes before what it changed on its cards. */
function changesLast(seen: readonly Happening[]): readonly Happening[] {
  const changed = (one: Happening): boolean => one.kind === 'changed'
  return [...seen.filter((one) => !changed(one)), ...seen.filter(changed)]
}

/** Null where somebody did something, or nothing that stands out came of the hour. */
function broughtByTime(happenings: readonly Happening[], frame: Frame): string | null {
  if (happenings.some(isByPerson)) return null
  const kinds = happenings.flatMap((one) => (one.kind === 'posted' ? (toneOf(one.lines[0] ?? '')?.kind ?? []) : []))
  const highest = tones.findLast(({ kind }) => kinds.includes(kind))
  return highest ? frame.onTime[highest.kind] : null
}
