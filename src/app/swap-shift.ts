import type { DutySwap } from '../domain/duty/roster.ts'
import { type ShiftFound, type SwapTime, shiftToSwap } from '../domain/duty/shift-to-swap.ts'
import type { UserId } from '../domain/ids.ts'
import type { SwapMention } from '../domain/post/notice.ts'
import { accept, type Outcome, type Refusal, refuse } from '../domain/ticket/refusal.ts'
import { instantOf, localDay, localParts } from '../domain/time/zone.ts'
import { timeSpans } from '../nlu/time/time-spans.ts'
import { endSettledSwaps, endSwap, isAsked, swapDueKey } from './end-swap.ts'
import { findPerson } from './find-person.ts'
import { crewById, rosterOf } from './on-duty.ts'
import { say, takeDown } from './post.ts'
import type { Press } from './press.ts'
import { answer, answerNo, type Scene } from './scene.ts'

/**
 * 换班 周六 李师傅: asks somebody to take the writer's shift over. A manager's word settles it at once, also for somebody else's
 * shift: 换班 周六 王师傅 李师傅.
 */
export async function swapShift(scene: Scene, text: string): Promise<void> {
  const { tx, community, actor, chat, now } = scene
  const manages = actor.roles.includes('manager')
  if (actor.userId === null || !(manages || actor.roles.includes('staff')))
    return answerNo(scene, { code: 'crew-only' })
  if (chat?.role !== 'staff') return answerNo(scene, { code: 'swap-in-staff-chat' })
  const read = await readSwap(scene, text, manages)
  if (!read.ok) return answerNo(scene, read.refusal)
  const { time, of, to } = read.value
  await tx.duty.lock(community.id)
  const roster = await rosterOf(tx, community)
  const crew = await crewById(tx, community.id)
  const own = shiftToSwap(roster, time, of ?? actor.userId, now)
  const found =
    !own.ok && own.why === 'not-on-duty' && of === null && manages ? shiftToSwap(roster, time, null, now) : own
  const nameOf = (id: UserId): string => crew.get(id)?.name ?? ''
  if (!found.ok) return answerNo(scene, whyNot(found, nameOf))
  const who = crew.get(to)
  if (!who || to === found.userId) return answerNo(scene, { code: 'swap-with-himself' })
  const swap: DutySwap = { from: found.userId, to, startsAt: found.from, endsAt: found.to }
  if (!manages && (await isAsked(tx, community.id, swap)))
    return answerNo(scene, { code: 'swap-asked-already', who: who.name })
  const id = await tx.duty.askSwap(community.id, swap, now)
  const shift: SwapMention = {
    who,
    instead: nameOf(found.userId),
    at: found.from,
    from: localParts(community.timezone, found.from).time,
    to: localParts(community.timezone, found.to).time,
  }
  if (manages) {
    await tx.duty.decideSwap(community.id, id, true, now)
    await answer(scene, { key: 'swap-agreed', shift })
    await endSettledSwaps(tx, community, now)
    return
  }
  const postId = await answer(scene, { key: 'swap-asked', swap: id, shift })
  await tx.due.addForCommunity(community.id, swapDueKey({ swap: id, postId }), found.from)
}

/** [行] and [不行]: for the person asked, or a manager, until the shift begins. [不行] of whoever asked takes the question back. */
export async function answerSwap(scene: Press, agreed: boolean): Promise<Outcome<null>> {
  const { tx, deps, row, actor, communityId, now } = scene
  const { body } = row
  if (body.kind !== 'notice' || body.notice.key !== 'swap-asked') return refuse({ code: 'button-expired' })
  const { swap: id, shift } = body.notice
  const community = await tx.communities.get(communityId)
  await tx.duty.lock(communityId)
  const asked = await tx.duty.askedSwap(communityId, id)
  if (!asked || !community) return refuse({ code: 'button-expired' })
  const manages = actor.roles.includes('manager')
  const takesBack = !agreed && actor.userId === asked.from
  if (!manages && !takesBack && !(actor.userId === asked.to && actor.roles.includes('staff')))
    return refuse({ code: 'swap-not-asked', who: shift.who.name })
  if (asked.startsAt <= now) return refuse({ code: 'swap-past' })
  if (takesBack) {
    await endSwap(tx, communityId, { swap: id, postId: row.id }, { key: 'swap-withdrawn', shift }, now)
    return accept(null)
  }
  await tx.duty.decideSwap(communityId, id, agreed, now)
  await tx.due.decideForCommunity(communityId, swapDueKey({ swap: id, postId: row.id }), now, 'settled')
  await takeDown(tx, row, now)
  const order = {
    communityId,
    to: { chatId: row.chatId, threadId: row.threadId },
    purpose: 'reply' as const,
    replyTo: row.replyTo,
    key: `swap/${id}`,
  }
  await say(tx, deps, { key: agreed ? 'swap-agreed' : 'swap-declined', shift }, order, now)
  if (agreed) await endSettledSwaps(tx, community, now)
  return accept(null)
}

/** Of two names the first has the shift, which is for a manager to say. */
async function readSwap(
  { tx, community, actor, now }: Scene,
  text: string,
  manages: boolean,
): Promise<Outcome<{ readonly time: SwapTime; readonly of: UserId | null; readonly to: UserId }>> {
  const { timezone, id } = community
  const [span] = timeSpans(text, { ref: now, timezone }).filter(({ kind }) => kind === 'point' || kind === 'interval')
  if (!span) return refuse({ code: 'swap-needs', part: 'day' })
  const wholeDay = span.grain === 'day'
  const to = wholeDay ? instantOf(timezone, localDay(timezone, span.start) + 1, 0) : (span.end ?? span.start + 60_000)
  const names = text
    .replace(span.text, ' ')
    .split(/[\s,，、→]+|(?<![\p{L}\p{N}])(?:to|with|for)(?![\p{L}\p{N}])/iu)
    .map((part) => part.replace(/^(?:换给|换成|给|跟|和|由|请|@)/u, ''))
    .filter((part) => part !== '')
  const last = names.at(-1)
  if (last === undefined) return refuse({ code: 'swap-needs', part: 'person' })
  const crew = await crewById(tx, id)
  const person = await findPerson(tx, id, last)
  if (!person.ok) return person
  if (!crew.has(person.value.id)) return refuse({ code: 'unknown-person', name: last })
  const [first] = names
  const holder = names.length > 1 && first !== undefined ? await findPerson(tx, id, first) : null
  if (holder && !holder.ok) return holder
  const of = holder ? holder.value.id : null
  if (of !== null && of !== actor.userId && !manages) return refuse({ code: 'manager-only' })
  return accept({ time: { from: span.start, to, wholeDay }, of, to: person.value.id })
}

function whyNot(found: Exclude<ShiftFound, { readonly ok: true }>, nameOf: (id: UserId) => string): Refusal {
  switch (found.why) {
    case 'not-on-duty':
      return { code: 'swap-not-on-duty' }
    case 'past':
      return { code: 'swap-past' }
    case 'swapped':
      return { code: 'swap-settled', who: nameOf(found.by) }
    case 'whose':
      return { code: 'swap-whose', among: found.among.map(nameOf) }
  }
}
