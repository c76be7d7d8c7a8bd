import { type FileStore, fileRef, photoSizes } from './files.ts'
import { sampleImage } from './sample-image.ts'
import type { Message } from './wire.ts'

export type Attachment = 'photo' | 'voice' | 'video' | 'document'

const USUAL: Record<Attachment, { folder: string; name: string; mime: string }> = {
  photo: { folder: 'photos', name: 'photo.png', mime: 'image/png' },
  voice: { folder: 'voice', name: 'voice.oga', mime: 'audio/ogg' },
  video: { folder: 'videos', name: 'video.mp4', mime: 'video/mp4' },
  document: { folder: 'documents', name: 'document.txt', mime: 'text/plain' },
}

/** Stores a file that a person sends, made up if none is given, and returns the message fields that carry it. */
export function attach(
  world: { files: FileStore; nextSerial: () => number },
  kind: Attachment,
  given: { bytes?: Buffer; name?: string; mime?: string },
): { content: Partial<Message>; fileId: string } {
  const usual = USUAL[kind]
  const name = given.name ?? usual.name
  const mime = given.mime ?? usual.mime
  const bytes = given.bytes ?? (kind === 'photo' ? sampleImage(world.nextSerial()) : Buffer.from(`sample ${kind}`))
  const file = world.files.add(usual.folder, name, mime, bytes)
  if (kind === 'photo') return { content: { photo: photoSizes(file) }, fileId: file.id }
  const named = { ...fileRef(file), file_name: name, mime_type: mime }
  const timed =
    kind === 'document' ? named : { ...named, duration: 3, ...(kind === 'video' && { width: 640, height: 360 }) }
  return { content: { [kind]: timed }, fileId: file.id }
}
