import { commandFor } from '../../src/domain/escalation/command-for.ts'
import { plan } from '../../src/domain/escalation/plan.ts'
import type { Policy } from '../../src/domain/policy/policy.ts'
import { decide } from '../../src/domain/ticket/decide.ts'
import type { RecordedEvent } from '../../src/domain/ticket/event.ts'
import { evolve } from '../../src/domain/ticket/evolve.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { as } from './build-ticket.ts'

/** What time does to a ticket until an instant when each step is run at its hour, or all of them late, at `until`. */
export function letTimePass(
  ticket: Ticket,
  policy: Policy,
  until: number,
  late = false,
): { readonly ticket: Ticket; readonly events: readonly RecordedEvent[] } {
  let now = ticket
  const events: RecordedEvent[] = []
  for (;;) {
    const steps = plan(now, policy)
    const [step] = steps.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)
    if (!step) return { ticket: now, events }
    const at = late ? until : step.at
    const time = { userId: null, name: '系统', roles: [], system: true } as const
    const outcome = decide(now, commandFor(step, steps, at), as(time, at), policy)
    if (!outcome.ok) throw new Error(`${step.key}: ${outcome.refusal.code}`)
    if (outcome.value.length === 0) throw new Error(`${step.key} does nothing and stays`)
    for (const event of outcome.value) {
      events.push({ seq: now.version + 1, at, actorId: null, actorName: '系统', event })
      now = evolve(now, event, at)
    }
  }
}
