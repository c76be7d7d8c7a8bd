import { messageWire } from '../deliver.ts'
import { post } from '../messages.ts'
import { structure, text as textParam } from '../params.ts'
import { badRequest } from '../refusal.ts'
import type { Message } from '../wire.ts'
import { type InputMedia, type Media, mediaFields, readFile, readInputMedia } from './media.ts'
import type { Method, MethodCall } from './method.ts'
import { readCaption, readEnvelope, readText, send, takeLimits } from './outgoing.ts'

export function sendMessage(call: MethodCall): Message {
  const { text, entities } = readText(call)
  return send(call, readEnvelope(call), { text, ...(entities.length > 0 && { entities }) })
}

/** The method that sends one file as that kind: sendPhoto, sendDocument and so on. */
export function sendFile(kind: Media): Method {
  return (call) => {
    const file = readFile(call, kind, textParam(call.params, kind), `there is no ${kind} in the request`)
    const content = { ...mediaFields(kind, file), ...readCaption(call) }
    return send(call, readEnvelope(call), content, [file.id])
  }
}

export function sendLocation(call: MethodCall): Message {
  const degrees = (name: 'latitude' | 'longitude', limit: number): number => {
    const given = textParam(call.params, name)
    if (given === undefined || given.trim() === '') throw badRequest(`${name} is empty`)
    const value = Number(given)
    if (!Number.isFinite(value) || Math.abs(value) > limit) throw badRequest('wrong location specified')
    return value
  }
  const location = { latitude: degrees('latitude', 90), longitude: degrees('longitude', 180) }
  return send(call, readEnvelope(call), { location })
}

/** An album: one message per part, all with one media_group_id; the parts count one by one for the limits. */
export function sendMediaGroup(call: MethodCall): Message[] {
  const { world, bot, params } = call
  if (params.values.media === undefined || params.values.media === '') throw badRequest('parameter "media" is required')
  const media = structure(params, 'media')
  if (!Array.isArray(media)) throw badRequest('expected an Array of InputMedia')
  const parts = media.map((item) => readInputMedia(call, item, true))
  if (parts.length === 0) throw badRequest('there are no messages to send')
  if (parts.length > 10) throw badRequest('too many messages to send as an album')
  refuseMixed(parts)
  const { room, content, options } = readEnvelope(call)
  const { reply_markup: _, ...plain } = content
  takeLimits(world, bot, room, parts.length)
  // One file alone is sent, but is no album: tdlib gives no group to it.
  const group = parts.length > 1 ? { media_group_id: `${world.nextSerial()}${bot.user.id}` } : {}
  return parts.map((part) => {
    const whole = { ...plain, ...part.content, ...group }
    return messageWire(room, post(world, room, whole, { ...options, fileIds: [part.file.id] }))
  })
}

/** Pictures and videos go together; documents and music only among themselves. */
function refuseMixed(parts: InputMedia[]): void {
  const kinds = new Set(parts.map((part) => part.kind))
  const alone = [...kinds].find((kind) => kind === 'document' || kind === 'audio')
  if (alone && kinds.size > 1) throw badRequest(`${alone} can't be mixed with other media types`)
}
