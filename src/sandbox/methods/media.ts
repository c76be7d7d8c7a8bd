import { fileRef, photoSizes, type StoredFile } from '../files.ts'
import { isRecord } from '../params.ts'
import { badRequest } from '../refusal.ts'
import type { FileRef, Message } from '../wire.ts'
import type { MethodCall } from './method.ts'
import { captionOf } from './outgoing.ts'

const MAX_PHOTO = 10 * 1024 * 1024
const MAX_UPLOAD = 50 * 1024 * 1024

/** The kinds of file that messages carry here. */
export const MEDIA = ['photo', 'document', 'video', 'voice', 'audio', 'animation'] as const
export type Media = (typeof MEDIA)[number]
const IN_ALBUMS: readonly string[] = ['photo', 'document', 'video', 'audio']

/** The fields of a message that carry a file as that kind. */
export function mediaFields(kind: Media, file: StoredFile): Partial<Message> {
  if (kind === 'photo') return { photo: photoSizes(file) }
  const named: FileRef = { ...fileRef(file), file_name: file.name, mime_type: file.mime }
  if (kind === 'document') return { document: named }
  const timed = { ...named, duration: 3 }
  // Telegram repeats an animation as a document for clients that do not know animations.
  return kind === 'animation' ? { animation: timed, document: named } : { [kind]: timed }
}

/** One InputMedia: its kind, its file and the fields of the message it becomes, caption included. */
export function readInputMedia(call: MethodCall, item: unknown, isAlbum: boolean): InputMedia {
  const wrong = "can't parse InputMedia: "
  if (!isRecord(item)) throw badRequest(`${wrong}expected an Object`)
  const caption = captionOf(item.caption, item.parse_mode, item.caption_entities)
  if (typeof item.media !== 'string' || item.media === '') throw badRequest(`${wrong}media not found`)
  if (typeof item.type !== 'string') throw badRequest(`${wrong}can't find field "type"`)
  const kind = MEDIA.find((known) => known === item.type)
  if (!kind || kind === 'voice') throw badRequest(`${wrong}type "${item.type}" is unsupported`)
  if (isAlbum && !IN_ALBUMS.includes(kind))
    throw badRequest(`${wrong}type "${item.type}" can't be used in sendMediaGroup`)
  const file = readFile(call, kind, item.media, `${wrong}media not found`)
  return { kind, file, content: { ...mediaFields(kind, file), ...caption } }
}

export interface InputMedia {
  kind: Media
  file: StoredFile
  content: Partial<Message>
}

/** The file of a parameter: an upload under that name, `attach://name`, or the id of a file that is known already. */
export function readFile(call: MethodCall, kind: Media, given: string | undefined, missing: string): StoredFile {
  const { world, params } = call
  const attached = given?.startsWith('attach://') ? given.slice('attach://'.length) : undefined
  const upload = params.files.get(attached ?? kind)
  if (upload) {
    if (upload.bytes.length === 0) throw badRequest('file must be non-empty')
    const isPhoto = kind === 'photo'
    const isBig = upload.bytes.length > (isPhoto ? MAX_PHOTO : MAX_UPLOAD)
    if (isBig && isPhoto)
      throw badRequest(`file "${upload.name}" is too big for a photo; the maximum size is ${MAX_PHOTO} bytes`)
    if (isBig) throw badRequest('file is too big')
    return world.files.add(FOLDER[kind], upload.name, upload.mime, upload.bytes)
  }
  if (!given || attached !== undefined) throw badRequest(missing)
  const known = world.files.byId(given)
  if (known) return sameKind(known, kind)
  if (/^https?:/i.test(given)) throw badRequest('failed to get HTTP URL content')
  throw badRequest('wrong file identifier/HTTP URL specified')
}

const FOLDER: Record<Media, string> = {
  photo: 'photos',
  document: 'documents',
  video: 'videos',
  voice: 'voice',
  audio: 'music',
  animation: 'animations',
}

/** Pictures are kept apart from all other files: neither can be sent as the other. */
function sameKind(file: StoredFile, kind: Media): StoredFile {
  const sent = MEDIA.find((known) => file.path.startsWith(`${FOLDER[known]}/`)) ?? 'document'
  if ((sent === 'photo') === (kind === 'photo')) return file
  throw badRequest(`can't use file of type ${named(sent)} as ${named(kind)}`)
}

function named(kind: Media): string {
  return kind[0]?.toUpperCase() + kind.slice(1)
}
