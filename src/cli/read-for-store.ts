import type { Store } from '../app/ports.ts'
import { type CommunityReading, type ReadCalendar, readCommunityFile } from './community-file.ts'

/** Settles a reading that only chats bound in Telegram can settle; any other stays as it is. */
export async function readForStore(
  reading: CommunityReading,
  store: Pick<Store, 'transaction'>,
  text: string,
  readCalendar: ReadCalendar,
): Promise<CommunityReading> {
  if (reading.ok || reading.unsettled === undefined) return reading
  const { name } = reading.unsettled.community
  const bound = await store.transaction(async (tx) => {
    const community = await tx.communities.byName(name)
    return community === null ? [] : tx.chats.list(community.id)
  })
  return readCommunityFile(text, readCalendar, bound)
}
