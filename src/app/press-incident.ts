import { authorize } from '../domain/ticket/authorize.ts'
import { accept, type Outcome, refuse } from '../domain/ticket/refusal.ts'
import { transitions } from '../domain/ticket/transitions.ts'
import { joinIncident } from './join-incident.ts'
import type { Press } from './press.ts'
import { showAgain } from './propose-incident.ts'
import { splitIncident } from './split-incident.ts'

/** Buttons of a proposed incident; null where the button is none of them. Whoever may merge tickets may join and put aside. */
export async function pressOnIncident(scene: Press): Promise<Outcome<number | null> | null> {
  const { tx, deps, press, row, communityId, actor, now } = scene
  if (press.action !== 'incident-join' && press.action !== 'incident-dismiss' && press.action !== 'incident-split')
    return null
  if (row.body.kind !== 'incident') return refuse({ code: 'button-expired' })
  const { who } = transitions.merge
  if (!authorize(who, { actor, at: now, standing: { reporter: false, supporter: false } }))
    return refuse({ code: 'not-allowed', command: 'merge', who })
  const of = await tx.incidents.lock(communityId, row.body.incident)
  if (of?.status !== (press.action === 'incident-split' ? 'joined' : 'proposed'))
    return refuse({ code: 'button-expired' })
  if (press.action === 'incident-join') return joinIncident(tx, deps, of, actor, now)
  if (press.action === 'incident-dismiss') {
    await tx.incidents.settle(of.id, 'dismissed', null)
    await showAgain(tx, of, now)
    return accept(null)
  }
  const parent = of.parentTicketId === null ? null : await tx.tickets.lock(of.parentTicketId)
  return parent ? splitIncident(tx, deps, parent, actor, now) : refuse({ code: 'button-expired' })
}
