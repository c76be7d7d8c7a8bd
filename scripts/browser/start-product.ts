import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const repository = join(import.meta.dirname, '../..')

/** The product as anybody starts it without a token. */
export interface RunningProduct {
  readonly url: string
  /** What it has written so far. */
  said(): string
  /** Asks it to end; resolves with its exit code. */
  stop(): Promise<number | null>
}

/** Ours without what would lead to somebody's real installation. */
export function environment(): NodeJS.ProcessEnv {
  const { BOT_TOKEN: _token, DATABASE_URL: _database, REDIS_URL: _redis, DATA_DIR: _data, ...env } = process.env
  return env
}

/** Starts it on a free port with data of its own; `env` adds to the environment. */
export async function startProduct(env: NodeJS.ProcessEnv = {}): Promise<RunningProduct> {
  const data = await mkdtemp(join(tmpdir(), 'huying-product-'))
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: repository,
    env: { ...environment(), DATA_DIR: data, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      const found = /The neighbourhood is open: (http:\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then(() => reject(new Error(`the product ended before it was open:\n${said}`)))
  })
  return {
    url,
    said: () => said,
    async stop() {
      child.kill('SIGTERM')
      const code = await ended
      await rm(data, { recursive: true, force: true })
      return code
    },
  }
}
