import { execFile } from 'node:child_process'

export interface User {
  readonly uid: number
  readonly gid: number
}

/** As whom a program runs; as ourselves without a user. With a prefix that is the program that becomes the user. */
export interface RunAs {
  readonly user?: User
  readonly prefix?: readonly string[]
}

export interface Ran {
  readonly code: number
  /** What it said, both streams. */
  readonly output: string
}

/** Runs a program to its end. Rejects only when it cannot be started. */
export function run(program: string, args: readonly string[], { user, prefix = [] }: RunAs = {}): Promise<Ran> {
  const [command = program, ...rest] = [...prefix, program, ...args]
  // Nothing of our own environment: tokens have no business in the server, and PGDATA or PGPORT would mislead it.
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
  const become = prefix.length === 0 ? user : undefined
  return new Promise((resolve, reject) => {
    execFile(command, rest, { env, cwd: '/', ...become, maxBuffer: 16 << 20 }, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`.trim()
      if (!error) resolve({ code: 0, output })
      else if (typeof error.code === 'number') resolve({ code: error.code, output })
      else reject(error)
    })
  })
}
