import type { Category, Place, Urgency } from '../category.ts'
import type { Role } from '../community/role.ts'
import type { ChatId, Instant } from '../ids.ts'
import type { Person } from '../ticket/actor.ts'
import { answeredBy, type Utility } from './utility.ts'

/** A building, or one of its units. */
export interface Area {
  readonly building: string
  readonly unit: string | null
}

/** What is cut off, where and when. No area: the whole community. Instants are epoch ms; without an end it is not known yet. */
export interface Window {
  readonly utility: Utility
  readonly areas: readonly Area[]
  readonly startsAt: Instant
  readonly endsAt: Instant | null
  /** A repair that nobody could announce (抢修): no rule asks for time ahead. */
  readonly emergency: boolean
}

export const interruptionStatuses = ['draft', 'published', 'ended', 'cancelled', 'dropped'] as const

export type InterruptionStatus = (typeof interruptionStatuses)[number]

/** A notice of an interruption: 停水停电通知. */
export interface Interruption extends Window {
  readonly id: number
  readonly communityId: number
  readonly status: InterruptionStatus
  readonly by: Person
  /** The staff's chat it was written in, where what is asked of them is asked. */
  readonly chatId: ChatId
  readonly threadId: number | null
  readonly publishedAt: Instant | null
  /** The window before the latest change; null: as it was published. */
  readonly before: { readonly startsAt: Instant; readonly endsAt: Instant | null } | null
  /** When it ended or was called off. */
  readonly endedAt: Instant | null
  /** Grows with each change: what time was to do about an earlier window is done no more. */
  readonly version: number
}

/** Who may announce, change and end one. */
export const announcers = ['staff', 'manager', 'committee'] as const satisfies readonly Role[]

export function mayAnnounce(roles: readonly Role[]): boolean {
  return roles.some((role) => (announcers as readonly Role[]).includes(role))
}

/** `over`: its time has passed and nobody has said yet that it is back. */
export type Phase = 'ahead' | 'on' | 'over'

export function phaseOf({ startsAt, endsAt }: Pick<Window, 'startsAt' | 'endsAt'>, now: Instant): Phase {
  if (now < startsAt) return 'ahead'
  return endsAt !== null && endsAt <= now ? 'over' : 'on'
}

/** What of a report decides whether a notice answers it. */
export interface Reported {
  readonly category: Category
  readonly urgency: Urgency
  readonly place: Place
}

/**
 * Whether the notice answers a report made at `at`: the same utility, in its area, within its announced time. An emergency never
 * (whoever smells gas does so, announced or not), and nothing after the announced end: that is a matter of its own.
 * `around`: the buildings of the chat it was reported in, for a report without one; none: all of them.
 */
export function answers(of: Interruption, report: Reported, around: readonly string[], at: Instant): boolean {
  if (of.status !== 'published' || phaseOf(of, at) !== 'on' || report.urgency === 'emergency') return false
  const { category, outageOnly } = answeredBy[of.utility]
  if (report.category !== category || (outageOnly && report.urgency !== 'urgent')) return false
  return isWithin(of.areas, report.place, around)
}

function isWithin(areas: readonly Area[], { building, unit }: Place, around: readonly string[]): boolean {
  if (areas.length === 0) return true
  if (building !== null)
    return areas.some(
      (area) => area.building === building && (area.unit === null || unit === null || area.unit === unit),
    )
  // Without a building only who lives in the area for certain is answered.
  return around.length > 0 && around.every((one) => areas.some((area) => area.building === one && area.unit === null))
}

/** Whether a residents' chat hears of it: one without a list of buildings looks after all. */
export function concerns(areas: readonly Area[], chatBuildings: readonly string[]): boolean {
  if (areas.length === 0 || chatBuildings.length === 0) return true
  return areas.some(({ building }) => chatBuildings.includes(building))
}
