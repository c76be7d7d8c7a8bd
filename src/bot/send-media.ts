import type { CourierOutcome, Destination } from '../app/courier.ts'
import type { Log } from '../app/log.ts'
import type { Rendered } from '../domain/post/body.ts'
import { addressed, type Carry, present } from './carry.ts'
import { replyMarkup } from './reply-markup.ts'

type Medium = { readonly kind: string; readonly fileId: string }

const albumLimit = 10

/**
 * Sends stored media by file id: photos and videos as one album, documents as another, voice notes one by one, for
 * Telegram mixes no others. The caption stands on the first part, and the first part's outcome is the answer: once it
 * is out, trying again would show it twice, so a later part that fails is only reported.
 */
export async function sendMediaParts(
  carry: Carry,
  log: Log,
  to: Destination,
  media: readonly Medium[],
  message: Rendered,
): Promise<CourierOutcome> {
  const parts = intoParts(media.slice(0, albumLimit))
  const [first, ...rest] = parts
  if (first === undefined) return { kind: 'rejected', error: 'no media to send' }
  const outcome = await sendPart(carry, to, first, message)
  if (outcome.kind !== 'done') return outcome
  for (const part of rest) {
    const later = await sendPart(carry, to, part, null)
    if (later.kind !== 'done') log.warn({ chatId: to.chatId, outcome: later.kind }, 'some media were not sent')
  }
  return outcome
}

function intoParts(media: readonly Medium[]): readonly (readonly Medium[])[] {
  const scenes = media.filter(({ kind }) => kind === 'photo' || kind === 'video')
  const voices = media.filter(({ kind }) => kind === 'voice')
  const documents = media.filter((medium) => !scenes.includes(medium) && !voices.includes(medium))
  return [scenes, documents, ...voices.map((voice) => [voice])].filter((part) => part.length > 0)
}

function sendPart(
  carry: Carry,
  to: Destination,
  part: readonly Medium[],
  message: Rendered | null,
): Promise<CourierOutcome> {
  const caption = message === null || message.html === '' ? {} : { caption: message.html, parse_mode: 'HTML' as const }
  const [only, second] = part
  if (only === undefined || second !== undefined) {
    return carry('sendMediaGroup', 'media', to, () => ({
      ...addressed(to),
      // Telegram's typings want an album of one sort; which sorts may mix was settled above.
      media: part.map(({ kind, fileId }, index) => ({
        type: kind === 'photo' ? 'photo' : kind === 'video' ? 'video' : 'document',
        media: fileId,
        ...(index === 0 && caption),
      })) as never,
    }))
  }
  const common = () => ({
    ...addressed(to),
    ...caption,
    ...present('reply_markup', message === null ? undefined : replyMarkup(message, to.token)),
  })
  switch (only.kind) {
    case 'photo':
      return carry('sendPhoto', 'media', to, () => ({ ...common(), photo: only.fileId }))
    case 'video':
      return carry('sendVideo', 'media', to, () => ({ ...common(), video: only.fileId }))
    case 'voice':
      return carry('sendVoice', 'media', to, () => ({ ...common(), voice: only.fileId }))
    default:
      return carry('sendDocument', 'media', to, () => ({ ...common(), document: only.fileId }))
  }
}
