import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Health } from './health.ts'
import type { Metrics } from './metrics.ts'

export interface HttpDeps {
  readonly health: () => Promise<Health>
  /** Null while the bot starts. */
  readonly metrics: Metrics | null
  /** Serves Telegram's webhook on this path; null while the bot polls. */
  readonly webhook: {
    readonly path: string
    readonly handle: (body: unknown, secret: string | undefined) => Promise<{ readonly status: number }>
  } | null
  /** The calendar file behind an address that somebody was given, null where there is none (any more); null while the bot starts. */
  readonly dutyFeed: ((token: string) => Promise<string | null>) | null
  /** The sandbox's page, mounted at the root when there is no bot token. */
  readonly page: Hono | null
}

/** Telegram's updates are a few kB; a megabyte is no update. */
const webhookBodyBytes = 1024 * 1024

export function createHttp({ health, metrics, webhook, dutyFeed, page }: HttpDeps): Hono {
  const http = new Hono()
  http.get('/healthz', async (c) => {
    const answer = await health()
    return c.json(answer, answer.ok ? 200 : 503)
  })
  if (metrics) {
    http.get('/metrics', async (c) => {
      const body = await metrics.registry.metrics()
      return c.body(body, 200, { 'content-type': metrics.registry.contentType })
    })
  }
  if (webhook) {
    http.post(webhook.path, bodyLimit({ maxSize: webhookBodyBytes, onError: (c) => c.body(null, 413) }), async (c) => {
      const body: unknown = await c.req.json().catch(() => null)
      const { status } = await webhook.handle(body, c.req.header('x-telegram-bot-api-secret-token'))
      return new Response(null, { status })
    })
  }
  if (dutyFeed) {
    // HEAD is answered as GET without its body.
    http.get('/duty/:file{.+\\.ics}', async (c) => {
      // An address of the wrong form is looked up like any other, so that the answer tells nothing about it.
      const calendar = await dutyFeed(c.req.param('file').slice(0, -'.ics'.length))
      if (calendar === null) return c.notFound()
      const etag = `"${createHash('sha256').update(calendar).digest('base64url')}"`
      const headers = { etag, 'cache-control': 'private, max-age=900', 'x-robots-tag': 'noindex' }
      if (c.req.header('if-none-match')?.includes(etag)) return c.body(null, 304, headers)
      return c.body(calendar, 200, { ...headers, 'content-type': 'text/calendar; charset=utf-8' })
    })
  }
  if (page) http.route('/', page)
  http.notFound((c) => c.text('Nothing here. /healthz and /metrics tell how the bot is.\n', 404))
  http.onError((_error, c) => c.text('Something went wrong on our side.\n', 500))
  return http
}

export interface Listening {
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/** How long a request may take to come in (ms), its headers and all of it; looked at every so often. */
const patience = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 }

/** Serves the app; refuses slow bodies and headers. @throws when the port is taken. */
export async function listen(
  http: Pick<Hono, 'fetch'>,
  host: string,
  port: number,
  timing: Partial<typeof patience> = {},
): Promise<Listening> {
  const server: Server = createServer({ ...patience, ...timing }, getRequestListener(http.fetch))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const { port: actual } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    port: actual,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // Streams of the page never end by themselves.
        server.closeAllConnections()
      }),
  }
}
