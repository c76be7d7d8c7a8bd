import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createHttp, type Listening, listen } from '../../src/http/create-http.ts'
import { checkHealth } from '../../src/http/health.ts'
import { createMetrics } from '../../src/http/metrics.ts'

let listening: Listening | null = null
afterEach(async () => {
  await listening?.close()
  listening = null
})

const metrics = () =>
  createMetrics({
    inbox: async () => ({ pending: 3, parked: 1 }),
    outbox: async () => ({ pending: 2, sent: 40 }),
    dueLagMs: async () => 1500,
    queueUp: () => true,
  })

describe('health', () => {
  it('is 200 while every part is well and 503 when one is not, fails or does not answer', async () => {
    let database = async () => ({ ok: true })
    const http = createHttp({
      health: () => checkHealth({ database: () => database() }, 50),
      metrics: metrics(),
      webhook: null,
      dutyFeed: null,
      page: null,
    })
    expect((await http.request('/healthz')).status).toBe(200)
    database = async () => {
      throw new Error('password=secret refused')
    }
    const failed = await http.request('/healthz')
    expect(failed.status).toBe(503)
    expect(await failed.json()).toEqual({ ok: false, parts: { database: { ok: false, detail: { error: 'Error' } } } })
    database = () => new Promise(() => {})
    expect((await http.request('/healthz')).status).toBe(503)
  })
})

describe('metrics', () => {
  it('are Prometheus text without personal labels', async () => {
    const http = createHttp({
      health: () => checkHealth({}),
      metrics: metrics(),
      webhook: null,
      dutyFeed: null,
      page: null,
    })
    const answer = await http.request('/metrics')
    expect(answer.headers.get('content-type')).toContain('text/plain')
    const text = await answer.text()
    expect(text).toContain('huying_inbox_updates{state="parked"} 1')
    expect(text).toContain('huying_outbox_messages{status="sent"} 40')
    expect(text).toContain('huying_due_lag_seconds 1.5')
  })
})

describe('the webhook path', () => {
  const webhook = {
    path: '/hook',
    handle: async (_body: unknown, secret: string | undefined) => ({ status: secret === 'right' ? 200 : 401 }),
  }

  it('passes body and secret on and answers with the status alone', async () => {
    const seen: unknown[] = []
    const http = createHttp({
      health: () => checkHealth({}),
      metrics: metrics(),
      dutyFeed: null,
      page: null,
      webhook: {
        path: '/hook',
        handle: async (body, secret) => {
          seen.push(body, secret)
          return { status: 200 }
        },
      },
    })
    const init = {
      method: 'POST',
      body: JSON.stringify({ update_id: 1 }),
      headers: { 'x-telegram-bot-api-secret-token': 's' },
    }
    expect((await http.request('/hook', init)).status).toBe(200)
    expect(seen).toEqual([{ update_id: 1 }, 's'])
  })

  it('T16 refuses ten megabytes over the wire, other methods and other paths', async () => {
    listening = await listen(
      createHttp({ health: () => checkHealth({}), metrics: metrics(), webhook, dutyFeed: null, page: null }),
      '127.0.0.1',
      0,
    )
    const huge = await fetch(`${listening.url}/hook`, { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024) }).then(
      ({ status }) => status,
      () => 413,
    )
    expect(huge).toBe(413)
    expect((await fetch(`${listening.url}/hook`)).status).toBe(404)
    expect((await fetch(`${listening.url}/else`, { method: 'POST' })).status).toBe(404)
  })

  it('T16 does not wait for a body that drips in, and hands nothing of it on', async () => {
    const seen: unknown[] = []
    const slow = { path: '/hook', handle: async (body: unknown) => ({ status: seen.push(body) > 0 ? 200 : 500 }) }
    const timing = { headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 50 }
    listening = await listen(
      createHttp({ health: () => checkHealth({}), metrics: metrics(), webhook: slow, dutyFeed: null, page: null }),
      '127.0.0.1',
      0,
      timing,
    )
    const socket = connect(listening.port, '127.0.0.1')
    socket.write('POST /hook HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 999\r\n\r\n{')
    const drip = setInterval(() => socket.write(' '), 20)
    socket.on('error', () => {})
    let answer = ''
    socket.on('data', (data) => {
      answer += data
    })
    await new Promise((resolve) => socket.once('close', resolve))
    clearInterval(drip)
    expect(answer).toContain('408')
    // What did not come in whole is no update, whether the handler is still asked or not.
    expect(seen.filter((body) => body !== null)).toEqual([])
    expect((await fetch(`${listening.url}/healthz`)).status).toBe(200)
  })

  it('a taken port is an error and not silence', async () => {
    const http = createHttp({
      health: () => checkHealth({}),
      metrics: metrics(),
      webhook: null,
      dutyFeed: null,
      page: null,
    })
    listening = await listen(http, '127.0.0.1', 0)
    await expect(listen(http, '127.0.0.1', listening.port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})

describe('the duty calendar', () => {
  const http = createHttp({
    health: () => checkHealth({}),
    metrics: metrics(),
    webhook: null,
    dutyFeed: async (token) => (token === 'AbC-123_xyz' ? 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' : null),
    page: null,
  })
  const path = '/duty/AbC-123_xyz.ics'

  it('is a calendar file that whoever has seen it need not fetch again', async () => {
    const full = await http.request(path)
    expect([full.status, full.headers.get('content-type'), full.headers.get('cache-control')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, max-age=900',
    ])
    expect(await full.text()).toBe('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n')
    const etag = full.headers.get('etag') ?? ''
    const head = await http.request(path, { method: 'HEAD' })
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
    const again = await http.request(path, { headers: { 'if-none-match': `W/"else", ${etag}` } })
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, ''])
  })

  it('is not there under another address, which is answered as any address that is none', async () => {
    const nothing = await (await http.request('/else')).text()
    for (const wrong of [
      '/duty/else.ics',
      '/duty/.ics',
      '/duty/AbC-123_xyz',
      '/duty/AbC-123_xyz.ics.ics',
      '/duty/x/y.ics',
    ]) {
      const answer = await http.request(wrong)
      expect([wrong, answer.status, await answer.text()]).toEqual([wrong, 404, nothing])
      expect(answer.headers.get('etag')).toBeNull()
    }
  })
})
