import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** A server process that says it serves a data directory. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
}

/** The server that lives on this directory, as its postmaster.pid says; null when there is none or it is dead. */
export async function livingPostmaster(directory: string): Promise<Postmaster | null> {
  const { pid, port } = await noted(directory)
  return pid !== null && isAlive(pid) && (await isServer(pid)) ? { pid, port } : null
}

/**
 * Takes away the pid file of a server that is no more, where its number meanwhile belongs to another process, as after a
 * restart of a container: the server would refuse to start for ever. In every other case it does so itself.
 */
export async function clearStalePid(directory: string): Promise<void> {
  const { pid } = await noted(directory)
  if (pid !== null && isAlive(pid) && !(await isServer(pid)))
    await rm(join(directory, 'postmaster.pid'), { force: true })
}

async function noted(directory: string): Promise<{ readonly pid: number | null; readonly port: number }> {
  const text = await readFile(join(directory, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  return { pid: Number.isInteger(pid) && pid > 0 ? pid : null, port: Number.isInteger(port) ? port : 0 }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: alive, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function isServer(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return true
  // Empty for a dead process that nobody has collected yet.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return command.includes('postgres')
}
