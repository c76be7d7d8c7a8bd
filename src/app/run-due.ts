import { commandFor, isLate } from '../domain/escalation/command-for.ts'
import { plan } from '../domain/escalation/plan.ts'
import type { Instant } from '../domain/ids.ts'
import { systemActor } from '../domain/ticket/actor.ts'
import { actOnTicket, setClocks } from './act-on-ticket.ts'
import type { AppDeps } from './app.ts'
import { expireSwap, swapToExpire } from './end-swap.ts'
import type { DueRow, Tx } from './ports.ts'
import { expireQuestion } from './question.ts'
import { interruptionDue, runInterruption } from './run-interruption.ts'
import { warnOfUnknownYear } from './statutory-days.ts'

/**
 * Does what time asks, one due row in one transaction: claim it, ask the plan what is true now, act, mark it decided.
 * The row is only a wake-up call; a ticket that has moved on makes it a no-op. Safe to run twice.
 * With `leaveLate` a ticket's step that an outage has held up is left to the sweep, which gathers all of them: false then.
 */
export async function runDue(deps: AppDeps, dueId: number, leaveLate: boolean): Promise<boolean> {
  return deps.store.transaction(async (tx) => {
    const now = deps.clock.now()
    const row = await tx.due.claim(dueId, now)
    if (!row) return true
    if (leaveLate && 'ticketId' in row.subject && isLate(row.at, now)) return false
    const outcome = await run(tx, deps, row, now)
    if (outcome !== null) await tx.due.decide(dueId, now, outcome)
    return true
  })
}

/** What became of the row; null when it was put off. */
async function run(tx: Tx, deps: AppDeps, { id, subject, key }: DueRow, now: Instant): Promise<string | null> {
  if ('questionId' in subject) return expireQuestion(tx, deps, subject.questionId, now)
  if ('strangerChatId' in subject) return leaveStranger(tx, subject.strangerChatId, now)
  if ('communityId' in subject) {
    const swap = swapToExpire(key)
    if (swap) return expireSwap(tx, subject.communityId, swap, now)
    const interruption = interruptionDue(key)
    if (interruption) return runInterruption(tx, deps, subject.communityId, interruption, now)
    return warnOfUnknownYear(tx, deps, { id, communityId: subject.communityId, year: Number(key.split('/')[2]) }, now)
  }
  const ticket = await tx.tickets.lock(subject.ticketId)
  if (!ticket) return 'gone'
  const policy = await tx.communities.policy(ticket.communityId, ticket.policyVersion)
  const steps = plan(ticket, policy)
  const step = steps.find((one) => one.key === key && one.at <= now)
  if (!step) {
    await setClocks(tx, ticket, policy)
    // A step that the plan has later now keeps its row, which was moved there.
    return steps.some((one) => one.key === key) ? null : 'moved-on'
  }
  const command = commandFor(step, steps, now)
  // Before it is done: what the plan no longer has is taken out of the table, and only decided rows stay.
  await tx.due.decide(id, now, 'done')
  if ('steps' in command) await tx.due.decideWith(ticket.id, command.steps, now, `said with ${key}`)
  const outcome = await actOnTicket(tx, deps, ticket, command, systemActor, now)
  return outcome.ok ? 'done' : outcome.refusal.code
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
