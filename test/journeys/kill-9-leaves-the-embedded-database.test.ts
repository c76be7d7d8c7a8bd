import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { chats, KillableBot, reports } from '../support/killable-bot.ts'
import { waitFor } from '../support/wait-for.ts'

// Each test starts several processes, each of which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

let bot: KillableBot
beforeEach(async () => {
  bot = await KillableBot.open()
})
afterEach(async () => {
  // A test that failed half-way leaves the server behind.
  const left = await postmaster()
  if (left !== null && (await lives(left))) {
    process.kill(left, 'SIGINT')
    await waitFor('the end of PostgreSQL', () => isGone(left))
  }
  await bot.close()
})

/** The server's process, as the data directory names it. */
async function postmaster(): Promise<number | null> {
  const text = await readFile(join(bot.dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')
  return Number(text.split('\n')[0]) || null
}

async function lives(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  // Empty, on Linux, for a dead process that nobody has collected yet.
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null)) !== ''
}

async function isGone(pid: number): Promise<boolean> {
  return !(await lives(pid))
}

it('kill -9 with the embedded database: the next start adopts it, nothing is lost, and SIGTERM ends all', async () => {
  const first = await bot.start()
  bot.report(reports.quiet)
  const metrics = `${await first.listening}/metrics`
  await waitFor('both cards are down as sent', async () =>
    (await (await fetch(metrics)).text()).includes('huying_outbox_messages{status="sent"} 2'),
  )
  const server = await postmaster()
  if (server === null) throw new Error('no server')
  expect(await first.end('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' })
  expect(await lives(server)).toBe(true)

  const second = await bot.start()
  expect(await postmaster()).toBe(server)
  const card = bot.telegram.chat(chats.staff).find('#1')
  if (!card) throw new Error('no card')
  const answer = await bot.telegram.as(101).press(chats.staff, card, '接单')
  expect(answer).toMatchObject({ answered: true, alert: false })
  await waitFor('the card says so', () => bot.telegram.chat(chats.residents).find('#1')?.text.includes('王师傅'))
  expect(bot.sentTo('residents')).toHaveLength(1)
  expect(bot.sentTo('staff')).toHaveLength(1)

  expect(await second.end('SIGTERM')).toEqual({ code: 0, signal: null })
  expect(await postmaster()).toBeNull()
  // It takes its pid file away just before it goes.
  await waitFor('the end of PostgreSQL', () => isGone(server))
})
