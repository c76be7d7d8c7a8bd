import { mayAnnounce } from '../domain/interruption/interruption.ts'
import { readChange } from '../nlu/interruption/read-change.ts'
import { changeInterruption, type InterruptionCommand } from './change-interruption.ts'
import { redraft } from './draft-interruption.ts'
import type { PostRow } from './ports.ts'
import { answerNo, type Scene } from './scene.ts'

const publishing = /^(?:发布|发|可以发|确认|publish|send|ok to send)[了吧啊。.!！]*$/i
const dropping = /^(?:不发|不发了|别发|算了|drop|don'?t send)[了吧啊。.!！]*$/i
const notYet = /^(?:还没有?|没有?|not yet|no)[呢啊。.!！]*$/i

/**
 * A reply to a notice in the staff's chat does what its buttons do, and says new times: 延长到18点, 已恢复, 取消. False where the
 * post is no such notice, or the words are talk.
 */
export async function replyToInterruption(scene: Scene, row: PostRow): Promise<boolean> {
  const { tx, community, message, actor, now } = scene
  const { body } = row
  if (body.kind !== 'interruption' || body.audience === 'residents' || row.communityId !== community.id) return false
  const text = message.text?.trim() ?? ''
  const of = await tx.interruptions.lock(community.id, body.interruption)
  if (!of || text === '') return false
  const command: InterruptionCommand | null =
    of.status === 'draft'
      ? publishing.test(text)
        ? { kind: 'publish' }
        : dropping.test(text)
          ? { kind: 'drop' }
          : null
      : readChange(text, of, { at: now, timezone: community.timezone })
  if (command === null && (text.length <= 3 || notYet.test(text)) && of.status !== 'draft') return !/\d/.test(text)
  if (actor.userId === null || !mayAnnounce(actor.roles)) {
    await answerNo(scene, { code: 'announcers-only' })
    return true
  }
  if (command !== null) {
    const outcome = await changeInterruption(scene, of.id, command, actor)
    if (!outcome.ok) await answerNo(scene, outcome.refusal)
    return true
  }
  if (of.status !== 'draft') {
    await answerNo(scene, { code: of.status === 'published' ? 'notice-unclear' : 'button-expired', draft: false })
    return true
  }
  const drafted = await redraft(scene, row, of, text)
  if (!drafted.ok) await answerNo(scene, drafted.refusal)
  else if (!drafted.value) await answerNo(scene, { code: 'notice-unclear', draft: true })
  return true
}
