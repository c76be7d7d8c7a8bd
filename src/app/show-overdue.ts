import type { Policy } from '../domain/policy/policy.ts'
import type { LateLine } from '../domain/post/notice.ts'
import type { ClockName, Ticket } from '../domain/ticket/ticket.ts'
import { lateLineOf, watches } from './overdue.ts'
import { answer, answerNo, type Scene } from './scene.ts'

/** How many lines the answer names, and how many open tickets it looks through for them. */
const listed = 30
const lookedThrough = 2_000

/** 超时: what is overdue now, the latest first. A committee's chat sees only what has passed its tier. */
export async function showOverdue(scene: Scene): Promise<void> {
  const { tx, community, chat, actor, now } = scene
  if (actor.roles.length === 0 || chat?.role === 'residents') return answerNo(scene, { code: 'crew-only' })
  const committee = watches(actor, chat)
  const { tickets } = await tx.tickets.active(community.id, lookedThrough)
  const whatever: { clock: ClockName | null; named: [] } = { clock: null, named: [] }
  const lines: LateLine[] = []
  for (const ticket of tickets) {
    const policy = await tx.communities.policy(community.id, ticket.policyVersion)
    if (committee && !concernsCommittee(ticket, policy)) continue
    const line = lateLineOf(ticket, policy, now, whatever)
    if (line) lines.push(line)
  }
  const latestFirst = lines.toSorted((a, b) => a.due - b.due)
  await answer(scene, { key: 'overdue-list', tickets: latestFirst.slice(0, listed), total: lines.length })
}

const amongStaff: readonly string[] = ['assignee', 'manager', 'staff']

function concernsCommittee(ticket: Ticket, { ladder }: Policy): boolean {
  if (ticket.supervision) return true
  const tiers = ladder.filter(({ notify }) => !amongStaff.includes(notify)).map(({ level }) => level)
  return tiers.length > 0 && ticket.level >= Math.min(...tiers)
}
