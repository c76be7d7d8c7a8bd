import type { DigestItem, DigestKind } from '../domain/post/body.ts'
import type { AppDeps } from './app.ts'
import type { GatheredRow, Tx } from './ports.ts'
import { post } from './post.ts'

/** So many late messages of one kind go to a chat one by one; more become one digest. */
const mostSingly = 5

/**
 * After an outage each ticket is decided by itself and its messages are held back; when all are decided this gathers them.
 * In one transaction, so that each of them goes out either by itself or in a digest, whatever dies in between. Run twice
 * it finds nothing; never run, the messages go out singly when their holding ends.
 */
export async function gatherLate(deps: AppDeps): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const held = await tx.outbox.gathered()
    if (held.length === 0) return
    const groups = new Map<string, GatheredRow[]>()
    for (const row of held) {
      const key = `${row.chatId}/${row.kind}/${row.communityId}`
      groups.set(key, [...(groups.get(key) ?? []), row])
    }
    const single = [...groups.values()].filter(({ length }) => length <= mostSingly).flat()
    await tx.outbox.release(single.map(({ id }) => id))
    for (const group of groups.values()) if (group.length > mostSingly) await digest(tx, deps, group)
  })
}

const purposes = { warned: 'reminder', overdue: 'escalation', committee: 'escalation' } as const satisfies Record<
  DigestKind,
  string
>

async function digest(tx: Tx, deps: AppDeps, rows: readonly GatheredRow[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const { communityId, chatId, threadId, kind } = first
  const items = new Map<number, DigestItem>()
  for (const { ticketId, body } of rows) {
    const ticket = await tx.tickets.get(ticketId)
    const about = aboutOf(body)
    // One line per ticket, also where its level calls the committee and somebody by name.
    const named = [...(items.get(ticketId)?.named ?? []), ...about.named]
    if (ticket) items.set(ticketId, { ticketId, number: ticket.number, clock: about.clock, named })
  }
  await tx.outbox.replace(rows.map(({ id }) => id))
  await post(
    tx,
    deps,
    {
      communityId,
      to: { chatId, threadId },
      body: { kind: 'digest', of: kind, items: [...items.values()].sort((a, b) => a.number - b.number) },
      purpose: purposes[kind],
      key: `digest/${chatId}/${kind}/${first.id}`,
    },
    deps.clock.now(),
  )
}

function aboutOf(body: GatheredRow['body']): Pick<DigestItem, 'clock' | 'named'> {
  if (body.kind !== 'notice') return { clock: null, named: [] }
  const { notice } = body
  return {
    clock: notice.key === 'warned' ? notice.clock : null,
    named: notice.key === 'secretary' ? notice.named : [],
  }
}
