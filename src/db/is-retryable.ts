/** Deadlock, serialization failure, lock not available, and the server going away or coming up. */
const retryableStates = new Set(['40001', '40P01', '55P03', '57P01', '57P02', '57P03', '53300'])

/** No connection, as Node and postgres.js name it. CONNECTION_ENDED is ours: we closed it, nothing to wait for. */
const lostConnection = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
])

/** True when the same transaction, run again from its start, may well succeed. */
export function isRetryable(error: unknown): boolean {
  const code = codeOf(error)
  return code !== null && (retryableStates.has(code) || code.startsWith('08') || lostConnection.has(code))
}

/** Of a commit whose answer was lost: it may have happened, so running it again is not ours to decide. */
export const COMMIT_UNKNOWN = 'COMMIT_UNKNOWN'

/** True when the database cannot be reached or is going away: waiting helps, a different statement does not. */
export function isConnectionLost(error: unknown): boolean {
  const code = codeOf(error)
  if (code === null) return false
  return lostConnection.has(code) || code.startsWith('08') || code.startsWith('57P') || code === COMMIT_UNKNOWN
}

/** True when a row with the same key in the named unique index was there first. */
export function isDuplicate(error: unknown, index: string): boolean {
  return (
    codeOf(error) === '23505' && error instanceof Error && 'constraint_name' in error && error.constraint_name === index
  )
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}
