import { expect } from 'vitest'
import type { OpenSandbox } from '../open-sandbox.ts'
import { conforms, updatesOf } from './statement.ts'

const chat_id = -1001
const MB = 1024 * 1024

interface Sent {
  ok: boolean
  description?: string
  result: { message_id: number; document: { file_id: string; file_unique_id: string } }
}

async function upload({ root, tg }: OpenSandbox, kind: string, bytes: Uint8Array<ArrayBuffer>): Promise<Sent> {
  const form = new FormData()
  form.set('chat_id', `${chat_id}`)
  form.set(kind, new Blob([bytes]), 'a.bin')
  const method = `send${kind[0]?.toUpperCase()}${kind.slice(1)}`
  return (await (await fetch(`${root}/bot${tg.bot.token}/${method}`, { method: 'POST', body: form })).json()) as Sent
}

conforms([
  {
    says: 'the same content has the same file_unique_id however often it is sent, and every file_id opens it',
    follows: 'bots/api#file',
    async holds(sandbox) {
      const bytes = new TextEncoder().encode('notice')
      const [one, two] = [await upload(sandbox, 'document', bytes), await upload(sandbox, 'document', bytes)]
      expect(one.result.document.file_id).not.toBe(two.result.document.file_id)
      expect(one.result.document.file_unique_id).toBe(two.result.document.file_unique_id)
      const { api, root, tg } = sandbox
      const again = await api('sendDocument', { chat_id, document: one.result.document.file_id })
      expect((again.result as Sent['result']).document.file_unique_id).toBe(one.result.document.file_unique_id)
      for (const { result } of [one, two]) {
        const { file_path } = (await api('getFile', { file_id: result.document.file_id })).result as {
          file_path: string
        }
        const load = (token: string) => fetch(`${root}/file/bot${token}/${file_path}`)
        expect(await (await load(tg.bot.token)).text()).toBe('notice')
        expect((await load('1:wrong')).status).toBe(404)
      }
    },
  },
  {
    says: 'a bot uploads at most 50 MB, 10 MB of a photo, and downloads at most 20 MB',
    follows: 'bots/api#sending-files',
    async holds(sandbox) {
      const big = await upload(sandbox, 'document', new Uint8Array(21 * MB))
      expect((await sandbox.api('getFile', { file_id: big.result.document.file_id })).description).toBe(
        'Bad Request: file is too big',
      )
      expect((await upload(sandbox, 'document', new Uint8Array(50 * MB + 1))).description).toBe(
        'Bad Request: file is too big',
      )
      expect((await upload(sandbox, 'photo', new Uint8Array(10 * MB + 1))).description).toContain('too big for a photo')
      expect((await upload(sandbox, 'document', new Uint8Array(0))).description).toBe(
        'Bad Request: file must be non-empty',
      )
    },
  },
  {
    says: 'a photo comes in several sizes, the largest last, each with an id of its own content',
    follows: 'bots/api#photosize',
    async holds({ tg, api }) {
      tg.as(101).photo(chat_id, { caption: '灯' })
      const sizes = updatesOf(await api('getUpdates'))[0]?.message?.photo ?? []
      expect(sizes.length).toBeGreaterThan(1)
      const widths = sizes.map(({ width = 0 }) => width)
      expect([...widths].sort((a, b) => a - b)).toEqual(widths)
      expect(new Set(sizes.map((size) => size.file_unique_id)).size).toBe(sizes.length)
    },
  },
  {
    says: 'a photo is not sent as a document nor a document as a photo',
    follows: 'td/FileManager.cpp get_input_file_id',
    async holds(sandbox) {
      const { tg, api } = sandbox
      const photo = tg.as(101).photo(chat_id).wire.photo?.at(-1)?.file_id
      const document = tg.as(101).document(chat_id).wire.document?.file_id
      expect((await api('sendDocument', { chat_id, document: photo })).description).toBe(
        "Bad Request: can't use file of type Photo as Document",
      )
      expect((await api('sendPhoto', { chat_id, photo: document })).description).toBe(
        "Bad Request: can't use file of type Document as Photo",
      )
    },
  },
  {
    says: 'an album is one message and one update per part with one media_group_id; the buttons are left out',
    follows: 'bots/api#sendmediagroup',
    async holds({ tg, api }) {
      const parts = tg.as(101).album(chat_id, ['漏水', undefined])
      const told = updatesOf(await api('getUpdates')).map(({ message }) => message)
      expect(told.map((message) => message?.caption)).toEqual(['漏水', undefined])
      expect(new Set(told.map((message) => message?.media_group_id)).size).toBe(1)
      const media = parts.map(({ wire }) => ({ type: 'photo', media: wire.photo?.at(-1)?.file_id, caption: 'x' }))
      const reply_markup = { inline_keyboard: [[{ text: 'b', callback_data: 'd' }]] }
      const sent = (await api('sendMediaGroup', { chat_id, media, reply_markup })).result as Record<string, unknown>[]
      expect(new Set(sent.map((message) => message.media_group_id)).size).toBe(1)
      expect(sent.map((message) => [message.caption, message.reply_markup])).toEqual(Array(2).fill(['x', undefined]))
    },
  },
  {
    says: 'an album has at most ten parts, documents only among documents; one part alone is no album',
    follows: 'td/MessagesManager.cpp send_message_group',
    async holds({ tg, api }) {
      const photo = { type: 'photo', media: tg.as(101).photo(chat_id).wire.photo?.at(-1)?.file_id }
      const document = { type: 'document', media: tg.as(101).document(chat_id).wire.document?.file_id }
      const send = (media: unknown[]) => api('sendMediaGroup', { chat_id, media })
      expect((await send(Array(10).fill(photo))).ok).toBe(true)
      expect((await send(Array(11).fill(photo))).description).toBe('Bad Request: too many messages to send as an album')
      expect((await send([photo, document])).description).toBe(
        "Bad Request: document can't be mixed with other media types",
      )
      const [alone] = (await send([photo])).result as { media_group_id?: string }[]
      expect(alone).toBeDefined()
      expect(alone?.media_group_id).toBeUndefined()
    },
  },
  {
    says: 'a caption has at most 1024 UTF-16 units after its entities are parsed',
    follows: 'bots/api#sendphoto',
    async holds({ tg, api }) {
      const photo = tg.as(101).photo(chat_id).wire.photo?.at(-1)?.file_id
      const send = (caption: string) => api('sendPhoto', { chat_id, photo, caption, parse_mode: 'HTML' })
      expect((await send(`<i>${'字'.repeat(1024)}</i>`)).ok).toBe(true)
      expect((await send('字'.repeat(1025))).description).toBe('Bad Request: message caption is too long')
    },
  },
])
