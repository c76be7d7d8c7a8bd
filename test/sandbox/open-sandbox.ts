import { afterEach } from 'vitest'
import { createTelegram, type Telegram, type TelegramOptions } from '../../src/sandbox/telegram.ts'

export interface Answer {
  status: number
  ok: boolean
  result?: unknown
  error_code?: number
  description?: string
  parameters?: { retry_after?: number; migrate_to_chat_id?: number }
}

export interface OpenSandbox {
  tg: Telegram
  root: string
  /** A Bot API call with a JSON body, as the first bot. */
  api(method: string, params?: Record<string, unknown>): Promise<Answer>
  clock: { now: number }
}

const open: Telegram[] = []
afterEach(async () => {
  for (const tg of open.splice(0)) await tg.close()
})

/** 2026-11-16 09:00 in Shanghai: the instant at which every sandbox of these tests starts. */
export const START = Date.UTC(2026, 10, 16, 1, 0, 0)

/** A sandbox that listens, with a driven clock, three people and a group that the bot can read; closed after the test. */
export async function openSandbox(options: TelegramOptions = {}): Promise<OpenSandbox> {
  const clock = { now: START }
  const tg = createTelegram({ now: () => clock.now, bot: { can_read_all_group_messages: true }, ...options })
  open.push(tg)
  tg.addUser({ id: 101, first_name: '张女士' })
  tg.addUser({ id: 102, first_name: '王师傅', username: 'wang_shifu' })
  tg.addUser({ id: 103, first_name: 'Chen' })
  tg.addGroup({ id: -1001, title: '业主群', type: 'supergroup', owner: 103, members: [101, 102] })
  const root = await tg.listen()
  const api = async (method: string, params: Record<string, unknown> = {}): Promise<Answer> => {
    const response = await fetch(`${root}/bot${tg.bot.token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    })
    return { ...((await response.json()) as Omit<Answer, 'status'>), status: response.status }
  }
  return { tg, root, api, clock }
}
