import { createFaultScript } from './faults.ts'
import { createFileStore } from './files.ts'
import { createLimits } from './limits.ts'
import { pumpWebhook } from './webhook.ts'
import type { Bot, SandboxEvent, World } from './world.ts'

export interface BotOptions {
  token?: string
  id?: number
  username?: string
  first_name?: string
  /** Privacy mode off. On (false) unless given, as BotFather leaves it. */
  can_read_all_group_messages?: boolean
}

export interface WorldOptions {
  /** The clock of dates, lives and limits; epoch ms. The machine's unless given. Long polls wait in real time always. */
  now?: () => number
  /** The number of each chat's first message and the first serial in ids; 1 unless given. */
  firstMessageId?: number
  /** Whether Telegram's sending limits hold. Off unless given. */
  limits?: boolean
  /** Real milliseconds after which a webhook that failed is tried again; 1000 unless given. */
  webhookRetryMs?: number
  /** How many calls the ledger keeps at least; all unless given. */
  keepCalls?: number
}

/** An empty world. `emit` is told everything that happens in it. */
export function createWorld(options: WorldOptions, emit: (event: SandboxEvent) => void): World {
  const firstMessageId = options.firstMessageId ?? 1
  let serial = firstMessageId - 1
  const world: World = {
    now: options.now ?? Date.now,
    bots: new Map(),
    users: new Map(),
    rooms: new Map(),
    firstMessageId,
    files: createFileStore(),
    calls: [],
    keepCalls: options.keepCalls ?? Number.POSITIVE_INFINITY,
    callbacks: new Map(),
    polls: new Map(),
    faults: createFaultScript(),
    limits: options.limits ? createLimits() : undefined,
    webhookRetryMs: options.webhookRetryMs ?? 1000,
    nextSerial() {
      serial += 1
      return serial
    },
    emit,
    pushToWebhook: (bot) => pumpWebhook(world, bot),
  }
  return world
}

/** Registers a bot; id, name and token are made up where they are left out. */
export function createBot(world: World, options: BotOptions, firstUpdateId = 1000): Bot {
  const id = options.id ?? Number(options.token?.split(':')[0] ?? 7_000_000_001 + world.bots.size)
  const token = options.token ?? `${id}:SANDBOX-token-good-on-this-machine-only`
  if (world.bots.has(token)) throw new Error('sandbox: that token is taken')
  const username = options.username ?? `sandbox_${id}_bot`
  const user = { id, is_bot: true, first_name: options.first_name ?? username, username }
  const bot: Bot = {
    token,
    user,
    readsAll: options.can_read_all_group_messages ?? false,
    queue: [],
    history: new Map(),
    nextUpdateId: firstUpdateId,
    commands: new Map(),
    profile: new Map(),
  }
  world.bots.set(token, bot)
  world.users.set(id, user)
  return bot
}
