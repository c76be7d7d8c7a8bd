import { mayAnnounce } from '../domain/interruption/interruption.ts'
import type { ButtonAction } from '../domain/post/body.ts'
import { accept, type Outcome, refuse } from '../domain/ticket/refusal.ts'
import { registerAnswered } from './answer-by-interruption.ts'
import { changeInterruption, type InterruptionCommand } from './change-interruption.ts'
import { takeDown } from './post.ts'
import type { Press } from './press.ts'

const commands = {
  'notice-publish': { kind: 'publish' },
  'notice-drop': { kind: 'drop' },
  'notice-back': { kind: 'restored' },
  'notice-cancel': { kind: 'cancel' },
} as const satisfies Partial<Record<ButtonAction, InterruptionCommand>>

/** Buttons of notices of interruptions; null where the button is none of them. */
export async function pressOnInterruption(scene: Press): Promise<Outcome<number | null> | null> {
  const { press, row, actor } = scene
  switch (press.action) {
    case 'notice-publish':
    case 'notice-drop':
    case 'notice-back':
    case 'notice-cancel':
      return change(scene, commands[press.action])
    case 'notice-edit':
    case 'notice-not-yet':
      // The toast says how: reply to the notice. No message of its own for it.
      if (row.body.kind !== 'interruption') return refuse({ code: 'button-expired' })
      return mayAnnounce(actor.roles) ? accept(null) : refuse({ code: 'announcers-only' })
    case 'not-this':
      return anotherMatter(scene)
    case 'still-out':
      return stillOut(scene)
    default:
      return null
  }
}

async function change(scene: Press, command: InterruptionCommand): Promise<Outcome<null>> {
  const { tx, deps, row, communityId, actor, now } = scene
  const community = await tx.communities.get(communityId)
  if (row.body.kind !== 'interruption' || !community) return refuse({ code: 'button-expired' })
  const outcome = await changeInterruption({ tx, deps, community, now }, row.body.interruption, command, actor)
  return outcome.ok ? accept(null) : outcome
}

/** [不是这回事]: whoever reported it, or staff for him, gets his ticket after all. */
async function anotherMatter({ tx, deps, row, communityId, actor, now }: Press): Promise<Outcome<number | null>> {
  if (row.body.kind !== 'notice' || row.body.notice.key !== 'interruption-answers')
    return refuse({ code: 'button-expired' })
  const report = await tx.interruptions.lockReport(communityId, row.body.notice.report)
  if (!report || (report.status !== 'answered' && report.status !== 'told')) return refuse({ code: 'button-expired' })
  const mine = report.reporter !== null && report.reporter.id === actor.userId
  if (!mine && !mayAnnounce(actor.roles)) return refuse({ code: 'not-asked' })
  const number = await registerAnswered(tx, deps, report, report.report.reportedAt)
  await tx.interruptions.settleReport(report.id, 'separate')
  await takeDown(tx, row, now)
  return accept(number)
}

/** [还没来]: it is over for others and not for whoever presses, of those who were told to wait. */
async function stillOut({ tx, deps, row, press, communityId, actor, now }: Press): Promise<Outcome<number | null>> {
  if (row.body.kind !== 'notice' || row.body.notice.key !== 'interruption-restored')
    return refuse({ code: 'button-expired' })
  const { interruption } = row.body.notice
  // Locked, so that a storm of presses opens one ticket.
  await tx.interruptions.lock(communityId, interruption)
  const mine = (await tx.interruptions.reports(interruption)).filter(
    ({ reporter, report }) =>
      reporter !== null && reporter.id === actor.userId && report.origin.chatId === press.chatId,
  )
  const waiting = mine.find(({ status }) => status === 'told')
  if (!waiting) return refuse({ code: mine.length > 0 ? 'button-expired' : 'not-asked' })
  const number = await registerAnswered(tx, deps, waiting, now)
  for (const { id, status } of mine) if (status === 'told') await tx.interruptions.settleReport(id, 'still-out')
  return accept(number)
}
