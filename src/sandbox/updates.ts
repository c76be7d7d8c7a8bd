import { conflict } from './refusal.ts'
import type { Update, UpdateBody } from './wire.ts'
import type { Bot, QueuedUpdate, World } from './world.ts'

const DAY = 24 * 60 * 60_000
/** tdlib/telegram-bot-api drops a callback query that nobody fetched for this long. */
export const CALLBACK_LIFE = 150_000
const HISTORY = 20_000
// These come only to bots that ask for them by name.
const ON_REQUEST = ['chat_member', 'message_reaction', 'message_reaction_count']
export const OTHER_RUNNING = 'terminated by other getUpdates request; make sure that only one bot instance is running'
const HOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"

/** Numbers an update and queues it for the bot, unless the bot's allowed_updates leave its kind out. */
export function queueUpdate(world: World, bot: Bot, body: UpdateBody): Update | undefined {
  const kind = Object.keys(body).find((key) => key !== 'update_id') ?? ''
  const wanted = bot.allowed ? bot.allowed.includes(kind) : !ON_REQUEST.includes(kind)
  if (!wanted) return undefined
  const update: Update = { update_id: bot.nextUpdateId, ...body }
  bot.nextUpdateId += 1
  place(world, bot, update, false)
  return update
}

/** Queues a raw update as it is; one with an `update_id` of its own is handed over whatever the offset says. */
export function injectUpdate(world: World, bot: Bot, raw: UpdateBody & { update_id?: number }): Update {
  const { update_id: given, ...body } = raw
  const update: Update = { update_id: given ?? bot.nextUpdateId, ...body }
  if (given === undefined) bot.nextUpdateId += 1
  place(world, bot, update, given !== undefined)
  return update
}

/** Hands an update over once more, with the same id, although it was confirmed; a fault if it never existed. */
export function redeliverUpdate(world: World, bot: Bot, updateId: number): void {
  const known = bot.history.get(updateId)
  if (!known) throw new Error(`sandbox: no update ${updateId} to redeliver`)
  place(world, bot, known.update, true)
}

function place(world: World, bot: Bot, update: Update, forced: boolean): void {
  const at = world.now()
  const expiresAt = at + (update.callback_query ? CALLBACK_LIFE : DAY)
  const queued: QueuedUpdate = { update, at, expiresAt, forced, handed: false, lane: laneOf(update) }
  bot.queue.push(queued)
  bot.history.set(update.update_id, queued)
  if (bot.history.size > HISTORY) {
    const oldest = bot.history.keys().next()
    if (!oldest.done) bot.history.delete(oldest.value)
  }
  world.emit({ kind: 'update', token: bot.token, update })
  if (bot.webhook) world.pushToWebhook(bot)
  else bot.poll?.wake()
}

function laneOf(update: Update): string {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message
  return String(message?.chat.id ?? update.callback_query?.from.id ?? update.my_chat_member?.chat.id ?? '')
}

/** Forgets updates whose life is over on the sandbox's clock: 24 h, callback queries 150 s. */
export function dropExpired(world: World, bot: Bot): void {
  const now = world.now()
  if (bot.queue.some((queued) => queued.expiresAt < now)) {
    bot.queue = bot.queue.filter((queued) => queued.expiresAt >= now)
  }
}

function confirm(bot: Bot, offset: number): void {
  if (bot.queue.some((queued) => queued.forced)) {
    bot.queue = bot.queue.filter((q) => (q.forced ? !q.handed : q.update.update_id >= offset))
    return
  }
  const first = bot.queue.findIndex((queued) => queued.update.update_id >= offset)
  bot.queue.splice(0, first < 0 ? bot.queue.length : first)
}

export interface PollRequest {
  offset: number
  limit: number
  /** Seconds of real time that an empty answer may wait. */
  timeout: number
  allowed: string[] | undefined
}

/**
 * One getUpdates call. Only `offset` confirms. A second call ends a waiting one with 409, an active webhook refuses.
 * Waiting ends early when `gone` is aborted (the client went away).
 */
export async function pollUpdates(world: World, bot: Bot, request: PollRequest, gone: AbortSignal): Promise<Update[]> {
  if (bot.webhook) throw conflict(HOOK_ACTIVE)
  bot.poll?.fail(conflict(OTHER_RUNNING))
  if (request.allowed) bot.allowed = request.allowed.length > 0 ? request.allowed : undefined
  dropExpired(world, bot)
  if (request.offset > 0) confirm(bot, request.offset)
  else if (request.offset < 0) bot.queue.splice(0, Math.max(0, bot.queue.length + request.offset))
  if (bot.queue.length === 0 && request.timeout > 0) await waitForUpdate(bot, request.timeout, gone)
  if (gone.aborted) return []
  dropExpired(world, bot)
  const batch = bot.queue.slice(0, request.limit)
  for (const queued of batch) queued.handed = true
  return batch.map((queued) => queued.update)
}

function waitForUpdate(bot: Bot, timeout: number, gone: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(timer)
      gone.removeEventListener('abort', wake)
      if (bot.poll === poll) delete bot.poll
      settle()
    }
    const wake = (): void => end(resolve)
    const timer = setTimeout(wake, timeout * 1000)
    const poll = { wake, fail: (reason: Error) => end(() => reject(reason)) }
    bot.poll = poll
    gone.addEventListener('abort', wake)
  })
}
