import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { Redis } from 'ioredis'
import { onTestFinished } from 'vitest'
import { waitFor } from './wait-for.ts'

export interface OwnRedis {
  readonly url: string
  readonly client: Redis
  /** Killed and started again: it keeps nothing. */
  restart(): Promise<void>
}

/** A Redis of this test's own, without persistence, with further settings as on its command line. Gone when the test ends. */
export async function startOwnRedis(...settings: readonly string[]): Promise<OwnRedis> {
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  let server: ChildProcess
  const start = async () => {
    const usual = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
    server = spawn('redis-server', [...usual, ...settings], { stdio: 'ignore' })
    await waitFor('Redis', () => client.ping().catch(() => null))
  }
  const kill = async () => {
    const ended = once(server, 'exit')
    server.kill('SIGKILL')
    await ended
  }
  const client = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 })
  client.on('error', () => {})
  onTestFinished(async () => {
    client.disconnect()
    await kill()
  })
  await start()
  return {
    url,
    client,
    async restart() {
      await kill()
      await start()
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}
