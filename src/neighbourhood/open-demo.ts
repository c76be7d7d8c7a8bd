import { randomBytes } from 'node:crypto'
import type { Log } from '../app/log.ts'
import { type StartableClock, startableClock, type Traveller } from '../clocks.ts'
import type { Instant } from '../domain/ids.ts'
import { type Huying, startHuying } from '../huying.ts'
import { openSandbox, type Sandbox, throughTelegram } from '../open-sandbox.ts'
import type { OpenStore } from '../open-store.ts'
import type { Telegram } from '../sandbox/telegram.ts'
import { forgetQueues } from './forget-queues.ts'
import { openTemporaryDatabase } from './temporary-database.ts'

/** A neighbourhood that lives as long as the demo. */
export interface DemoWorld {
  readonly telegram: Telegram
  readonly clock: StartableClock
  readonly bot: Traveller
  readonly huying: Huying
  readonly sandbox: Sandbox
  readonly store: OpenStore['store']
  /** What the bot reported as a fault so far. */
  readonly faults: readonly string[]
  /** Stops everything and leaves nothing behind. */
  close(): Promise<void>
}

/** Starts database, local Telegram and the bot at an instant at which time then stands still. */
export async function openDemo(options: {
  /** A server on which a database is made and dropped; null brings its own. */
  readonly databaseUrl: string | null
  readonly redisUrl: string | null
  readonly at: Instant
}): Promise<DemoWorld> {
  const { redisUrl, at } = options
  const faults: string[] = []
  const log: Log = {
    info: () => {},
    warn: () => {},
    error: (facts, message) => void faults.push(`${message} ${JSON.stringify(facts)}`),
  }
  /** In the order of opening; closed in reverse. */
  const opened: (() => Promise<void>)[] = []
  const close = async (): Promise<void> => {
    for (const one of opened.splice(0).reverse()) await one()
  }
  try {
    const database = await openTemporaryDatabase(options.databaseUrl, log)
    opened.push(() => database.close())
    const clock = startableClock(at)
    const sandbox = await openSandbox(clock)
    opened.push(() => sandbox.close())
    const queuePrefix = `huying-demo-${randomBytes(4).toString('hex')}`
    if (redisUrl !== null) opened.push(() => forgetQueues(redisUrl, queuePrefix))
    const huying = await startHuying({
      opened: database,
      botToken: sandbox.token,
      telegramApiRoot: sandbox.apiRoot,
      webhook: null,
      redisUrl,
      queuePrefix,
      ownerIds: [],
      clock,
      log,
      sweepEveryMs: null,
      onUnauthorized: () => void faults.push('the token was refused'),
    })
    opened.push(() => huying.stop())
    await sandbox.settleIn(huying)
    return {
      telegram: sandbox.telegram,
      clock,
      bot: throughTelegram(huying, sandbox.telegram),
      huying,
      sandbox,
      store: database.store,
      faults,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
