import { conflict } from './refusal.ts'
import type { Chat, Update, UpdateBody, User } from './wire.ts'
import type { Bot, QueuedUpdate, World } from './world.ts'

const DAY = 24 * 60 * 60_000
/** tdlib/telegram-bot-api drops a callback query that nobody fetched for this long. */
export const CALLBACK_LIFE = 150_000
const HISTORY = 20_000
// These come only to bots that ask for them by name.
const ON_REQUEST = ['chat_member', 'message_reaction', 'message_reaction_count']
export const OTHER_RUNNING = 'terminated by other getUpdates request; make sure that only one bot instance is running'
const HOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"

/** The kinds of update that Telegram knows. */
export const UPDATE_KINDS: readonly string[] = [
  ...['message', 'edited_message', 'channel_post', 'edited_channel_post', 'inline_query', 'chosen_inline_result'],
  ...['callback_query', 'shipping_query', 'pre_checkout_query', 'purchased_paid_media', 'poll', 'poll_answer'],
  ...['my_chat_member', 'chat_member', 'chat_join_request', 'chat_boost', 'removed_chat_boost', 'message_reaction'],
  ...['message_reaction_count', 'business_connection', 'business_message', 'edited_business_message'],
  ...['deleted_business_messages'],
]

/** What is queued for the bot from now on; none for the usual kinds, undefined for no change. It is kept between calls. */
export function allow(bot: Bot, kinds: string[] | undefined): void {
  if (kinds) bot.allowed = kinds.length > 0 ? kinds : undefined
}

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

/** Webhooks get the updates of one lane one after another; which lane is whose follows tdlib/telegram-bot-api. */
function laneOf(update: Update): string {
  // An injected update may be of any shape.
  const message = update.message ?? update.edited_message
  if (message) return `chat ${message.chat?.id}`
  if (update.callback_query) return `press ${update.callback_query.from?.id}`
  if (update.my_chat_member) return `me in ${update.my_chat_member.chat?.id}`
  if (update.chat_member) return `member ${idIn(update.chat_member.new_chat_member, 'user')}`
  if (update.message_reaction) return `reaction in ${idIn(update.message_reaction, 'chat')}`
  if (update.poll ?? update.poll_answer) return `poll ${update.poll?.id ?? update.poll_answer?.poll_id}`
  return `update ${update.update_id}`
}

function idIn(holder: Record<string, unknown> | undefined, field: 'user' | 'chat'): unknown {
  return (holder?.[field] as User | Chat | undefined)?.id
}

/** Forgets updates whose life is over on the sandbox's clock: 24 h, callback queries 150 s. */
export function dropExpired(world: World, bot: Bot): void {
  const now = world.now()
  if (bot.queue.some((queued) => queued.expiresAt < now)) {
    bot.queue = bot.queue.filter((queued) => queued.expiresAt >= now)
  }
}

/** An offset far from the numbers in use confirms nothing, as in tdlib's TQueue: ids begin anew after a silent week. */
function isPlausible(bot: Bot, offset: number): boolean {
  return offset <= bot.nextUpdateId + 10 && offset >= bot.nextUpdateId - 2_000_000
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
  /** The kinds wanted from now on; none for the usual ones, undefined for no change. */
  allowed: string[] | undefined
}

/**
 * One getUpdates call. Only `offset` confirms. A second call ends a waiting one with 409, an active webhook refuses.
 * Waiting ends early when `gone` is aborted (the client went away).
 */
export async function pollUpdates(world: World, bot: Bot, request: PollRequest, gone: AbortSignal): Promise<Update[]> {
  if (bot.webhook) throw conflict(HOOK_ACTIVE)
  bot.poll?.fail(conflict(OTHER_RUNNING))
  allow(bot, request.allowed)
  dropExpired(world, bot)
  if (request.offset > 0 && isPlausible(bot, request.offset)) confirm(bot, request.offset)
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
