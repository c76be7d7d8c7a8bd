import { carryOut, record } from './call-api.ts'
import { readParams } from './params.ts'
import { dropExpired } from './updates.ts'
import type { Bot, QueuedUpdate, Webhook, World } from './world.ts'

const PATIENCE_MS = 60_000
const LONGEST_PAUSE_MS = 3_600_000
// In the reply to a webhook there is nobody to read what these return, or nothing they could change.
const NOT_IN_REPLIES = /^(get\w*|setwebhook|deletewebhook|close|logout)$/i

/**
 * Posts what is queued to the bot's webhook: one at a time per chat, several chats at once. An update leaves the queue on
 * any 2xx; anything else is tried again after a while, until its life is over.
 */
export function pumpWebhook(world: World, bot: Bot): void {
  const { webhook } = bot
  if (!webhook) return
  dropExpired(world, bot)
  for (const queued of bot.queue) {
    if (webhook.busyLanes.size >= webhook.maxConnections) return
    if (webhook.busyLanes.has(queued.lane)) continue
    webhook.busyLanes.add(queued.lane)
    void deliver(world, bot, webhook, queued).then((retryMs) => {
      const free = (): void => {
        webhook.busyLanes.delete(queued.lane)
        if (bot.webhook === webhook) pumpWebhook(world, bot)
      }
      if (retryMs === 0) free()
      else setTimeout(free, retryMs).unref()
    })
  }
}

/** Resolves with the milliseconds to wait before the lane goes on; 0 when the bot took the update. */
async function deliver(world: World, bot: Bot, webhook: Webhook, queued: QueuedUpdate): Promise<number> {
  let problem: string
  let patience = 0
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(webhook.secret !== undefined && { 'x-telegram-bot-api-secret-token': webhook.secret }),
      },
      body: JSON.stringify(queued.update),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const body = Buffer.from(await response.arrayBuffer())
    if (response.ok) {
      bot.queue = bot.queue.filter((other) => other !== queued)
      await carryOutReply(world, bot, response.headers.get('content-type') ?? '', body)
      return 0
    }
    patience = Number(response.headers.get('retry-after') ?? 0) * 1000
    problem = `Wrong response from the webhook: ${response.status} ${response.statusText}`
  } catch (error) {
    problem = error instanceof Error && error.name === 'TimeoutError' ? 'Read timeout expired' : 'Connection refused'
  }
  webhook.lastError = { at: world.now(), message: problem }
  return patience > 0 ? Math.min(patience, LONGEST_PAUSE_MS) : world.webhookRetryMs
}

/** A bot may answer a webhook with one method call; its outcome is told to nobody. */
async function carryOutReply(world: World, bot: Bot, contentType: string, body: Buffer): Promise<void> {
  if (!/^(application\/json|multipart)/i.test(contentType) || body.length === 0) return
  const params = readParams('', contentType, body)
  const { method } = params.values
  if (typeof method !== 'string' || NOT_IN_REPLIES.test(method)) return
  delete params.values.method
  record(world, bot, method, params, await carryOut(world, bot, method, params, new AbortController().signal))
}
