import type { PhotoSize } from 'telegraf/types'
import type { Attachment } from '../domain/ticket/attachment.ts'
import type { WireMessage } from './wire-message.ts'

/** What a message carries beside its text. A photo is its largest size; a venue is its location. */
export function attachmentsOf(message: WireMessage): readonly Attachment[] {
  const { photo, video, video_note: note, voice, audio, document, location } = message
  const found: Attachment[] = []
  const file = (kind: Attachment['kind'], of: { readonly file_id: string; readonly file_unique_id: string }) =>
    found.push({ ...nothing(message, kind), fileId: of.file_id, fileUniqueId: of.file_unique_id })

  const largest = photo === undefined ? undefined : largestOf(photo)
  if (largest !== undefined) file('photo', largest)
  if (video !== undefined) file('video', video)
  if (note !== undefined) file('video', note)
  if (voice !== undefined) file('voice', voice)
  // An animation says `document` too, under the same id.
  if (document !== undefined) file('document', document)
  if (audio !== undefined) file('document', audio)
  if (location !== undefined) {
    const { latitude, longitude } = location
    found.push({ ...nothing(message, 'location'), latitude, longitude })
  }
  return found
}

function nothing(message: WireMessage, kind: Attachment['kind']): Attachment {
  return {
    kind,
    fileId: null,
    fileUniqueId: null,
    chatId: message.chat.id,
    messageId: message.message_id,
    latitude: null,
    longitude: null,
  }
}

function largestOf(sizes: readonly PhotoSize[]): PhotoSize | undefined {
  return sizes.reduce<PhotoSize | undefined>(
    (best, size) => (best !== undefined && best.width * best.height >= size.width * size.height ? best : size),
    undefined,
  )
}
