import { TelegramError } from 'telegraf'
import { NoAnswerInTime } from './telegram-client.ts'

/** What went wrong with a call, in words that hold neither the token nor anything anybody wrote. */
export type TelegramFault =
  /** Telegram answered and said no. */
  | {
      readonly kind: 'refused'
      readonly code: number
      readonly description: string
      readonly retryAfterMs: number | null
      readonly migratedTo: number | null
    }
  /** Nothing reached Telegram: no address, no connection, no TLS. */
  | { readonly kind: 'undelivered'; readonly error: string }
  /** It may have been carried out: the answer was lost, late or no answer at all. */
  | { readonly kind: 'unknown'; readonly error: string }

/** Codes that only a connection which never came up can give. */
const neverConnected = new Set([
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'EAI_NONAME',
  'EPROTO',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'CERT_SIGNATURE_FAILURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])
/** Causes in words where the code alone does not tell a connection that never came up from one that broke. */
const neverConnectedText = /reason: (connect |Client network socket disconnected before secure TLS)/

/** Sorts whatever a call threw. 5xx, HTML instead of JSON, resets and time-outs are `unknown`, never a refusal. */
export function readFault(error: unknown): TelegramFault {
  if (error instanceof NoAnswerInTime) return { kind: 'unknown', error: error.message }
  if (error instanceof TelegramError) {
    // telegraf makes one of these of any JSON that is not a success, whether or not Telegram wrote it.
    const code: unknown = error.code
    if (typeof code !== 'number' || code < 400) return { kind: 'unknown', error: 'the answer was not Telegram’s' }
    if (code >= 500) return { kind: 'unknown', error: `Telegram answered ${code}` }
    return {
      kind: 'refused',
      code,
      description: withoutQuotes(String(error.description)),
      retryAfterMs: error.parameters?.retry_after === undefined ? null : error.parameters.retry_after * 1000,
      migratedTo: error.parameters?.migrate_to_chat_id ?? null,
    }
  }
  if (!(error instanceof Error)) return { kind: 'unknown', error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  const type = 'type' in error && typeof error.type === 'string' ? error.type : null
  if (error.name === 'AbortError') return { kind: 'unknown', error: 'stopped while waiting for the answer' }
  // Only FetchError carries a type; its message holds the address and with it the token, so none of it is passed on.
  if (type === 'invalid-json') return { kind: 'unknown', error: 'the answer was not JSON' }
  if (code !== null && (neverConnected.has(code) || code.startsWith('ERR_TLS_') || code.startsWith('ERR_SSL_'))) {
    return { kind: 'undelivered', error: code }
  }
  if (type === 'system' && neverConnectedText.test(error.message)) {
    return { kind: 'undelivered', error: code ?? 'not connected' }
  }
  return { kind: 'unknown', error: code ?? type ?? error.name }
}

/** One line for a log or a row. */
export function faultText(fault: TelegramFault): string {
  return fault.kind === 'refused' ? `${fault.code} ${fault.description}` : fault.error
}

/** Telegram quotes what it could not parse: a piece of somebody's message or an address. */
function withoutQuotes(description: string): string {
  return description
    .replace(/"[^"]*"/g, '"…"')
    .replace(/(?<=\s)'[^']*'/g, "'…'")
    .slice(0, 160)
}
