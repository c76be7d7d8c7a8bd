import { messageWire } from '../deliver.ts'
import { fileRef, photoSizes, type StoredFile } from '../files.ts'
import { post } from '../messages.ts'
import { isRecord, list, text as textParam } from '../params.ts'
import { badRequest } from '../refusal.ts'
import type { FileRef, Message } from '../wire.ts'
import type { MethodCall } from './method.ts'
import { captionOf, readCaption, readEnvelope, readText, send, takeLimits } from './outgoing.ts'

const MAX_PHOTO = 10 * 1024 * 1024
const MAX_UPLOAD = 50 * 1024 * 1024

export function sendMessage(call: MethodCall): Message {
  const envelope = readEnvelope(call)
  const { text, entities } = readText(call)
  return send(call, envelope, { text, ...(entities.length > 0 && { entities }) })
}

export function sendPhoto(call: MethodCall): Message {
  const envelope = readEnvelope(call)
  const file = readFile(call, 'photo', textParam(call.params, 'photo'), 'photos')
  return send(call, envelope, { photo: photoSizes(file), ...readCaption(call) }, [file.id])
}

export function sendDocument(call: MethodCall): Message {
  return sendFile(call, 'document', 'documents')
}

export function sendVoice(call: MethodCall): Message {
  return sendFile(call, 'voice', 'voice')
}

export function sendVideo(call: MethodCall): Message {
  return sendFile(call, 'video', 'videos')
}

export function sendLocation(call: MethodCall): Message {
  const envelope = readEnvelope(call)
  const latitude = Number(call.params.values.latitude)
  const longitude = Number(call.params.values.longitude)
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) throw badRequest('latitude is empty')
  return send(call, envelope, { location: { latitude, longitude } })
}

/** An album: one message per part, all with one media_group_id; the parts count one by one for the limits. */
export function sendMediaGroup(call: MethodCall): Message[] {
  const { world, bot, params } = call
  const { room, content, options } = readEnvelope(call)
  const media = list(params, 'media') ?? []
  if (media.length === 0) throw badRequest('there are no messages to send')
  if (media.length > 10) throw badRequest('too many messages to send as an album')
  const parts = media.map((item) => {
    if (!isRecord(item)) throw badRequest("can't parse InputMedia: expected an Object")
    const type = String(item.type)
    if (!['photo', 'video', 'document'].includes(type)) throw badRequest(`wrong type of the media: ${type}`)
    const file = readFile(call, type, String(item.media ?? ''), `${type}s`)
    const caption = captionOf(item.caption, item.parse_mode, item.caption_entities)
    return { file, content: { ...mediaFields(type, file), ...caption } }
  })
  takeLimits(world, bot, room, parts.length)
  const group = `${world.nextSerial()}${bot.user.id}`
  return parts.map((part) => {
    const whole = { ...content, ...part.content, media_group_id: group }
    return messageWire(room, post(world, room, whole, { ...options, fileIds: [part.file.id] }))
  })
}

function sendFile(call: MethodCall, field: 'document' | 'voice' | 'video', folder: string): Message {
  const envelope = readEnvelope(call)
  const file = readFile(call, field, textParam(call.params, field), folder)
  return send(call, envelope, { ...mediaFields(field, file), ...readCaption(call) }, [file.id])
}

function mediaFields(type: string, file: StoredFile): Partial<Message> {
  if (type === 'photo') return { photo: photoSizes(file) }
  const named: FileRef = { ...fileRef(file), file_name: file.name, mime_type: file.mime }
  return { [type]: type === 'document' ? named : { ...named, duration: 3 } }
}

/** The file of a parameter: an upload under that name, `attach://name`, or the id of a file that is known already. */
function readFile(call: MethodCall, name: string, given: string | undefined, folder: string): StoredFile {
  const { world, params } = call
  const attached = given?.startsWith('attach://') ? given.slice('attach://'.length) : undefined
  const upload = params.files.get(attached ?? name)
  if (upload) {
    if (upload.bytes.length === 0) throw badRequest('file must be non-empty')
    const isBig = upload.bytes.length > (folder === 'photos' ? MAX_PHOTO : MAX_UPLOAD)
    if (isBig && folder === 'photos')
      throw badRequest(`file "${upload.name}" is too big for a photo; the maximum size is 10485760 bytes`)
    if (isBig) throw badRequest('file is too big')
    return world.files.add(folder, upload.name, upload.mime, upload.bytes)
  }
  if (!given) throw badRequest(`there is no ${name} in the request`)
  const known = world.files.byId(given)
  if (known) return known
  if (/^https?:/i.test(given)) throw badRequest('failed to get HTTP URL content')
  throw badRequest('wrong file identifier/HTTP URL specified')
}
