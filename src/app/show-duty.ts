import { type Roster, spanOn, standIn, stretchesOf, tradesOf } from '../domain/duty/roster.ts'
import type { DutyDay, DutyLine } from '../domain/post/notice.ts'
import { instantOf, localDay } from '../domain/time/zone.ts'
import { crewById, rosterOf } from './on-duty.ts'
import { answer, answerNo, type Scene } from './scene.ts'

const daysShown = 7

type Names = Awaited<ReturnType<typeof crewById>>

/** 值班: who is on duty now and who comes next, by trade. For those who do the work and those who watch over it. */
export async function showDuty(scene: Scene): Promise<void> {
  const { tx, community, now } = scene
  if (isOutsider(scene)) return answerNo(scene, { code: 'crew-only' })
  const roster = await rosterOf(tx, community)
  await answer(scene, { key: 'duty', lines: dutyLines(roster, await crewById(tx, community.id), now) })
}

/** Trades with the same answer share a line. */
function dutyLines(roster: Roster, names: Names, now: number): readonly DutyLine[] {
  const lines: DutyLine[] = []
  for (const trade of tradesOf(roster)) {
    const [first, second] = stretchesOf(roster, trade, now, now + daysShown * 86_400_000)
    const nameOf = (id: number | null | undefined): string | null => (id == null ? null : (names.get(id)?.name ?? null))
    const who = nameOf(first?.userId)
    const next = second ? { at: second.from, who: nameOf(second.userId) } : null
    const same = lines.findIndex((one) => one.who === who && one.next?.at === next?.at && one.next?.who === next?.who)
    const found = lines[same]
    if (found) lines[same] = { ...found, trades: [...found.trades, trade] }
    else lines.push({ trades: [trade], who, next })
  }
  return lines
}

/** 值班表: the shifts of today and the six days after it, as the roster's rows have them, with whoever stands in. */
export async function showRoster(scene: Scene): Promise<void> {
  const { tx, community, now } = scene
  if (isOutsider(scene)) return answerNo(scene, { code: 'crew-only' })
  const roster = await rosterOf(tx, community)
  const names = await crewById(tx, community.id)
  const today = localDay(community.timezone, now)
  const week = Array.from({ length: daysShown }, (_, ahead) => dayOf(roster, names, today + ahead))
  await answer(scene, { key: 'roster', week: roster.shifts.length === 0 ? [] : week })
}

function dayOf(roster: Roster, names: Names, day: number): DutyDay {
  const { timezone, shifts } = roster
  const here = shifts.flatMap((shift) => {
    const span = spanOn(timezone, shift, day)
    return span ? [{ ...shift, userId: standIn(roster, shift.userId, span[0]), rowOf: shift.userId }] : []
  })
  return {
    at: instantOf(timezone, day, 0),
    shifts: here
      .toSorted((a, b) => a.from.localeCompare(b.from))
      .flatMap(({ userId, rowOf, from, to, trades }) => {
        const who = names.get(userId)?.name
        const instead = userId === rowOf ? undefined : names.get(rowOf)?.name
        return who === undefined ? [] : [{ from, to, who, ...(instead !== undefined && { instead }), trades }]
      }),
  }
}

function isOutsider({ actor, chat }: Scene): boolean {
  return actor.roles.length === 0 || chat?.role === 'residents'
}
