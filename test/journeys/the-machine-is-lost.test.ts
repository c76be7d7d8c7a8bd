import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { chats, KillableBot, reports } from '../support/killable-bot.ts'
import { waitFor } from '../support/wait-for.ts'

// Several processes, each of which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

const run = promisify(execFile)
let bot: KillableBot
let elsewhere: string

beforeEach(async () => {
  bot = await KillableBot.open()
  elsewhere = await mkdtemp(join(tmpdir(), 'huying-elsewhere-'))
})
afterEach(async () => {
  await bot.close()
  await rm(elsewhere, { recursive: true, force: true })
})

const huying = (...args: string[]) =>
  run(process.execPath, ['--import', 'tsx', 'src/cli/huying.ts', ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: bot.dataDir },
  })

it('a backup taken while the bot runs brings the neighbourhood back after the machine is lost', async () => {
  const first = await bot.start()
  const metrics = `${await first.listening}/metrics`
  const sent = (count: number) =>
    waitFor(`${count} messages are down as sent`, async () =>
      (await (await fetch(metrics)).text()).includes(`huying_outbox_messages{status="sent"} ${count}`),
    )
  bot.report(reports.quiet)
  await sent(2)
  const file = join(elsewhere, 'backup.gz')
  expect((await huying('backup', file)).stdout).toContain(': 1 ticket, as of ')

  const pid = Number((await readFile(join(bot.dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
  await first.end('SIGKILL')
  process.kill(pid, 'SIGKILL')
  // The server's other processes may still be writing for a moment.
  await rm(bot.dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 })

  expect((await huying('restore', file)).stdout).toMatch(/^1 ticket is back/)
  const second = await bot.start()
  // The old card's button is known, a report gets the next number, and nothing old is sent once more.
  const card = bot.telegram.chat(chats.staff).find('#1')
  if (!card) throw new Error('no card')
  expect(await bot.telegram.as(101).press(chats.staff, card, '接单')).toMatchObject({ answered: true, alert: false })
  await waitFor('the card says so', () => bot.telegram.chat(chats.residents).find('#1')?.text.includes('王师傅'))
  bot.report('3号楼楼道灯不亮了')
  await waitFor('the next number', () => bot.telegram.chat(chats.staff).find('#2'))
  expect(bot.sentTo('staff').map((line) => /#\d+/.exec(line)?.[0])).toEqual(['#1', '#2'])
  expect(await second.end('SIGTERM')).toEqual({ code: 0, signal: null })
})
