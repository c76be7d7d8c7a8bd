import { type Interruption, mayAnnounce, type Window } from '../domain/interruption/interruption.ts'
import { accept, type Outcome, refuse } from '../domain/ticket/refusal.ts'
import { announces, type InterruptionRead, readInterruption } from '../nlu/interruption/read-interruption.ts'
import { dayOf, longestMs, namesDay } from '../nlu/interruption/window-in.ts'
import { windowOf } from './change-interruption.ts'
import type { PostRow } from './ports.ts'
import { post, show } from './post.ts'
import { answer, answerNo, type Scene } from './scene.ts'

/** A line of the staff's talk that announces an interruption: shown back to them before anything goes out. False for any other line. */
export async function hearInterruption(scene: Scene): Promise<boolean> {
  const { message, actor, chat, now } = scene
  if (chat?.role !== 'staff' || message.text === null || actor.userId === null || !mayAnnounce(actor.roles))
    return false
  const read = await readHere(scene, message.text)
  if (!announces(message.text, read, now)) return false
  const window = windowFrom(read, now)
  if (!window.ok) return false
  await draft(scene, window.value, read.unknown)
  return true
}

/** /notice alone tells what is announced; with words it drafts a notice, or says what is missing. */
export async function noticeByCommand(scene: Scene, text: string | null): Promise<void> {
  const { tx, community, chat, actor, now } = scene
  if (text === null) {
    const published = await tx.interruptions.published(community.id)
    await answer(scene, { key: 'interruptions', list: published.map(windowOf) })
    return
  }
  if (actor.userId === null || !mayAnnounce(actor.roles)) return answerNo(scene, { code: 'announcers-only' })
  if (chat?.role !== 'staff' && chat?.role !== 'committee') return answerNo(scene, { code: 'notice-in-staff-chat' })
  const read = await readHere(scene, text)
  const window = windowFrom(read, now)
  if (!window.ok) return answerNo(scene, window.refusal)
  await draft(scene, window.value, read.unknown)
}

/** Only what the words say of it changes: "10点到16点", "3号楼", "抢修". Answers false where they say nothing of it. */
export async function redraft(scene: Scene, row: PostRow, of: Interruption, text: string): Promise<Outcome<boolean>> {
  const { tx, community, now } = scene
  const at = namesDay(text) ? now : Math.max(now, dayOf(of.startsAt, community.timezone))
  const read = await readHere({ ...scene, now: at }, text)
  const moved = read.startsAt !== null
  const placed = read.areas.length > 0 || read.whole
  if (!moved && !placed && read.utility === null && !read.emergency) return accept(false)
  const next: Interruption = {
    ...of,
    utility: read.utility ?? of.utility,
    areas: placed ? read.areas : of.areas,
    startsAt: read.startsAt ?? of.startsAt,
    endsAt: moved ? (read.endsAt ?? lasting(of, read.startsAt)) : of.endsAt,
    emergency: of.emergency || read.emergency,
  }
  if (next.endsAt !== null && next.endsAt <= now) return refuse({ code: 'notice-past', until: next.endsAt })
  if (next.endsAt !== null && next.endsAt <= next.startsAt) return refuse({ code: 'notice-needs', part: 'end' })
  await tx.interruptions.save({ ...next, version: of.version + 1 })
  await tx.posts.setBody(row.id, {
    kind: 'interruption',
    interruption: of.id,
    audience: 'staff',
    unknown: read.unknown,
  })
  await show(tx, { communityId: community.id, chatId: row.chatId, postId: row.id, purpose: 'reply' }, now)
  return accept(true)
}

/** A new beginning without an end keeps the length. */
function lasting({ startsAt, endsAt }: Interruption, from: number | null): number | null {
  return endsAt === null || from === null ? null : from + (endsAt - startsAt)
}

async function readHere({ tx, community, now }: Scene, text: string): Promise<InterruptionRead> {
  const buildings = (await tx.communities.buildings(community.id)).map(({ name }) => name)
  return readInterruption(text, { at: now, timezone: community.timezone, buildings })
}

/** No building named means all of them, as the preview says; an end may be unknown of a repair only. */
function windowFrom(read: InterruptionRead, now: number): Outcome<Window> {
  const { utility, areas, emergency, endsAt } = read
  if (utility === null) return refuse({ code: 'notice-needs', part: 'utility' })
  const startsAt = read.startsAt ?? (emergency ? now : null)
  if (startsAt === null) return refuse({ code: 'notice-needs', part: 'time' })
  if (endsAt === null && !emergency) return refuse({ code: 'notice-needs', part: 'end' })
  if (endsAt !== null && endsAt <= now) return refuse({ code: 'notice-past', until: endsAt })
  if (endsAt !== null && (endsAt <= startsAt || endsAt - startsAt > longestMs))
    return refuse({ code: 'notice-needs', part: 'end' })
  return accept({ utility, areas, startsAt, endsAt, emergency })
}

async function draft(scene: Scene, window: Window, unknown: readonly string[]): Promise<void> {
  const { tx, deps, message, community, actor, now } = scene
  const interruption = await tx.interruptions.insert({
    ...window,
    communityId: community.id,
    status: 'draft',
    by: { id: actor.userId ?? 0, name: actor.name },
    chatId: message.chatId,
    threadId: message.threadId,
    ...{ publishedAt: null, before: null, endedAt: null, version: 1 },
  })
  await post(
    tx,
    deps,
    {
      communityId: community.id,
      to: { chatId: message.chatId, threadId: message.threadId },
      body: { kind: 'interruption', interruption, audience: 'staff', unknown },
      purpose: 'reply',
      replyTo: message.messageId,
      key: `interruption/draft/${message.chatId}/${message.messageId}`,
    },
    now,
  )
}
