import { flag, integer, list, text } from '../params.ts'
import { badRequest, conflict } from '../refusal.ts'
import { dropExpired, pollUpdates } from '../updates.ts'
import type { Update } from '../wire.ts'
import type { MethodCall } from './method.ts'

export function getUpdates({ world, bot, params, gone }: MethodCall): Promise<Update[]> {
  const request = {
    offset: integer(params, 'offset') ?? 0,
    limit: Math.min(Math.max(integer(params, 'limit') ?? 100, 1), 100),
    timeout: Math.min(Math.max(integer(params, 'timeout') ?? 0, 0), 50),
    allowed: allowedUpdates(params),
  }
  return pollUpdates(world, bot, request, gone)
}

export function setWebhook(call: MethodCall): true {
  const { world, bot, params } = call
  const url = text(params, 'url') ?? ''
  if (url === '') return deleteWebhook(call)
  // Telegram's own server wants https here; plain http is what a bot under test listens on.
  if (!/^https?:\/\/[^/]/i.test(url)) throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  const secret = text(params, 'secret_token')
  if (secret !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) {
    throw badRequest('secret token contains unallowed characters')
  }
  const allowed = allowedUpdates(params)
  if (allowed) bot.allowed = allowed.length > 0 ? allowed : undefined
  if (flag(params, 'drop_pending_updates')) bot.queue = []
  const maxConnections = Math.min(Math.max(integer(params, 'max_connections') ?? 40, 1), 100)
  bot.webhook = { url, maxConnections, busyLanes: new Set(), ...(secret !== undefined && { secret }) }
  bot.poll?.fail(conflict('terminated by setWebhook request'))
  world.pushToWebhook(bot)
  return true
}

export function deleteWebhook({ bot, params }: MethodCall): true {
  delete bot.webhook
  if (flag(params, 'drop_pending_updates')) bot.queue = []
  return true
}

export function getWebhookInfo({ world, bot }: MethodCall): unknown {
  dropExpired(world, bot)
  const { webhook } = bot
  return {
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: bot.queue.length,
    ...(webhook && { max_connections: webhook.maxConnections }),
    ...(webhook?.lastError && {
      last_error_date: Math.floor(webhook.lastError.at / 1000),
      last_error_message: webhook.lastError.message,
    }),
    ...(bot.allowed && { allowed_updates: bot.allowed }),
  }
}

function allowedUpdates(params: MethodCall['params']): string[] | undefined {
  return list(params, 'allowed_updates')?.filter((kind) => typeof kind === 'string')
}
