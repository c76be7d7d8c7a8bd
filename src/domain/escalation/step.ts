import type { Instant } from '../ids.ts'
import type { ClockName } from '../ticket/ticket.ts'

/** One thing that time will do to a ticket. `key` is unique within the ticket: cycle/clock/kind/level/repeat. */
export interface Step {
  readonly key: string
  readonly at: Instant
  readonly action:
    | { readonly kind: 'warn'; readonly clock: ClockName; readonly due: Instant }
    | {
        readonly kind: 'level'
        readonly clock: ClockName
        readonly level: number
        readonly repeat: number
        readonly notify: readonly string[]
        readonly due: Instant
      }
    | { readonly kind: 'return' }
    | { readonly kind: 'break-promise' }
    | { readonly kind: 'close' }
    | { readonly kind: 'ask'; readonly about: 'callback' | 'recheck' }
}
