import type { Instant } from '../../domain/ids.ts'
import type { Area } from '../../domain/interruption/interruption.ts'
import type { Utility } from '../../domain/interruption/utility.ts'
import { interruptionWords } from '../lexicon/interruption-words.ts'
import { areasIn } from '../place/areas-in.ts'
import { normalise } from '../text/normalise.ts'
import { type Said, windowIn } from './window-in.ts'

/** What a line says of an interruption; null where it does not say it. */
export interface InterruptionRead {
  readonly utility: Utility | null
  /** None: no building is named. */
  readonly areas: readonly Area[]
  readonly whole: boolean
  readonly unknown: readonly string[]
  readonly startsAt: Instant | null
  readonly endsAt: Instant | null
  readonly emergency: boolean
}

const emergencyWords = /抢修|应急|紧急|爆管|爆裂|爆了|突发|emergency|burst/i
const asking =
  /[?？]|[吗么](?:$|[,，。\s])|什么时候|几点|多久|是不是|有没有|会不会|要不要|\b(?:when|will there|is there|do we)\b.*$/i

export interface InterruptionSetting extends Said {
  /** Names of the community's buildings. */
  readonly buildings: readonly string[]
}

/** Reads what a line says of utility, area and time, whatever of them it says. Pure and total. */
export function readInterruption(text: string, setting: InterruptionSetting): InterruptionRead {
  const normal = normalise(text).text
  const { areas, unknown, whole, rest } = areasIn(normal, setting.buildings)
  const emergency = emergencyWords.test(normal)
  const said = windowIn(rest, setting)
  // 停水抢修 with an end and no beginning is under way.
  const startsAt =
    said.startsAt !== null && said.endsAt === null && emergency && /恢复|来水|来电|back/i.test(normal)
      ? { startsAt: setting.at, endsAt: said.startsAt }
      : said
  return { utility: utilityIn(normal), areas, unknown, whole, ...startsAt, emergency }
}

/** The utility whose word stands first. */
function utilityIn(text: string): Utility | null {
  const found = interruptionWords.flatMap(({ utility, pattern }) => {
    const match = pattern.exec(text)
    return match ? [{ utility, index: match.index }] : []
  })
  return found.sort((a, b) => a.index - b.index)[0]?.utility ?? null
}

/**
 * Whether a line of the staff's talk announces an interruption by itself: it names the utility and from when to when, and asks
 * nothing; of a repair under way the end may be open. "昨天停水了" and "明天几点停水?" are talk.
 */
export function announces(text: string, read: InterruptionRead, at: Instant): boolean {
  if (read.utility === null || asking.test(text) || text.length > 400) return false
  if (read.emergency) return read.startsAt !== null || (read.areas.length > 0 && /停|检修|off|cut/i.test(text))
  return read.startsAt !== null && read.startsAt >= at - 60_000 && read.endsAt !== null
}
