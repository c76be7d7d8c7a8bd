import type { CommunitySetup } from '../app/ports.ts'
import type { CommunityFile } from '../domain/policy/community-file.ts'

/** A community file as the use cases take it: names for what the file may leave out. */
export function toSetup({ community, buildings, chats, people, duty, policy }: CommunityFile): CommunitySetup {
  return {
    ...community,
    buildings,
    chats: chats.map((chat) => ({ ...chat, title: chat.title ?? community.name })),
    people: people.map(({ id, ...person }) => ({ userId: id, ...person })),
    duty,
    policy,
  }
}
