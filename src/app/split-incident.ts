import type { Instant, Language } from '../domain/ids.ts'
import type { Actor } from '../domain/ticket/actor.ts'
import { authorize } from '../domain/ticket/authorize.ts'
import { accept, type Outcome, refuse } from '../domain/ticket/refusal.ts'
import { isActive, type Ticket } from '../domain/ticket/ticket.ts'
import { transitions } from '../domain/ticket/transitions.ts'
import { actOnTicket } from './act-on-ticket.ts'
import type { AppDeps } from './app.ts'
import type { Tx } from './ports.ts'
import { showAgain } from './propose-incident.ts'
import { registerJoined } from './question.ts'

/** Kept with the ticket that the reports were joined to. */
const reasons: Readonly<Record<Language, string>> = { 'zh-CN': '已拆开,各件分开办', en: 'taken apart again' }

/**
 * 拆开: each report of an incident goes on as its own ticket, where it was, and those that were only taken for the same become tickets.
 * The parent, locked by the caller, ends. Answers its number.
 */
export async function splitIncident(
  tx: Tx,
  deps: AppDeps,
  parent: Ticket,
  actor: Actor,
  now: Instant,
): Promise<Outcome<number>> {
  const { who } = transitions.split
  if (!authorize(who, { actor, at: now, standing: { reporter: false, supporter: false } }))
    return refuse({ code: 'not-allowed', command: 'split', who })
  const of = await tx.incidents.ofParent(parent.communityId, parent.id)
  const community = await tx.communities.get(parent.communityId)
  if (of?.status !== 'joined' || !community) return refuse({ code: 'button-expired' })
  if (!isActive(parent))
    return refuse({ code: 'wrong-status', command: 'split', status: parent.status, number: parent.number })
  for (const id of await tx.incidents.children(parent.communityId, parent.number)) {
    const child = await tx.tickets.lock(id)
    if (child) await actOnTicket(tx, deps, child, { type: 'split' }, actor, now)
  }
  for (const id of await tx.incidents.joinedQuestions(parent.id)) await registerJoined(tx, deps, id, now)
  const ended = await actOnTicket(tx, deps, parent, { type: 'reject', reason: reasons[community.language] }, actor, now)
  if (!ended.ok) return ended
  await tx.incidents.settle(of.id, 'split', parent.id)
  await showAgain(tx, of, now)
  return accept(parent.number)
}
