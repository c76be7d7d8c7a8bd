import { Hono } from 'hono'
import { tour } from '../../seeds/tour.ts'
import type { Clock } from '../app/ports.ts'
import type { Huying } from '../huying.ts'
import type { Sandbox } from '../open-sandbox.ts'
import type { OpenStore } from '../open-store.ts'
import { createCurtain } from './curtain.ts'
import { openWeekWorld, type WeekWorld } from './week-world.ts'

/** Everything a newcomer sees without a token: the visitor's own neighbourhood, and under `/week/` the one in which the demo week plays. */
export interface NeighbourhoodPage {
  readonly app: Hono
  close(): Promise<void>
}

export function openNeighbourhoodPage(options: {
  readonly sandbox: Sandbox
  readonly huying: Huying
  readonly opened: OpenStore
  readonly redisUrl: string | null
  readonly clock: Clock
}): NeighbourhoodPage {
  const { sandbox, huying, opened, redisUrl, clock } = options
  let week: WeekWorld | null = null
  // One after the other: two who start the week at once get one week.
  let opening: Promise<unknown> = Promise.resolve()
  let closed = false

  function startWeek(): Promise<void> {
    const next = opening.then(async () => {
      if (closed) return
      const former = week
      week = null
      await former?.close()
      week = await openWeekWorld({
        databaseUrl: opened.databaseUrl,
        redisUrl,
        timezone: sandbox.setup.timezone,
        again: () => startWeek().then(() => './'),
      })
    })
    opening = next.catch(() => {})
    return next
  }

  const app = new Hono()
  app.get('/week', (c) => c.redirect('/week/'))
  app.mount('/week', (request) => week?.page.fetch(request) ?? Response.redirect(new URL('/', request.url)))
  app.route(
    '/',
    sandbox.page(huying, {
      tour,
      startPlayer: () => startWeek().then(() => 'week/'),
      curtain: createCurtain({ telegram: sandbox.telegram, store: opened.store, clock, queued: huying.queued }),
    }),
  )
  return {
    app,
    async close() {
      closed = true
      await opening
      await week?.close()
    },
  }
}
