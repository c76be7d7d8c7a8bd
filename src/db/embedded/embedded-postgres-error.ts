/** Why the embedded PostgreSQL cannot run, in one line that says what to do about it. */
export class EmbeddedPostgresError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'EmbeddedPostgresError'
  }
}

/** The same for a fault of the file system. */
export function fileFault(path: string, error: unknown): EmbeddedPostgresError {
  const code = error instanceof Error && 'code' in error ? error.code : null
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return new EmbeddedPostgresError(
        `${path} is not writable: set DATA_DIR to a directory that is, or DATABASE_URL`,
        error,
      )
    case 'EROFS':
      return new EmbeddedPostgresError(
        `${path} is on a read-only disk: set DATA_DIR to another, or DATABASE_URL`,
        error,
      )
    case 'ENOSPC':
    case 'EDQUOT':
      return new EmbeddedPostgresError(`no space left for ${path}: free some and start again`, error)
    case 'ENOTDIR':
    case 'EEXIST':
      return new EmbeddedPostgresError(`${path} is not a directory: set DATA_DIR to one`, error)
    default:
      return new EmbeddedPostgresError(
        `${path} cannot be used (${error instanceof Error ? error.message : String(error)}): set DATABASE_URL, or DATA_DIR to another directory`,
        error,
      )
  }
}
