import type { Instant } from '../ids.ts'
import type { AheadRule, InterruptionPolicy } from '../policy/interruption-policy.ts'
import type { Duration } from '../time/duration.ts'
import { deferOutOfQuiet, type QuietHours } from '../time/quiet-hours.ts'
import type { Interruption, Window } from './interruption.ts'

/** What time does about a published notice. `ask-again`: nobody has said whether it is back. */
export type InterruptionStep = 'remind' | 'begin' | 'end' | 'ask' | 'ask-again'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** A reminder that would come at once, or with the beginning, says nothing new. */
const leastLead = 30 * minuteMs
/** When staff are asked about an interruption whose end nobody could name. */
const unknownEnd = 2 * hourMs

interface Frame {
  readonly policy: InterruptionPolicy
  readonly quiet: QuietHours | null
  readonly timezone: string
}

/** The steps still ahead of `now`, in order. Nobody is reminded, and staff are not asked, in quiet hours; a repair does not wait. */
export function interruptionPlan(
  of: Pick<Interruption, 'startsAt' | 'endsAt' | 'emergency'>,
  { policy, quiet, timezone }: Frame,
  now: Instant,
): readonly { readonly step: InterruptionStep; readonly at: Instant }[] {
  const { startsAt, endsAt, emergency } = of
  const awake = (at: Instant): Instant => (emergency ? at : deferOutOfQuiet(timezone, quiet, at))
  const remind =
    policy.remind && reminderAt(startsAt, msOf(policy.remind), (at) => deferOutOfQuiet(timezone, quiet, at))
  const over = endsAt ?? startsAt + unknownEnd
  const ask = awake(over)
  const steps: readonly { readonly step: InterruptionStep; readonly at: Instant }[] = [
    ...(remind !== null && remind - now >= leastLead ? [{ step: 'remind' as const, at: remind }] : []),
    { step: 'begin', at: startsAt },
    ...(endsAt === null ? [] : [{ step: 'end' as const, at: endsAt }]),
    { step: 'ask', at: ask },
    { step: 'ask-again', at: awake(ask + hourMs) },
  ]
  // The edit at the beginning is due at once where it has begun: then the first showing says so already.
  return steps.filter(({ at }) => at > now)
}

/** By day: after the night where enough time is left then, else before it. */
function reminderAt(startsAt: Instant, leadMs: number, awake: (at: Instant) => Instant): Instant {
  const at = startsAt - leadMs
  const later = awake(at)
  if (startsAt - later >= leastLead) return later
  let earlier = at
  while (awake(earlier) !== earlier && earlier > at - 24 * hourMs) earlier -= leastLead
  return earlier
}

/** A planned interruption announced later than the rule asks; null where it is in time, or nobody asks. */
export interface ShortNotice {
  readonly rule: AheadRule
  /** How long ahead it would be announced now, in ms; 0 where it has begun. */
  readonly givenMs: number
}

export function shortNotice(
  { utility, startsAt, emergency }: Pick<Window, 'utility' | 'startsAt' | 'emergency'>,
  policy: InterruptionPolicy,
  now: Instant,
): ShortNotice | null {
  const rule = policy.ahead[utility]
  if (!rule || emergency || startsAt - now >= msOf(rule.lead)) return null
  return { rule, givenMs: Math.max(0, startsAt - now) }
}

export function msOf({ days, ms }: Duration): number {
  return days * 24 * hourMs + ms
}
