import { Redis } from 'ioredis'

/** Takes everything out of Redis that the demo's queues left there. */
export async function forgetQueues(redisUrl: string, prefix: string): Promise<void> {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 1 })
  // An 'error' event nobody listens to ends the process; the commands below report the same.
  redis.on('error', () => {})
  try {
    for await (const keys of redis.scanStream({ match: `bull:${prefix}-*`, count: 500 })) {
      if (Array.isArray(keys) && keys.length > 0) await redis.unlink(...keys)
    }
  } finally {
    redis.disconnect()
  }
}
