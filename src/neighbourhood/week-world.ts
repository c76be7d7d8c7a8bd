import type { Hono } from 'hono'
import { weekStart } from '../../seeds/week.ts'
import { createCurtain } from './curtain.ts'
import { openDemo } from './open-demo.ts'
import { instant } from './run-week.ts'
import { travelInSight } from './travel-in-sight.ts'
import { playWeek } from './week-player.ts'

/** A neighbourhood of its own in which the demo week plays, with its page. */
export interface WeekWorld {
  readonly page: Hono
  close(): Promise<void>
}

/** How often a world looks after what is due once its clock runs. */
const SWEEP_EVERY_MS = 2000

/** Opens a fresh neighbourhood at the week's beginning and starts to play. When the script has ended its clock runs. */
export async function openWeekWorld(options: {
  /** A server on which a database is made and dropped. */
  readonly databaseUrl: string
  readonly redisUrl: string | null
  readonly timezone: string
  /** Opens the week from its start; resolves with its address relative to this page. */
  readonly again: () => Promise<string>
}): Promise<WeekWorld> {
  const { databaseUrl, redisUrl, timezone, again } = options
  const world = await openDemo({ databaseUrl, redisUrl, at: instant(timezone, weekStart) })
  const { telegram, clock, bot, huying, sandbox, store } = world
  let sweeping: NodeJS.Timeout | undefined
  const player = playWeek(world, {
    timezone,
    onTaken() {
      clock.start()
      telegram.announceClock()
      sweeping = setInterval(() => void huying.sweep().catch(() => {}), SWEEP_EVERY_MS)
    },
  })
  const page = sandbox.page(huying, {
    player,
    startPlayer: again,
    home: '../',
    curtain: createCurtain({ telegram, store, clock, queued: huying.queued }),
    timeTravel: {
      now: clock.now,
      runs: () => clock.runs,
      advance: (ms) => travelInSight({ clock, bot, telegram }, clock.now() + ms),
    },
  })
  return {
    page,
    async close() {
      player.stop()
      await player.finished
      clearInterval(sweeping)
      await world.close()
    },
  }
}
