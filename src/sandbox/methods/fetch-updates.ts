import { flag, integer, text } from '../params.ts'
import { badRequest, conflict } from '../refusal.ts'
import { allow, dropExpired, pollUpdates, UPDATE_KINDS } from '../updates.ts'
import type { Update } from '../wire.ts'
import { type MethodCall, Told } from './method.ts'

export function getUpdates({ world, bot, params, gone }: MethodCall): Promise<Update[]> {
  const request = {
    offset: integer(params, 'offset') ?? 0,
    limit: Math.min(Math.max(integer(params, 'limit') ?? 100, 1), 100),
    timeout: Math.min(Math.max(integer(params, 'timeout') ?? 0, 0), 50),
    allowed: allowedUpdates(params),
  }
  return pollUpdates(world, bot, request, gone)
}

export function setWebhook(call: MethodCall): Told {
  const { world, bot, params } = call
  const url = text(params, 'url') ?? ''
  if (url === '') return deleteWebhook(call)
  const problem = webhookProblem(url)
  if (problem) throw badRequest(problem)
  const secret = text(params, 'secret_token')
  if (secret !== undefined && secret.length > 256) throw badRequest('secret token is too long')
  if (secret !== undefined && !/^[A-Za-z0-9_-]*$/.test(secret))
    throw badRequest('secret token contains unallowed characters')
  allow(bot, allowedUpdates(params))
  const maxConnections = Math.min(Math.max(integer(params, 'max_connections') ?? 40, 1), 100)
  const { webhook: now } = bot
  const isSame = now?.url === url && now.secret === (secret || undefined) && now.maxConnections === maxConnections
  if (isSame && !flag(params, 'drop_pending_updates')) return new Told('Webhook is already set')
  if (flag(params, 'drop_pending_updates')) bot.queue = []
  bot.webhook = {
    url: url.includes('://') ? url : `https://${url}`,
    maxConnections,
    busyLanes: new Set(),
    ...(secret && { secret }),
  }
  bot.poll?.fail(conflict('terminated by setWebhook request'))
  world.pushToWebhook(bot)
  return new Told('Webhook was set')
}

/** Telegram's own server wants https here; plain http is what a bot under test listens on. */
function webhookProblem(url: string): string | undefined {
  const whole = url.includes('://') ? url : `https://${url}`
  if (!URL.canParse(whole)) return 'invalid webhook URL specified'
  return /^https?:$/.test(new URL(whole).protocol)
    ? undefined
    : 'bad webhook: An HTTPS URL must be provided for webhook'
}

export function deleteWebhook({ bot, params }: MethodCall): Told {
  const told = new Told(bot.webhook ? 'Webhook was deleted' : 'Webhook is already deleted')
  delete bot.webhook
  if (flag(params, 'drop_pending_updates')) bot.queue = []
  return told
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

/**
 * The kinds that `allowed_updates` names, in any case; names that Telegram does not know are left out, and a value that is no
 * list of texts is taken for none given.
 */
function allowedUpdates({ values }: MethodCall['params']): string[] | undefined {
  const given = typeof values.allowed_updates === 'string' ? parsed(values.allowed_updates) : values.allowed_updates
  if (!Array.isArray(given) || given.some((kind) => typeof kind !== 'string')) return undefined
  return given.map((kind: string) => kind.toLowerCase()).filter((kind) => UPDATE_KINDS.includes(kind))
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
