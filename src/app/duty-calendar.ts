import type { Community } from '../domain/community/community.ts'
import { type DutyCalendar, dutyEntries } from '../domain/duty/duty-calendar.ts'
import type { Instant } from '../domain/ids.ts'
import type { AppDeps } from './app.ts'
import { crewById, rosterOf } from './on-duty.ts'
import type { Tx } from './ports.ts'

/** A community's roster as a calendar. */
export async function dutyCalendarOf(tx: Tx, community: Community, now: Instant): Promise<DutyCalendar> {
  const found = dutyEntries(await rosterOf(tx, community), await crewById(tx, community.id), now)
  return { communityId: community.id, community: community.name, language: community.language, ...found }
}

/** The calendar that an address stands for; null where it is none, or was renewed. */
export function dutyCalendarBehind({ store, clock, ids }: AppDeps, token: string): Promise<DutyCalendar | null> {
  return store.transaction(async (tx) => {
    const now = clock.now()
    const row = await tx.secrets.peek(ids.hash(token), 'duty', now)
    const community = row?.communityId == null ? null : await tx.communities.get(row.communityId)
    return community && dutyCalendarOf(tx, community, now)
  })
}
