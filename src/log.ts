import { pino } from 'pino'
import type { Log } from './app/log.ts'

/** Chinese mobile numbers and Telegram bot tokens, wherever they stand in a line. */
const personal = [/(?<!\d)1[3-9]\d{9}(?!\d)/g, /\d{6,12}:[\w-]{30,}/g]

/**
 * A pino logger that blots secrets out of every finished line by value, whatever field they got into: the token and
 * passwords it is told of, anything shaped like a bot token, and Chinese mobile numbers.
 */
export function createLog(level: string, secrets: readonly string[], write: (line: string) => void): Log {
  const values = secrets
    .filter((secret) => secret.length >= 6)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
  const redact = (line: string): string => {
    let clean = line
    for (const value of values) clean = clean.replaceAll(value, '[redacted]')
    for (const pattern of personal) clean = clean.replaceAll(pattern, '[redacted]')
    return clean
  }
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line: string) => write(redact(line)) },
  )
}
