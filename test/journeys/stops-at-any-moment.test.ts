import { afterEach, beforeEach, expect, it, onTestFailed, vi } from 'vitest'
import { createTelegram, type Telegram } from '../../src/sandbox/telegram.ts'
import { type BotProcess, killBotProcesses, startBotProcess } from '../support/bot-process.ts'
import { createTestDatabase, onServer, type TestDatabase } from '../support/database.ts'
import { waitFor } from '../support/wait-for.ts'

// Each test starts processes, each of which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

let database: TestDatabase
let telegram: Telegram
let apiRoot: string
beforeEach(async () => {
  database = await createTestDatabase()
  telegram = createTelegram()
  apiRoot = await telegram.listen()
})
afterEach(async () => {
  await killBotProcesses()
  await telegram.close()
  await database.drop()
})

function start(): BotProcess {
  const redis = process.env.REDIS_URL
  const bot = startBotProcess({
    BOT_TOKEN: telegram.bot.token,
    DATABASE_URL: database.url,
    TELEGRAM_API_ROOT: apiRoot,
    PORT: '0',
    ...(redis && { REDIS_URL: redis }),
  })
  onTestFailed(() => void process.stdout.write(bot.output()))
  return bot
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const gently = { code: 0, signal: null }

it('SIGTERM at any moment after the start ends it gently', async () => {
  const delays = Array.from({ length: 20 }, (_, nth) => 50 + Math.round((nth * 2_950) / 19))
  const stopNext = async (): Promise<void> => {
    for (let delay = delays.shift(); delay !== undefined; delay = delays.shift()) {
      const bot = start()
      await pause(delay)
      const how = await bot.end('SIGTERM')
      // Node needs a moment before it can hear a signal; until then the process is nothing that could be ended gently.
      if (how.signal === 'SIGTERM') expect(bot.output()).toBe('')
      else expect(how).toEqual(gently)
      expect(bot.output()).not.toContain('Error')
    }
  }
  await Promise.all([stopNext(), stopNext()])
})

const connected = async (name: string): Promise<number> => {
  const found = await database.sql`
    select from pg_stat_activity where datname = current_database() and application_name like ${name}`
  return found.length
}

it.each<[string, () => number | Promise<number>]>([
  // Short, so it may be over when we look: then the next thing that lasts.
  [
    'the database is looked at',
    async () => (await connected('huying migrate')) + (await connected('huying transaction')),
  ],
  ['Telegram is asked who the bot is', () => telegram.callsTo('getMe').length],
  ['the first transaction begins', () => connected('huying transaction')],
  ['the poller asks for its lock', () => connected('huying lock poller/%')],
  ['updates are fetched', () => telegram.callsTo('getUpdates').length],
  ['menus are set', () => telegram.callsTo('setMyCommands').length],
])('SIGTERM when %s ends it gently', async (_moment, reached) => {
  for (const later of [0, 10]) {
    await waitFor('nobody connected', async () => (await connected('huying_%')) === 0)
    const before = await reached()
    const bot = start()
    while ((await reached()) === before) await pause(1)
    await pause(later)
    expect(await bot.end('SIGTERM')).toEqual(gently)
    expect(bot.output()).not.toContain('Error')
  }
})

it('SIGTERM while tables are made leaves a database that the next start finishes', async () => {
  await onServer(database.url, 'drop schema public, drizzle cascade; create schema public')
  const cutOff = start()
  await waitFor('the first table', async () => {
    const [found] = await database.sql<{ made: boolean }[]>`select to_regnamespace('drizzle') is not null as made`
    return found?.made
  })
  expect(await cutOff.end('SIGTERM')).toEqual(gently)
  const bot = start()
  expect((await fetch(`${await bot.listening}/healthz`)).status).toBe(200)
  expect(await bot.end('SIGTERM')).toEqual(gently)
})
