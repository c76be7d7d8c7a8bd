import type { Instant } from '../domain/ids.ts'
import { answers, type Interruption } from '../domain/interruption/interruption.ts'
import type { ReportCommand } from '../domain/ticket/command.ts'
import type { AppDeps } from './app.ts'
import { windowOf } from './change-interruption.ts'
import { meaningOf } from './meaning-of.ts'
import type { ReportAnswered, Tx } from './ports.ts'
import { say, show } from './post.ts'
import { registerReports } from './register-report.ts'
import type { Scene } from './scene.ts'

/**
 * A report of what a notice in force has announced is answered with it and kept beside it, in place of a ticket; the reporter may
 * say that it is another matter. False where no notice answers it: then it is registered as usual. Several matters in one message,
 * private ones and emergencies are never answered so.
 */
export async function answerByInterruption(scene: Scene, reports: readonly ReportCommand[]): Promise<boolean> {
  const { tx, community, chat, message, actor, now } = scene
  const [report, ...more] = reports
  if (!report || more.length > 0 || (await isPrivate(scene, report))) return false
  const published = await tx.interruptions.published(community.id)
  const of = published.find((one) => answers(one, report, chat?.buildings ?? [], report.reportedAt))
  if (!of) return false
  const { chatId, messageId } = report.origin
  const { mediaGroupId } = message
  const reporter = actor.userId === null ? null : { id: actor.userId, name: actor.name }
  const id = await tx.interruptions.answer(
    { communityId: community.id, interruptionId: of.id, chatId, messageId, reporter, report, mediaGroupId },
    now,
  )
  // Corrected, and answered before: once is enough.
  if (id === null) return true
  await tx.messages.put(
    {
      ...{ chatId, messageId, communityId: community.id, ticketIds: [], mediaGroupId },
      attachments: report.attachments,
      authorId: actor.userId,
    },
    now,
  )
  if (reporter) await tx.people.remember(community.id, reporter, now)
  await tell(scene, of, report, id)
  return true
}

/** In private everything is kept between the teller and staff; private is there what is private by its words or kind. */
async function isPrivate(scene: Scene, report: ReportCommand): Promise<boolean> {
  return report.origin.direct ? (await meaningOf(scene)).private : report.private
}

async function tell(scene: Scene, of: Interruption, { origin }: ReportCommand, report: number): Promise<void> {
  const { tx, deps, community, now } = scene
  await say(
    tx,
    deps,
    { key: 'interruption-answers', of: windowOf(of), report },
    {
      communityId: community.id,
      to: { chatId: origin.chatId, threadId: origin.threadId },
      purpose: 'reply',
      replyTo: origin.messageId,
      key: `interruption/answer/${report}`,
    },
    now,
  )
  for (const row of await tx.posts.ofInterruption(of.id)) {
    if (row.body.kind === 'interruption' && row.body.audience === 'staff')
      await show(tx, { communityId: community.id, chatId: row.chatId, postId: row.id, purpose: 'card' }, now)
  }
}

/** Opens the ticket that the notice stood in for, reported at `at`. Answers its number; a message that has its ticket keeps it. */
export async function registerAnswered(
  tx: Tx,
  deps: AppDeps,
  { communityId, report, reporter, mediaGroupId }: ReportAnswered,
  at: Instant,
): Promise<number | null> {
  const known = await tx.messages.get(report.origin.chatId, report.origin.messageId)
  const [made] = known?.ticketIds ?? []
  if (made !== undefined) return (await tx.tickets.get(made))?.number ?? null
  const actor = { userId: reporter?.id ?? null, name: reporter?.name ?? '', roles: [], system: false }
  const [ticket] = await registerReports(tx, deps, communityId, [{ ...report, reportedAt: at }], actor, mediaGroupId)
  return ticket?.number ?? null
}
