import type { Community } from '../domain/community/community.ts'
import { gridWorkerOf, reachesGrid } from '../domain/grid/grid.ts'
import type { Instant, UserId } from '../domain/ids.ts'
import type { Notice } from '../domain/post/notice.ts'
import type { AppDeps } from './app.ts'
import { mentionOf } from './mention-of.ts'
import type { Tx } from './ports.ts'
import { say } from './post.ts'
import { answer, answerNo, type Scene } from './scene.ts'

/** More than anybody has open in a few buildings. */
const mostActive = 2000
const listed = 15

/** Her open matters, to each grid worker in private, once for each week; nothing where nothing is open. */
export async function postGridWeeks(
  tx: Tx,
  deps: AppDeps,
  community: Pick<Community, 'id' | 'name'>,
  period: string,
  now: Instant,
): Promise<void> {
  const workers = await tx.people.list(community.id, 'grid')
  for (const userId of new Set(workers.map((worker) => worker.userId))) {
    const notice = await openMatters(tx, community, userId)
    if (notice.tickets.length === 0) continue
    const key = `grid-week/${community.id}/${userId}/${period}`
    const to = { chatId: userId, threadId: null }
    await say(tx, deps, notice, { communityId: community.id, to, purpose: 'summary', key }, now)
  }
}

/** 我的网格: the same at any time, in private only. */
export async function showGrid(scene: Scene): Promise<void> {
  const { tx, community, actor, chat } = scene
  if (actor.userId === null || !actor.roles.includes('grid')) return answerNo(scene, { code: 'grid-only' })
  if (chat) return answerNo(scene, { code: 'grid-in-private' })
  await answer(scene, await openMatters(tx, community, actor.userId))
}

async function openMatters(
  tx: Tx,
  { id, name }: Pick<Community, 'id' | 'name'>,
  userId: UserId,
): Promise<Extract<Notice, { key: 'grid-week' }>> {
  const buildings = await tx.communities.buildings(id)
  const workers = (await tx.people.list(id, 'grid')).filter((worker) => worker.userId === userId)
  const { tickets } = await tx.tickets.active(id, mostActive)
  const hers = tickets.filter(({ place }) => gridWorkerOf(place.building, buildings, workers) !== null)
  const [first, others] = [hers.filter(reachesGrid), hers.filter((ticket) => !reachesGrid(ticket))]
  return {
    key: 'grid-week',
    community: name,
    tickets: first.slice(0, listed).map((ticket) => ({ ...mentionOf(ticket), openedAt: ticket.openedAt })),
    total: first.length,
    others: others.length,
  }
}
