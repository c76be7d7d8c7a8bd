import { connect } from 'node:net'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { createHttp, type Listening, listen } from '../../src/http/create-http.ts'
import { checkHealth } from '../../src/http/health.ts'
import { createMetrics } from '../../src/http/metrics.ts'
import { fuzz, wrong } from '../support/mutations.ts'

/** All that the process serves, with parts behind it that stand still. */
async function serve(): Promise<Listening> {
  const metrics = createMetrics({
    inbox: async () => ({ pending: 0, parked: 0 }),
    outbox: async () => ({}),
    dueLagMs: async () => 0,
    queueUp: () => true,
  })
  const http = createHttp({
    health: () => checkHealth({ inbox: () => ({ ok: true }) }),
    metrics,
    webhook: { path: '/hook', handle: async (body) => ({ status: body === null ? 400 : 200 }) },
    dutyFeed: async (token) => (token === 'known' ? 'BEGIN:VCALENDAR' : null),
    page: null,
  })
  const listening = await listen(http, '127.0.0.1', 0)
  onTestFinished(() => listening.close())
  return listening
}

const method = fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH')
const path = fc.oneof(
  fc.constantFrom(
    '/healthz',
    '/metrics',
    '/hook',
    '/duty/known.ics',
    '/duty/.ics',
    '/duty/%E0%A4%A.ics',
    '/%',
    '//',
    '/..%2f..%2fetc',
  ),
  fc.webPath(),
  fc.string({ maxLength: 60 }).map((text) => `/duty/${encodeURIComponent(text)}.ics`),
  fc.constant(`/${'a'.repeat(9000)}`),
)
const body = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  wrong.map((value) => Buffer.from(JSON.stringify(value) ?? '')),
)
const headers = fc.record(
  {
    'content-type': fc.constantFrom('application/json', 'text/plain', 'multipart/form-data', ''),
    'x-telegram-bot-api-secret-token': fc.constantFrom('', 'x', 'x'.repeat(5000)),
    'if-none-match': fc.constantFrom('*', '"', 'W/"a"', ','.repeat(2000)),
    'content-length': fc.constantFrom('0', '5', '-1', 'x', '99999999999'),
  },
  { requiredKeys: [] },
)

it('any method, path, header and body gets an answer below 500, and the process goes on', async () => {
  const { url } = await serve()
  await fc.assert(
    fc.asyncProperty(method, path, headers, body, async (verb, where, { 'content-length': _, ...head }, content) => {
      const hasBody = verb !== 'GET' && verb !== 'HEAD'
      const init = { method: verb, headers: head, ...(hasBody && { body: new Uint8Array(content) }) }
      const response = await fetch(`${url}${where}`, init)
      expect([verb, where, response.status < 500]).toEqual([verb, where, true])
      await response.arrayBuffer()
    }),
    fuzz(200),
  )
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
}, 600_000)

/** What comes back for bytes that need not be HTTP; '' when the server hung up without a word. */
function send(port: number, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    let told = ''
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    socket.setEncoding('latin1').on('data', (text: string) => {
      told += text
    })
    socket.on('error', () => {}).on('close', () => resolve(told))
  })
}

it('bytes that are no HTTP are answered 4xx or hung up on, and the process goes on', async () => {
  const { url, port } = await serve()
  const lines = fc.tuple(method, path, headers, body).map(([verb, where, head, content]) => {
    const named = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`)
    return Buffer.concat([Buffer.from(`${verb} ${where} HTTP/1.1\r\nhost: a\r\n${named.join('')}\r\n`), content])
  })
  const bytes = fc.oneof(lines, fc.uint8Array({ maxLength: 300 }), fc.constant(Buffer.from('GET / HTTP/9.9\r\n\r\n')))
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      expect(await send(port, content)).toMatch(/^$|^HTTP\/1\.1 [1-4]\d\d /)
    }),
    fuzz(150),
  )
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
}, 600_000)
