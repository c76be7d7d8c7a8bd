import { type Utility, utilities } from '../domain/interruption/utility.ts'
import { type AheadRule, defaultInterruptions } from '../domain/policy/interruption-policy.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { WrittenFile } from './community-shape.ts'

/** What the file says of notices; what it leaves out is the product's, and nothing is stored where it says nothing. */
export function interruptionsOf({ notices }: WrittenFile): Pick<Policy, 'interruptions'> {
  if (notices === undefined) return {}
  const { ahead, remind, burst } = notices
  const base = defaultInterruptions
  const rules = utilities.flatMap((utility): (readonly [Utility, AheadRule])[] => {
    const written = ahead?.[utility]
    const rule = written === undefined ? base.ahead[utility] : written && { lead: written, law: null }
    return rule ? [[utility, rule]] : []
  })
  return {
    interruptions: {
      ahead: Object.fromEntries(rules),
      remind: remind === undefined ? base.remind : remind,
      burst: { reports: burst?.reports ?? base.burst.reports, within: burst?.within ?? base.burst.within },
    },
  }
}
