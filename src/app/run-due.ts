import { laneOf, plan, type Step } from '../domain/escalation/plan.ts'
import type { Instant } from '../domain/ids.ts'
import { systemActor } from '../domain/ticket/actor.ts'
import type { TicketCommand } from '../domain/ticket/command.ts'
import { actOnTicket, setClocks } from './act-on-ticket.ts'
import type { AppDeps } from './app.ts'
import type { Tx } from './ports.ts'
import { expireQuestion } from './question.ts'

/** How much later than planned a step may run before its message says that the system was down. */
const outageAfterMs = 10 * 60_000

/**
 * Does what time asks, one due row in one transaction: claim it, ask the plan what is true now, act, mark it decided.
 * The row is only a wake-up call; a ticket that has moved on makes it a no-op. Safe to run twice.
 */
export async function runDue(deps: AppDeps, dueId: number): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const now = deps.clock.now()
    const row = await tx.due.claim(dueId, now)
    if (!row) return
    const outcome = await run(tx, deps, row.subject, row.key, now)
    await tx.due.decide(dueId, now, outcome)
  })
}

async function run(
  tx: Tx,
  deps: AppDeps,
  subject: NonNullable<Awaited<ReturnType<Tx['due']['claim']>>>['subject'],
  key: string,
  now: Instant,
): Promise<string> {
  if ('questionId' in subject) return expireQuestion(tx, deps, subject.questionId, now)
  if ('strangerChatId' in subject) return leaveStranger(tx, subject.strangerChatId, now)
  const ticket = await tx.tickets.lock(subject.ticketId)
  if (!ticket) return 'gone'
  const policy = await tx.communities.policy(ticket.communityId, ticket.policyVersion)
  const steps = plan(ticket, policy)
  const step = steps.find((one) => one.key === key && one.at <= now)
  if (!step) {
    await setClocks(tx, ticket, policy)
    return 'moved-on'
  }
  const outcome = await actOnTicket(tx, deps, ticket, commandFor(step, steps, now), systemActor, now)
  return outcome.ok ? 'done' : outcome.refusal.code
}

/**
 * The command for a step. After an outage several steps of a clock may be due at once: then the ticket climbs straight to
 * its present level and says it once. A warning that comes after the due time makes no sense any more.
 */
function commandFor(step: Step, steps: readonly Step[], now: Instant): TicketCommand {
  const { action } = step
  if (action.kind === 'return') return { type: 'return' }
  if (action.kind === 'close') return { type: 'expire' }
  const lane = steps.filter((one) => laneOf(one) === laneOf(step) && one.at <= now).toSorted((a, b) => a.at - b.at)
  const late = now - step.at > outageAfterMs
  const first = action.kind === 'warn' ? (lane.find((one) => one.action.kind === 'level') ?? step) : step
  const chosen = late ? (lane.at(-1) ?? step) : first
  const keys = lane.slice(0, lane.indexOf(chosen) + 1).map((one) => one.key)
  if (chosen.action.kind !== 'level') return { type: 'warn', clock: action.clock, steps: keys, due: action.due }
  const { clock, level, repeat, notify, due } = chosen.action
  return { type: 'escalate', clock, level, repeat, notify, due, steps: keys, late }
}

/** A group that nobody bound in time: whoever added the bot had no code. */
async function leaveStranger(tx: Tx, chatId: number, now: Instant): Promise<string> {
  if (await tx.chats.get(chatId)) return 'bound'
  await tx.outbox.add(
    {
      communityId: null,
      chatId,
      ticketId: null,
      op: { kind: 'leave' },
      purpose: 'reply',
      notBefore: null,
      dedupeKey: `leave/${chatId}/${now}`,
    },
    now,
  )
  return 'left'
}
