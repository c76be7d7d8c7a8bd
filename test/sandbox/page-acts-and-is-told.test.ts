import { expect, test } from 'vitest'
import { createSandboxApp } from '../../src/sandbox/create-sandbox-app.ts'
import { openSandbox, START } from './open-sandbox.ts'

type App = ReturnType<typeof createSandboxApp>

async function act(app: App, action: Record<string, unknown>): Promise<unknown> {
  const body = JSON.stringify(action)
  const response = await app.request('/api/act', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  return response.json()
}

/** Reads events until one holds. */
async function nextEvent(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  holds: (event: Record<string, unknown>) => boolean,
) {
  let text = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) throw new Error('the stream ended')
    text += new TextDecoder().decode(value)
    const events = [...text.matchAll(/^data: (.*)$/gm)].flatMap(([, data]) => {
      try {
        return [JSON.parse(data ?? '') as Record<string, unknown>]
      } catch {
        return []
      }
    })
    const found = events.find(holds)
    if (found) return found
  }
}

test('the page and its parts are served, with links that work under any path', async () => {
  const { Hono } = await import('hono')
  const { tg } = await openSandbox()
  const app = createSandboxApp(tg)
  const outer = new Hono().route('/sandbox', app)
  expect((await outer.request('/sandbox')).headers.get('location')).toBe('/sandbox/')
  const page = await outer.request('/sandbox/')
  const html = await page.text()
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
  const parts = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link ?? '')
  expect(parts).toContain('app.js')
  expect(parts.filter((part) => part.endsWith('.css'))).toHaveLength(6)
  const imports = new Set(parts)
  for (const part of imports) {
    const response = await outer.request(`/sandbox/${part}`)
    expect([part, response.status]).toEqual([part, 200])
    for (const [, name] of (await response.text()).matchAll(/from '\.\/([^']+)'/g)) imports.add(name ?? '')
  }
  expect(imports.size).toBeGreaterThan(8)
  expect((await outer.request('/sandbox/nothing.js')).status).toBe(404)
})

test('what is done on the page is done in the chats', async () => {
  const { tg, api } = await openSandbox()
  const app = createSandboxApp(tg)
  expect(await act(app, { do: 'say', as: 101, chat: '-1001', text: '灯坏了' })).toEqual({ ok: true })
  await act(app, { do: 'album', as: 102, chat: '-1001', text: 'three', replyTo: 1 })
  await act(app, { do: 'edit', as: 101, chat: '-1001', message: 1, text: '灯坏了,3号楼' })
  await act(app, { do: 'react', as: 102, chat: '-1001', message: 1, emoji: '👍' })
  await act(app, { do: 'start', as: 101, payload: 'code' })
  const group = tg.chat(-1001)
  expect(group.visible.map((m) => [m.from?.id, m.text, m.replyTo])).toEqual([
    [101, '灯坏了,3号楼', undefined],
    [102, 'three', 1],
    [102, '', 1],
    [102, '', 1],
  ])
  expect(group.message(1).reactions).toEqual([{ userId: 102, reactions: [{ type: 'emoji', emoji: '👍' }] }])
  expect(tg.chat(101).messages[0]?.text).toBe('/start code')

  const reply_markup = {
    inline_keyboard: [
      [
        { text: 'a', callback_data: 'x' },
        { text: 'b', callback_data: 'y' },
      ],
    ],
  }
  await api('sendMessage', { chat_id: 101, text: 'card', reply_markup })
  const key = `${tg.bot.user.id}:101`
  const pressed = act(app, { do: 'press', as: 101, chat: key, message: 2, row: 0, column: 1 })
  const query = await tg.waitFor(() => tg.pendingUpdates().at(-1)?.callback_query)
  expect(query.data).toBe('y')
  await api('answerCallbackQuery', { callback_query_id: query.id, text: 'done' })
  expect(await pressed).toEqual({ ok: true, answer: { answered: true, alert: false, text: 'done' } })
})

test('what cannot be done is said, and nothing happens', async () => {
  const { tg } = await openSandbox()
  const app = createSandboxApp(tg)
  const refused = async (action: Record<string, unknown>) => await act(app, action)
  expect(await refused({ do: 'say', as: 101, chat: '-1001', text: ' ' })).toEqual({
    ok: false,
    why: 'there is nothing to send',
  })
  expect(await refused({ do: 'say', as: 999, chat: '-1001', text: 'x' })).toMatchObject({ ok: false })
  expect(await refused({ do: 'dance', as: 101, chat: '-1001' })).toEqual({ ok: false, why: 'no action dance' })
  const form = await app.request('/api/act', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' })
  expect(form.status).toBe(415)
  expect(tg.chat(-1001).messages).toEqual([])
})

test('an open page is told of messages, edits, deletions, new chats and every part of an album', async () => {
  const { tg, api } = await openSandbox()
  const app = createSandboxApp(tg)
  const stream = await app.request('/api/events')
  const reader = (stream.body as ReadableStream<Uint8Array>).getReader()
  await nextEvent(reader, (event) => event.kind === 'hello')
  const message = (id: number, more: Record<string, unknown>) => (event: Record<string, unknown>) =>
    event.kind === 'message' &&
    Object.entries({ id, ...more }).every(([k, v]) => (event.message as Record<string, unknown>)[k] === v)
  tg.as(101).album(-1001, ['a', 'b', 'c'])
  await nextEvent(reader, message(3, { html: 'c' }))
  await api('sendMessage', { chat_id: -1001, text: '<b>x</b>', parse_mode: 'HTML' })
  await nextEvent(reader, message(4, { html: '<b>x</b>' }))
  await api('editMessageText', { chat_id: -1001, message_id: 4, text: 'y' })
  await nextEvent(reader, message(4, { html: 'y', edits: 1 }))
  await api('deleteMessage', { chat_id: -1001, message_id: 4 })
  await nextEvent(reader, message(4, { deleted: true }))
  tg.as(102).start()
  const opened = await nextEvent(reader, (event) => event.kind === 'chat')
  expect(opened.chat).toMatchObject({ type: 'private', ownerId: 102 })
  await reader.cancel()
})

test('the state shows people, chats and pictures that load', async () => {
  const { tg } = await openSandbox()
  tg.as(101).photo(-1001, { caption: '<漏水>' })
  const app = createSandboxApp(tg)
  const state = (await (await app.request('/api/state')).json()) as {
    people: unknown[]
    chats: { messages: { html: string; photo: { file: string } }[] }[]
    clock: unknown
  }
  expect(state.people).toContainEqual({ id: 102, name: '王师傅' })
  expect(state.clock).toEqual({ now: START, timeZone: 'Asia/Shanghai', canTravel: false, runs: true })
  const shown = state.chats[0]?.messages[0]
  expect(shown?.html).toBe('&lt;漏水&gt;')
  const picture = await app.request(`/api/file/${shown?.photo.file}`)
  expect(picture.headers.get('content-type')).toBe('image/png')
})

test('the clock moves by the step asked for, on the wall clock of the zone', async () => {
  const { tg, clock } = await openSandbox()
  const timeTravel = {
    now: () => clock.now,
    advance: async (ms: number) => {
      clock.now += ms
    },
  }
  const app = createSandboxApp(tg, { timeTravel })
  const step = async (name: string) => {
    const body = JSON.stringify({ step: name })
    const headers = { 'content-type': 'application/json' }
    const response = await app.request('/api/clock', { method: 'POST', headers, body })
    return response.ok ? new Date(((await response.json()) as { now: number }).now).toISOString() : response.status
  }
  expect(await step('10-minutes')).toBe('2026-11-16T01:10:00.000Z')
  expect(await step('2-hours')).toBe('2026-11-16T03:10:00.000Z')
  expect(await step('next-day')).toBe('2026-11-17T01:00:00.000Z')
  expect(await step('next-monday')).toBe('2026-11-23T01:00:00.000Z')
  expect(await step('next-monday')).toBe('2026-11-30T01:00:00.000Z')
  expect(await step('yesterday')).toBe(400)
  const fixed = createSandboxApp(tg)
  const refused = await fixed.request('/api/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"step":"2-hours"}',
  })
  expect(refused.status).toBe(400)
})

test('nine o’clock stays nine o’clock across summer time', async () => {
  const { stepLength } = await import('../../src/sandbox/clock-steps.ts')
  const saturday = Date.parse('2026-10-24T12:00:00Z')
  expect(new Date(saturday + stepLength('next-day', saturday, 'Europe/Berlin')).toISOString()).toBe(
    '2026-10-25T08:00:00.000Z',
  )
  expect(new Date(saturday + stepLength('next-monday', saturday, 'Europe/Berlin')).toISOString()).toBe(
    '2026-10-26T08:00:00.000Z',
  )
})
