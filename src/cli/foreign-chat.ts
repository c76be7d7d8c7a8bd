import type { ChatId } from '../domain/ids.ts'
import type { CommunityFile } from '../domain/policy/community-file.ts'
import { placeFlaw } from './community-file.ts'
import type { CommunityProblem } from './community-problem.ts'

/** What to say of a chat that the file names and another community of this installation has. */
export function foreignChat(text: string, { chats }: Pick<CommunityFile, 'chats'>, chatId: ChatId): CommunityProblem {
  return placeFlaw(text, {
    path: ['chats', chats.findIndex(({ id }) => id === chatId), 'id'],
    zh: '这个群已属于另一个小区;请改成本小区的群 id,或把这一行从文件里删掉',
    en: 'this chat belongs to another community already: give the id of a chat of this one, or take the chat out of the file',
  })
}
