import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ChatId } from '../../domain/ids.ts'
import type { Telegram } from '../../sandbox/telegram.ts'

/**
 * Writes the summary pictures that the bot posted, the newest of each chat, into a directory that is there, and answers
 * their paths. A chat without one is left out.
 */
export async function writeSummaryPictures(
  telegram: Telegram,
  directory: string,
  chats: readonly { readonly id: ChatId; readonly name: string }[],
): Promise<readonly string[]> {
  const paths: string[] = []
  for (const { id, name } of chats) {
    const [picture] = telegram.chat(id).fromBot.findLast(({ photo }) => photo)?.files ?? []
    if (!picture) continue
    const path = join(directory, `summary-${name}.png`)
    await writeFile(path, picture.bytes)
    paths.push(path)
  }
  return paths
}
