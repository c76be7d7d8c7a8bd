import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { onTestFinished } from 'vitest'
import { readCommunityFile } from '../../src/cli/community-file.ts'
import { toSetup } from '../../src/cli/to-setup.ts'
import { type MovableClock, standingClock, travel } from '../../src/clocks.ts'
import type { Sql } from '../../src/db/session.ts'
import { type ChinaDays, publishedDays, withYears } from '../../src/domain/time/china-days.ts'
import { localToUtc } from '../../src/domain/time/zone.ts'
import { type Huying, type HuyingOptions, startHuying } from '../../src/huying.ts'
import { throughTelegram } from '../../src/open-sandbox.ts'
import type { Person } from '../../src/sandbox/person.ts'
import { createTelegram, type Telegram } from '../../src/sandbox/telegram.ts'
import type { MessageView } from '../../src/sandbox/view.ts'
import { createTestDatabase } from './database.ts'
import { type Severable, severable } from './severable.ts'

export const zone = 'Asia/Shanghai'

/** A small neighbourhood: one chat of each role, two of staff, a manager, a secretary; the product's default policy. */
export const community = `
community: { name: 幸福里小区, timezone: ${zone}, language: zh-CN, households: 1200 }
buildings:
  - { name: "3", units: 2, floors: 18, handover: 2023-06-30, grid: 赵网格 }
  - { name: "5", units: 2, floors: 11, handover: 2019-09-30, grid: 赵网格 }
chats:
  - { id: -1001, role: residents, title: 业主群 }
  - { id: -1002, role: staff, title: 物业工单群 }
  - { id: -1003, role: committee, title: 督办群 }
people:
  - { id: 101, name: 王师傅, role: staff, trades: [elevator, power] }
  - { id: 102, name: 刘师傅, role: staff, trades: [water, leak] }
  - { id: 201, name: 李经理, role: manager }
  - { id: 301, name: 陈书记, role: committee, title: 书记 }
`

const users = {
  王师傅: 101,
  刘师傅: 102,
  李经理: 201,
  陈书记: 301,
  张女士: 401,
  老李: 402,
  小陈: 403,
  陌生人: 499,
} as const

const chats = { 业主群: -1001, 物业工单群: -1002, 督办群: -1003 } as const

export type UserName = keyof typeof users
export type ChatName = keyof typeof chats

export interface WorldOptions {
  /** Community files to import; the first one's chats are the named ones. */
  readonly communities?: readonly string[]
  /** Local time at which the world starts. Wednesday 2026-11-18 10:00 unless given. */
  readonly at?: string
  readonly canReadAll?: boolean
  /** Enforce Telegram's limits (20/min per group). */
  readonly limits?: boolean
  readonly owners?: readonly number[]
  /** Serve a webhook on `world.webhookPort` instead of polling. */
  readonly webhookSecret?: string
  /** China's days; unless given the library's, with 2027 known: nobody is warned of it. */
  readonly chinaDays?: ChinaDays
  /** A server that is asked about doubtful lines. */
  readonly secondOpinion?: HuyingOptions['secondOpinion']
  readonly publicUrl?: string
  readonly deadmanUrl?: string
  /** The line to the database can be cut: `world.line`. */
  readonly severable?: boolean
  /** Told of every line of the log, as it is before secrets are blotted out. */
  readonly onLog?: (line: string) => void
  /** Where BullMQ runs; unless given REDIS_URL, else PostgreSQL. */
  readonly redisUrl?: string
  readonly probe?: HuyingOptions['probe']
}

/** As if the notice for 2027 were out; its only day off is New Year. */
export const daysWith2027 = withYears(publishedDays, [{ year: 2027, holidays: ['2027-01-01'], makeUpDays: [] }])

/**
 * A whole bot over HTTP against a local Telegram, a database of its own and a clock that stands still. Stopped at
 * the end of its test. BullMQ runs on Redis where REDIS_URL is set, else on PostgreSQL.
 */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  let line: Severable | null = null
  const database = await createTestDatabase(options.chinaDays ?? daysWith2027, {
    through: async (url) => {
      if (!options.severable) return url
      line = await severable(url)
      return line.url
    },
  })
  const truth = standingClock(instant(options.at ?? '2026-11-18 10:00'))
  let off = 0
  const clock: MovableClock = { now: () => truth.now() + off, moveTo: (at) => truth.moveTo(at - off) }
  const putClock = (ms: number): void => {
    off += ms
  }
  const telegram = createTelegram({
    now: truth.now,
    limits: options.limits ?? false,
    bot: { username: 'huying_bot', can_read_all_group_messages: options.canReadAll ?? true },
  })
  for (const [name, id] of Object.entries(users)) telegram.addUser({ id, first_name: name })
  telegram.addGroup({ id: chats.业主群, title: '业主群', owner: 201, members: [401, 402, 403, 101] })
  telegram.addGroup({ id: chats.物业工单群, title: '物业工单群', owner: 201, members: [101, 102] })
  telegram.addGroup({ id: chats.督办群, title: '督办群', owner: 301, members: [] })
  const errors: string[] = []
  const hear = (facts: object, message: string): string => {
    const line = `${message} ${JSON.stringify(facts)}`
    options.onLog?.(line)
    return line
  }
  const log = {
    info: hear,
    warn: hear,
    error: (facts: object, message: string) => void errors.push(hear(facts, message)),
  }
  const webhookPort = options.webhookSecret === undefined ? 0 : await freePort()
  // An owner has opened the private chat; a bot cannot write to anybody first.
  for (const owner of options.owners ?? []) await telegram.as(owner).start()
  const apiRoot = await telegram.listen()
  const start = (): Promise<Huying> =>
    startHuying({
      opened: { store: database.store, databaseUrl: database.url, close: async () => {} },
      botToken: telegram.bot.token,
      telegramApiRoot: apiRoot,
      webhook:
        options.webhookSecret === undefined
          ? null
          : { url: new URL(`http://127.0.0.1:${webhookPort}/hook`), secret: options.webhookSecret },
      redisUrl: options.redisUrl ?? process.env.REDIS_URL ?? null,
      queuePrefix: `t${database.url.split('/').at(-1)}`,
      ownerIds: options.owners ?? [],
      secondOpinion: options.secondOpinion ?? null,
      publicUrl: options.publicUrl ?? null,
      deadmanUrl: options.deadmanUrl ?? null,
      ...(options.probe && { probe: options.probe }),
      clock,
      log,
      sweepEveryMs: null,
      onUnauthorized: () => void errors.push('unauthorized'),
    })
  const huying = await start()
  for (const file of options.communities ?? [community]) await huying.app.importCommunity(readSetup(file))
  const world = new World(telegram, huying, clock, errors, database.sql, webhookPort, start, line, putClock)
  onTestFinished(async () => {
    await world.stop()
    await telegram.close()
    await database.drop()
    await world.line?.cut()
  })
  return world
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/** A community file that must be right. */
export function readSetup(file: string) {
  const read = readCommunityFile(file)
  if (!read.ok) throw new Error(read.problems.map(({ line, message }) => `${line}: ${message.en}`).join('\n'))
  return toSetup(read.value)
}

/** Local wall-clock time of the test neighbourhood as an instant. */
export function instant(local: string): number {
  const [date = '', time = ''] = local.split(' ')
  return localToUtc(zone, date, time)
}

export class World {
  readonly telegram: Telegram
  huying: Huying
  readonly errors: string[]
  /** A look at the tables, past the store. */
  readonly sql: Sql
  readonly webhookPort: number
  /** The line to the database, where the world was started with one that can be cut. */
  readonly line: Severable | null
  /** The machine's clock is put forward or back (ms); Telegram's is not. */
  readonly putClock: (ms: number) => void
  readonly #clock: MovableClock
  readonly #seen = new Map<string, string>()
  readonly #start: () => Promise<Huying>
  #stopped = false

  constructor(
    telegram: Telegram,
    huying: Huying,
    clock: MovableClock,
    errors: string[],
    sql: Sql,
    webhookPort: number,
    start: () => Promise<Huying>,
    line: Severable | null,
    putClock: (ms: number) => void,
  ) {
    this.putClock = putClock
    this.line = line
    this.#start = start
    this.sql = sql
    this.webhookPort = webhookPort
    this.telegram = telegram
    this.huying = huying
    this.#clock = clock
    this.errors = errors
  }

  as(name: UserName): Person {
    return this.telegram.as(users[name])
  }

  /** Somebody writes in a chat, and everything that follows from it happens. */
  async say(
    name: UserName,
    chat: ChatName | 'dm',
    text: string,
    how: Parameters<Person['say']>[2] = {},
  ): Promise<MessageView> {
    const sent = await this.as(name).say(chat === 'dm' ? 'dm' : chats[chat], text, how)
    await this.settle()
    return sent
  }

  /** Somebody presses a button of the newest message of the bot that contains `on`; answers the toast. */
  async press(name: UserName, chat: ChatName | 'dm', on: string | RegExp, label: string | RegExp): Promise<string> {
    const id = chat === 'dm' ? users[name] : chats[chat]
    const message = this.telegram.chat(id).find(on)
    if (!message) throw new Error(`no message with ${on} in ${chat}`)
    const answer = await this.as(name).press(chat === 'dm' ? 'dm' : id, message, label)
    await this.settle()
    return answer.text ?? ''
  }

  /** Time passes until a local time, stopping at everything that falls due. */
  async until(local: string): Promise<void> {
    await travel(this.#clock, throughTelegram(this.huying, this.telegram), instant(local))
  }

  /** The process ends and time passes without it, whatever falls due; people go on writing to Telegram. */
  async outageUntil(local: string): Promise<void> {
    await this.stop()
    this.#clock.moveTo(instant(local))
  }

  /** A new process on the same database. Comes to rest unless told not to. */
  async comeBack({ settle = true } = {}): Promise<void> {
    this.huying = await this.#start()
    this.#stopped = false
    if (settle) await this.settle()
  }

  /** The clock goes on and nothing is done. */
  passUntil(local: string): void {
    this.#clock.moveTo(instant(local))
  }

  /** The clock goes on and the sweep runs, without waiting for what Telegram holds. */
  async sweepAt(local: string): Promise<void> {
    this.#clock.moveTo(instant(local))
    await this.huying.sweep()
    await this.huying.settle()
  }

  /** Everything that was begun comes to its end; the seconds that Telegram's limits ask for go by. */
  async settle(): Promise<void> {
    const traveller = throughTelegram(this.huying, this.telegram)
    await traveller.settle()
    for (;;) {
      const [waiting] = await this.sql<{ at: number | null }[]>`
        select min(not_before) as at from outbox where status = 'pending' and not_before > ${this.#clock.now()}`
      if (waiting?.at == null || waiting.at > this.#clock.now() + 61_000) return
      await travel(this.#clock, traveller, waiting.at)
    }
  }

  /** Every message of the bot that is visible in a chat now: text and buttons. */
  shows(chat: ChatName | UserName): readonly string[] {
    const id = chat in chats ? chats[chat as ChatName] : users[chat as UserName]
    return this.telegram.chat(id).fromBot.map(print)
  }

  /**
   * What the bot has newly written or changed since the last call, chat by chat; chats in which nothing happened are left
   * out. Comparing this with toEqual means: exactly these messages, and none anywhere else.
   */
  news(): Readonly<Record<string, readonly string[]>> {
    const found: Record<string, string[]> = {}
    for (const chat of this.telegram.chats()) {
      for (const message of chat.messages) {
        if (!message.byBot) continue
        const text = message.deleted ? '(deleted)' : print(message)
        const key = `${chat.id}/${message.id}`
        const before = this.#seen.get(key)
        if (before === text) continue
        this.#seen.set(key, text)
        const name = chat.chat.title ?? chat.chat.first_name ?? String(chat.id)
        found[name] = [...(found[name] ?? []), before === undefined ? text : `✎ ${text}`]
      }
    }
    return found
  }

  async stop(): Promise<void> {
    if (this.#stopped) return
    this.#stopped = true
    await this.huying.stop()
  }
}

function print(message: MessageView): string {
  const buttons = message.keyboard.map((row) => row.map((button) => `[${button.text}]`).join(' '))
  const picture = message.photo
    ? ['(图)']
    : message.files.filter(() => message.wire.document).map(({ name }) => `(文件 ${name})`)
  return [...picture, message.text, ...buttons].join('\n')
}
