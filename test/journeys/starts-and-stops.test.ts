import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, onTestFailed, vi } from 'vitest'
import { createTelegram, type Telegram } from '../../src/sandbox/telegram.ts'
import { aSetup } from '../db/builders.ts'
import { type BotProcess, killBotProcesses, startThroughNpm } from '../support/bot-process.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { waitFor } from '../support/wait-for.ts'

// Each test starts processes, each of which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 90_000 })

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

function start(env: Readonly<Record<string, string>>): BotProcess {
  const bot = startThroughNpm({ DATABASE_URL: database.url, TELEGRAM_API_ROOT: apiRoot, PORT: '0', ...env })
  onTestFailed(() => void process.stdout.write(bot.output()))
  return bot
}

/** What a process says when it gives up: one line, and no stack. */
function complaints(bot: BotProcess): readonly string[] {
  expect(bot.output()).not.toMatch(/^\s+at /m)
  return bot
    .output()
    .split('\n')
    .filter((line) => line.startsWith('huying: '))
}

it('SIGTERM to npm start ends everything', async () => {
  const bot = start({ BOT_TOKEN: telegram.bot.token })
  const health = await fetch(`${await bot.listening}/healthz`)
  expect(health.status).toBe(200)
  expect(await bot.end('SIGTERM')).toEqual({ code: 0, signal: null })
  await expect(fetch(`${await bot.listening}/healthz`)).rejects.toThrow()
})

it('F27 a token that Telegram does not know ends the start with one line, without the token', async () => {
  const bot = start({ BOT_TOKEN: '7000000009:unknown' })
  expect(await bot.ended).toEqual({ code: 78, signal: null })
  expect(complaints(bot)).toEqual([
    'huying: Telegram does not know this BOT_TOKEN; get the present one from @BotFather',
  ])
  expect(bot.output()).not.toContain('7000000009:unknown')
})

it('while Telegram does not answer, health says so and SIGTERM ends everything', async () => {
  await telegram.close()
  const other = createTelegram()
  const { port } = new URL(await other.listen())
  await other.close()
  const bot = start({ BOT_TOKEN: telegram.bot.token, PORT: port })
  const health = await waitFor('health', () => fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null))
  expect(health.status).toBe(503)
  expect(await health.json()).toMatchObject({ ok: false, parts: { database: { ok: true }, telegram: { ok: false } } })
  await waitFor('a try', () => bot.output().includes('Telegram does not say who the bot is'))
  expect(await bot.end('SIGTERM')).toEqual({ code: 0, signal: null })
})

it('F45 a community file with the chat of another community ends the start with its line, and changes nothing', async () => {
  const chat = { id: -1001, role: 'residents' as const, title: '业主群', buildings: [], threadId: null }
  await database.store.transaction((tx) => tx.communities.put(aSetup({ name: '有群小区', chats: [chat] })))
  const directory = await mkdtemp(join(tmpdir(), 'huying-start-'))
  const file = join(directory, 'community.yaml')
  await writeFile(
    file,
    'community: { name: 抢群小区 }\nchats:\n  - { id: -1009, role: staff }\n  - { id: -1001, role: residents }\n',
  )
  const bot = start({ BOT_TOKEN: telegram.bot.token, COMMUNITY_FILE: file })
  expect(await bot.ended).toEqual({ code: 78, signal: null })
  expect(complaints(bot)).toEqual([
    `huying: ${file}: line 4 chats.1.id: is -1001: this chat belongs to another community already: give the id of a chat of this one, or take the chat out of the file`,
  ])
  expect(await database.store.transaction((tx) => tx.communities.byName('抢群小区'))).toBeNull()
  await rm(directory, { recursive: true })
})

it('the sandbox answers after a second start on the same database', async () => {
  const reports = { '#1': '5号楼1单元楼道灯不亮了', '#2': '3号楼2单元电梯停了' }
  for (const [ticket, text] of Object.entries(reports)) {
    const bot = start({})
    const page = await bot.listening
    const action = { do: 'say', as: 401, chat: '-1001', text }
    const acted = await fetch(`${page}/api/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(action),
    })
    expect(await acted.json()).toEqual({ ok: true })
    await waitFor(ticket, async () => (await (await fetch(`${page}/api/state`)).text()).includes(ticket))
    expect(await bot.end('SIGTERM')).toEqual({ code: 0, signal: null })
  }
})
