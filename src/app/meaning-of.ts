import type { Meaning } from '../nlu/meaning.ts'
import { parse } from '../nlu/parse.ts'
import type { Scene } from './scene.ts'

/** What the text means here: against the community's own buildings, zone and the kind of chat. */
export async function meaningOf(
  scene: Pick<Scene, 'tx' | 'deps' | 'message' | 'community' | 'chat' | 'now'>,
  text: string | null = scene.message.text,
  replyToTicket = false,
): Promise<Meaning> {
  const { tx, deps, community, chat, now } = scene
  const buildings = await tx.communities.buildings(community.id)
  return parse(text ?? '', {
    at: now,
    timezone: community.timezone,
    buildings: buildings.map(({ name }) => name),
    botUsername: deps.bot().username,
    replyToTicket,
    audience: chat?.role ?? 'dm',
  })
}
