import { rosterOf } from './on-duty.ts'
import { answer, answerNo, type Scene } from './scene.ts'

/** 值班日历: the manager gets a new address of the duty calendar, in private; the one before it stops working. */
export async function giveDutyLink(scene: Scene): Promise<void> {
  const { tx, deps, community, actor, chat, now } = scene
  if (actor.userId === null || !actor.roles.includes('manager')) return answerNo(scene, { code: 'manager-only' })
  if (chat) return answerNo(scene, { code: 'calendar-in-private' })
  const { shifts } = await rosterOf(tx, community)
  if (shifts.length === 0) return void (await answer(scene, { key: 'roster', week: [] }))
  if (deps.publicUrl === undefined) return void (await answer(scene, { key: 'duty-link-unset' }))
  const token = deps.ids.token()
  await tx.secrets.renewDutyCalendar(deps.ids.hash(token), community.id, actor.userId, now)
  await answer(scene, { key: 'duty-link', community: community.name, url: `${deps.publicUrl}/duty/${token}.ics` })
}
