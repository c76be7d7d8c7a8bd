import { readdirSync, readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { CLOCK_STEPS, type ClockStep, stepLength } from './clock-steps.ts'
import { actOnPage } from './page-actions.ts'
import { pageChat, pageMessageIn, pageState } from './page-state.ts'
import type { Telegram } from './telegram.ts'
import type { SandboxEvent } from './world.ts'

const PAGE = new URL('./page/', import.meta.url)
const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}
// The page shows what bots wrote: nothing in it may load or run anything from elsewhere.
const POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export interface SandboxAppOptions {
  /** Shows the clock and buttons that move it. */
  timeTravel?: { now(): number; advance(ms: number): Promise<void> }
  /** The wall clock the page shows; Asia/Shanghai unless given. */
  timeZone?: string
  /** How often an idle event stream says that it lives; 15 s unless given. */
  heartbeatMs?: number
}

/** The page of chats with its JSON and event endpoints. All its links are relative: mount it anywhere. */
export function createSandboxApp(tg: Telegram, options: SandboxAppOptions = {}): Hono {
  const { timeTravel, timeZone = 'Asia/Shanghai', heartbeatMs = 15_000 } = options
  const app = new Hono()
  const clockNow = (): number => timeTravel?.now() ?? tg.world.now()

  const send = (c: Context, name: string): Response => {
    const type = TYPES[name.split('.').pop() ?? ''] ?? 'application/octet-stream'
    const headers = { 'content-type': type, 'content-security-policy': POLICY, 'cache-control': 'no-cache' }
    return c.body(new Uint8Array(readFileSync(new URL(name, PAGE))), 200, headers)
  }
  for (const name of readdirSync(PAGE)) app.get(`/${name}`, (c) => send(c, name))
  // Mounted under a path, Hono knows the root with and without its final slash; only with it do relative links work.
  app.get('/', (c) => (c.req.path.endsWith('/') ? send(c, 'index.html') : c.redirect(`${c.req.path}/`)))
  app.get('/*', (c, next) => (c.req.path.endsWith('/') ? Promise.resolve(send(c, 'index.html')) : next()))

  app.get('/api/state', (c) =>
    c.json({ ...(pageState(tg) as object), clock: { now: clockNow(), timeZone, canTravel: timeTravel !== undefined } }),
  )

  app.get('/api/file/:id', (c) => {
    const file = tg.world.files.byId(c.req.param('id'))
    if (!file) return c.notFound()
    return c.body(new Uint8Array(file.bytes), 200, {
      'content-type': imageType(file.bytes) ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
    })
  })

  // Only JSON, which another site's form cannot send.
  app.use('/api/*', async (c, next) => {
    const isJson = c.req.header('content-type')?.startsWith('application/json') ?? false
    if (c.req.method === 'POST' && !isJson) return c.json({ ok: false, why: 'application/json only' }, 415)
    return next()
  })

  app.post('/api/act', async (c) => c.json(await actOnPage(tg, await c.req.json().catch(() => undefined))))

  app.post('/api/clock', async (c) => {
    const { step } = (await c.req.json().catch(() => ({}))) as { step?: string }
    if (!timeTravel || !CLOCK_STEPS.some((known) => known === step))
      return c.json({ ok: false, why: 'no such step' }, 400)
    await timeTravel.advance(stepLength(step as ClockStep, timeTravel.now(), timeZone))
    tg.announceClock()
    return c.json({ ok: true, now: clockNow() })
  })

  app.get('/api/events', (c) =>
    streamSSE(c, async (stream) => {
      const lines: string[] = [JSON.stringify({ kind: 'hello' })]
      let wake = (): void => {}
      const stop = tg.subscribe((event) => {
        const told = eventForPage(tg, event, clockNow)
        if (!told) return
        lines.push(JSON.stringify(told))
        wake()
      })
      stream.onAbort(() => {
        stop()
        wake()
      })
      const somethingOrHeartbeat = (): Promise<void> =>
        new Promise((resolve) => {
          const timer = setTimeout(resolve, heartbeatMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      while (!stream.aborted) {
        if (lines.length === 0) await somethingOrHeartbeat()
        await stream.writeSSE({ data: lines.shift() ?? JSON.stringify({ kind: 'clock', now: clockNow() }) })
      }
    }),
  )

  return app
}

/** By the first bytes: what a bot says about its upload is often just "bytes". */
function imageType(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 3).toString('hex')
  if (start === '89504e') return 'image/png'
  return start === 'ffd8ff' ? 'image/jpeg' : undefined
}

/** What a listening page is told: the message or the chat as it is now. */
function eventForPage(tg: Telegram, event: SandboxEvent, clockNow: () => number): unknown {
  if (event.kind === 'clock') return { kind: 'clock', now: clockNow() }
  if (event.kind === 'call' || event.kind === 'update' || event.kind === 'answer' || event.kind === 'press')
    return undefined
  const room = tg.world.rooms.get(event.roomKey)
  if (!room) return undefined
  if (event.kind === 'chat') return { kind: 'chat', chat: pageChat(tg, room) }
  const message = pageMessageIn(tg, room, event.messageId)
  return message && { kind: 'message', chat: room.key, message }
}
