import { faultText, readFault } from './telegram-fault.ts'

/**
 * An error as it may stand in a log or a row: its kind, its code, those of its cause, and where it was thrown. Never its
 * message: database drivers put values there, telegraf the token.
 */
export function safeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  if (error.name === 'FetchError' || error.constructor.name === 'TelegramError') return faultText(readFault(error))
  return [kindOf(error), ...causesOf(error).map((cause) => `< ${kindOf(cause)}`), placeOf(error)]
    .filter((part) => part !== '')
    .join(' ')
}

function kindOf(error: Error): string {
  const name = error.name === 'Error' ? error.constructor.name : error.name
  const code = 'code' in error && /^[\w-]{1,40}$/.test(String(error.code)) ? String(error.code) : null
  return code === null ? name : `${name}(${code})`
}

function causesOf(error: Error): readonly Error[] {
  const found: Error[] = []
  let cause = error.cause
  while (cause instanceof Error && found.length < 3) {
    found.push(cause)
    cause = cause.cause
  }
  return found
}

/** The innermost frame of ours: file and line, no arguments. */
function placeOf(error: Error): string {
  const [, place] = /\n\s+at .*?((?:src|test)\/[\w./-]+:\d+)/.exec(error.stack ?? '') ?? []
  return place === undefined ? '' : `at ${place}`
}
