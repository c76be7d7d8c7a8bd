import { randomInt } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { onTestFailed } from 'vitest'
import { createTelegram, type Telegram } from '../../src/sandbox/telegram.ts'
import { type BotProcess, type Ending, killBotProcesses, startBotProcess } from './bot-process.ts'
import { waitFor } from './wait-for.ts'

export const chats = { residents: -1001, staff: -1002, committee: -1003 } as const

/** Reports by what time does to them: nothing for hours, a reminder after a second, the committee after a second. */
export const reports = {
  quiet: '5号楼1单元楼道灯不亮了',
  reminded: '5号楼楼顶有人在违建搭棚子',
  escalated: '5号楼门口的垃圾三天没人清运了',
} as const

const community = `
community: { name: 幸福里小区 }
buildings: [{ name: "5", units: 2, floors: 11 }]
calendar: always
quiet_hours: none
chats:
  - { id: ${chats.residents}, role: residents, title: 业主群 }
  - { id: ${chats.staff}, role: staff, title: 物业工单群 }
  - { id: ${chats.committee}, role: committee, title: 督办群 }
people:
  - { id: 101, name: 王师傅, role: staff }
  - { id: 301, name: 陈书记, role: committee }
sla:
  repair: { acknowledge: PT2H, onsite: none, resolve: none, clock: always }
  enforcement: { acknowledge: PT1H, onsite: none, resolve: none, clock: always, warn: 0.0003 }
  complaint: { acknowledge: PT1S, onsite: none, resolve: none, clock: always, warn: 0.9999 }
ladder:
  - { level: 1, notify: committee, after: PT0S }
`

export interface BotParts {
  readonly telegram: Telegram
  readonly directory: string
  readonly env: Readonly<Record<string, string>>
}

/** A local Telegram in this process, and the bot as a process that may die and be started again. */
export class KillableBot {
  readonly telegram: Telegram
  readonly #directory: string
  readonly #env: Readonly<Record<string, string>>

  protected constructor({ telegram, directory, env }: BotParts) {
    this.telegram = telegram
    this.#directory = directory
    this.#env = env
  }

  /** With an embedded database in `dataDir`. */
  static async open(): Promise<KillableBot> {
    return new KillableBot(await prepareBot())
  }

  get dataDir(): string {
    return join(this.#directory, 'data')
  }

  /** Starts the bot, to die at a point if one is given. Resolves when it listens. */
  async start(crashAt?: string): Promise<BotProcess> {
    const bot = startBotProcess({ ...this.#env, ...(crashAt !== undefined && { HUYING_CRASH_AT: crashAt }) })
    onTestFailed(() => console.log(`— ${crashAt ?? 'not to die'}\n${bot.output()}`))
    await bot.listening
    return bot
  }

  report(text: string): void {
    this.telegram.as(401).say(chats.residents, text)
  }

  /** First lines of the messages that reached a chat, in order; edits do not count. */
  sentTo(chat: keyof typeof chats): readonly string[] {
    const sent = this.telegram.callsTo('sendMessage').filter(({ params }) => Number(params.chat_id) === chats[chat])
    return sent.filter(({ outcome }) => outcome.ok).map(({ params }) => String(params.text).split('\n')[0] ?? '')
  }

  async close(): Promise<void> {
    await killBotProcesses()
    await forgetQueues(`huying-${this.telegram.bot.user.id}-`)
    await this.telegram.close()
    await rm(this.#directory, { recursive: true, force: true })
  }
}

export async function prepareBot(): Promise<BotParts> {
  const directory = await mkdtemp(join(tmpdir(), 'huying-kill-'))
  const file = join(directory, 'community.yaml')
  await writeFile(file, community)
  const telegram = neighbourhood()
  const redis = process.env.REDIS_URL
  const env = {
    BOT_TOKEN: telegram.bot.token,
    TELEGRAM_API_ROOT: await telegram.listen(),
    DATA_DIR: join(directory, 'data'),
    COMMUNITY_FILE: file,
    PORT: '0',
    ...(redis && { REDIS_URL: redis }),
  }
  return { telegram, directory, env }
}

/** How the process ended; throws if it lives on. */
export async function endOf(bot: BotProcess): Promise<Ending> {
  let ending: Ending | null = null
  void bot.ended.then((how) => {
    ending = how
  })
  return waitFor('the end of the process', () => ending)
}

function neighbourhood(): Telegram {
  // A bot of its own: its queues are then its own, too, where several worlds share one Redis.
  const telegram = createTelegram({ bot: { id: randomInt(1e9, 1e10), can_read_all_group_messages: true } })
  const people = { 101: '王师傅', 301: '陈书记', 401: '张女士' }
  for (const [id, name] of Object.entries(people)) telegram.addUser({ id: Number(id), first_name: name })
  telegram.addGroup({ id: chats.residents, title: '业主群', members: [401] })
  telegram.addGroup({ id: chats.staff, title: '物业工单群', members: [101] })
  telegram.addGroup({ id: chats.committee, title: '督办群', members: [301] })
  return telegram
}

/** Redis keeps what a killed process left there; PostgreSQL's queues go with their database. */
async function forgetQueues(prefix: string): Promise<void> {
  const url = process.env.REDIS_URL
  if (!url) return
  const redis = new Redis(url)
  for await (const keys of redis.scanStream({ match: `bull:${prefix}*`, count: 1000 })) {
    if (keys.length > 0) await redis.unlink(keys)
  }
  redis.disconnect()
}
