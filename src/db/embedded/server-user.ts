import { chmod, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { type RunAs, run, type User } from './run.ts'

/**
 * PostgreSQL refuses to run as root. Under root this finds (or makes) a user for it who can reach the data directory
 * and the programs; under anybody else it is ourselves.
 */
export async function serverUser(dataDir: string, program: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {}
  const user = (await userNamed('postgres')) ?? (await makeUser()) ?? (await userNamed('nobody'))
  if (!user) {
    throw new EmbeddedPostgresError(
      'PostgreSQL does not run as root and there is no user "postgres": make one (useradd postgres), run as another user, or set DATABASE_URL',
    )
  }
  // The data directory is ours to open (for passing through only); what lies above it is not.
  const mode = (await stat(dataDir)).mode & 0o777
  if (!passable(await stat(dataDir), user)) await chmod(dataDir, mode | 0o011)
  const closed = (await firstClosed(dirname(dataDir), user)) ?? (await firstClosed(dirname(program), user))
  return closed === null ? { user } : await passingAnyway(user, closed)
}

/**
 * A directory above is closed to everybody but root (/root itself, or a private temporary directory). Rather than open
 * it, the server is given the right to pass: it then reaches what root reaches, which its only client, running as
 * root, does anyway.
 */
async function passingAnyway(user: User, closed: string): Promise<RunAs> {
  const prefix = ['setpriv', '--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups']
  prefix.push('--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--')
  const tried = await run('ls', [closed], { prefix }).catch(() => null)
  if (tried?.code === 0) return { user, prefix }
  throw new EmbeddedPostgresError(
    `the user PostgreSQL runs as cannot enter ${closed}: move DATA_DIR and the program elsewhere, run as another user, or set DATABASE_URL`,
  )
}

async function userNamed(name: string): Promise<User | null> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
  return uid.code === 0 && gid.code === 0 ? { uid: Number(uid.output), gid: Number(gid.output) } : null
}

async function makeUser(): Promise<User | null> {
  const made = await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']).catch(() => null)
  return made === null ? null : await userNamed('postgres')
}

/** The topmost directory on the way to `path` that the user may not pass through; null when the way is free. */
async function firstClosed(path: string, user: User): Promise<string | null> {
  const above = dirname(path) === path ? null : await firstClosed(dirname(path), user)
  if (above !== null) return above
  return passable(await stat(path), user) ? null : path
}

function passable(of: { readonly mode: number; readonly uid: number; readonly gid: number }, user: User): boolean {
  if (of.uid === user.uid) return (of.mode & 0o100) !== 0
  if (of.gid === user.gid) return (of.mode & 0o010) !== 0
  return (of.mode & 0o001) !== 0
}
