import type { Instant } from '../domain/ids.ts'
import { type Interruption, mayAnnounce, phaseOf } from '../domain/interruption/interruption.ts'
import type { Actor, Person } from '../domain/ticket/actor.ts'
import { accept, type Outcome, refuse } from '../domain/ticket/refusal.ts'
import type { InterruptionChange } from '../nlu/interruption/read-change.ts'
import { announce, type Desk, keep, pin } from './keep-interruption.ts'
import type { ReportAnswered } from './ports.ts'
import { say } from './post.ts'

/** What can be asked of a notice. */
export type InterruptionCommand = { readonly kind: 'publish' } | { readonly kind: 'drop' } | InterruptionChange

/**
 * THE way a notice changes: locked, authorised by the roles of this moment, saved, shown and scheduled in one transaction.
 * Answers the notice as it is then; done twice it is refused as past.
 */
export async function changeInterruption(
  desk: Desk,
  id: number,
  command: InterruptionCommand,
  actor: Actor,
): Promise<Outcome<Interruption>> {
  const { tx, community, now } = desk
  if (actor.userId === null || !mayAnnounce(actor.roles)) return refuse({ code: 'announcers-only' })
  const of = await tx.interruptions.lock(community.id, id)
  const expected = command.kind === 'publish' || command.kind === 'drop' ? 'draft' : 'published'
  if (of?.status !== expected) return refuse({ code: 'button-expired' })
  switch (command.kind) {
    case 'publish':
      return publish(desk, of, { id: actor.userId, name: actor.name })
    case 'drop':
      return accept(await keep(desk, { ...of, status: 'dropped', endedAt: now }))
    case 'restored':
      if (phaseOf(of, now) === 'ahead') return refuse({ code: 'notice-unclear', draft: false })
      return accept(await finish(desk, of, 'ended'))
    case 'cancel':
      return accept(await finish(desk, of, 'cancelled'))
    case 'move':
      return move(desk, of, command.startsAt, command.endsAt)
  }
}

async function publish(desk: Desk, of: Interruption, by: Person): Promise<Outcome<Interruption>> {
  const { now } = desk
  if (of.endsAt !== null && of.endsAt <= now) return refuse({ code: 'notice-past', until: of.endsAt })
  const kept = await keep(desk, { ...of, status: 'published', by, publishedAt: now })
  await announce(desk, kept)
  return accept(kept)
}

async function move(
  desk: Desk,
  of: Interruption,
  startsAt: Instant,
  endsAt: Instant | null,
): Promise<Outcome<Interruption>> {
  if (endsAt !== null && endsAt <= desk.now) return refuse({ code: 'notice-past', until: endsAt })
  if (endsAt !== null && endsAt <= startsAt) return refuse({ code: 'notice-needs', part: 'end' })
  const before = { startsAt: of.startsAt, endsAt: of.endsAt }
  return accept(await keep(desk, { ...of, startsAt, endsAt, before }))
}

/** It is over, or called off: the pins go, and those who were told of it instead of getting a ticket are asked. */
async function finish(desk: Desk, of: Interruption, status: 'ended' | 'cancelled'): Promise<Interruption> {
  const { tx, community, now } = desk
  const kept = await keep(desk, { ...of, status, endedAt: now })
  for (const { id: postId, chatId, body } of await tx.posts.ofInterruption(of.id)) {
    if (body.kind === 'interruption' && body.audience === 'residents')
      await pin(tx, { communityId: community.id, chatId, postId, kind: 'unpin' }, now)
  }
  const answered = (await tx.interruptions.reports(of.id)).filter((report) => report.status === 'answered')
  for (const chatId of new Set(answered.map(({ report }) => report.origin.chatId)))
    await askAnswered(
      desk,
      kept,
      answered.filter(({ report }) => report.origin.chatId === chatId),
    )
  return kept
}

/** At most so many are called by name. */
const named = 3

async function askAnswered(desk: Desk, of: Interruption, reports: readonly ReportAnswered[]): Promise<void> {
  const { tx, deps, community, now } = desk
  const [first] = reports
  if (!first) return
  const known = reports.flatMap(({ reporter }) => (reporter ? [reporter] : []))
  const people = known.filter(({ id }, index) => known.findIndex((one) => one.id === id) === index)
  const { chatId, threadId } = first.report.origin
  await say(
    tx,
    deps,
    {
      key: 'interruption-restored',
      interruption: of.id,
      of: windowOf(of),
      at: now,
      people: people.slice(0, named),
      others: Math.max(0, people.length - named),
    },
    {
      communityId: community.id,
      to: { chatId, threadId },
      purpose: 'reply',
      key: `interruption/${of.id}/over/${chatId}`,
    },
    now,
  )
  for (const { id } of reports) await tx.interruptions.settleReport(id, 'told')
}

/** What a message repeats of a notice. */
export function windowOf({ utility, areas, startsAt, endsAt, emergency }: Interruption) {
  return { utility, areas, startsAt, endsAt, emergency }
}
