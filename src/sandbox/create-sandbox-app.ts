import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import { CLOCK_STEPS, type ClockStep, stepLength } from './clock-steps.ts'
import { actOnPage } from './page-actions.ts'
import { streamEvents } from './page-events.ts'
import type { PageExtras } from './page-extras.ts'
import { extrasState, mountExtras } from './page-extras-app.ts'
import { pageState } from './page-state.ts'
import type { Telegram } from './telegram.ts'

const PAGE = new URL('./page/', import.meta.url)
const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}
// The page shows what bots wrote: nothing in it may load or run anything from elsewhere.
const POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export interface SandboxAppOptions extends PageExtras {
  /** Shows the clock and buttons that move it. `runs`: it goes on by itself (yes unless given). */
  timeTravel?: { now(): number; advance(ms: number): Promise<void>; runs?(): boolean }
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
  const session = randomUUID()
  let travelling = false

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
    c.json({
      ...pageState(tg),
      session,
      title: options.title,
      clock: {
        now: clockNow(),
        timeZone,
        canTravel: timeTravel !== undefined,
        runs: timeTravel?.runs?.() ?? true,
      },
      extras: extrasState(options),
    }),
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
  app.use('/api/*', async (c, next) => {
    const status = options.player?.state().status
    const isScripts = status === 'playing' || status === 'paused'
    if (isScripts && /\/api\/(act|clock)$/.test(c.req.path))
      return c.json({ ok: false, why: 'a script is playing here' })
    return next()
  })

  app.post('/api/act', async (c) => c.json(await actOnPage(tg, await c.req.json().catch(() => undefined))))

  app.post('/api/clock', async (c) => {
    const { step } = (await c.req.json().catch(() => ({}))) as { step?: string }
    if (!timeTravel || !CLOCK_STEPS.some((known) => known === step))
      return c.json({ ok: false, why: 'no such step' }, 400)
    if (travelling) return c.json({ ok: false, why: 'time is passing already' })
    travelling = true
    try {
      await timeTravel.advance(stepLength(step as ClockStep, timeTravel.now(), timeZone))
    } finally {
      travelling = false
    }
    tg.announceClock()
    return c.json({ ok: true, now: clockNow() })
  })

  app.get('/api/events', (c) => streamEvents(c, { tg, clockNow, heartbeatMs, player: options.player }))
  mountExtras(app, options)
  return app
}

/** By the first bytes: what a bot says about its upload is often just "bytes". */
function imageType(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 3).toString('hex')
  if (start === '89504e') return 'image/png'
  return start === 'ffd8ff' ? 'image/jpeg' : undefined
}
