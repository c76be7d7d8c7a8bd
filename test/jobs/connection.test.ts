import { describe, expect, it } from 'vitest'
import { evictionWarning } from '../../src/jobs/connection.ts'

describe('a Redis that may lose jobs', () => {
  it.each([
    ['# Memory\r\nmaxmemory_policy:noeviction\r\nused_memory:1\r\n', null],
    ['# Memory\r\nused_memory:1\r\n', null],
    [
      '# Memory\r\nmaxmemory_policy:allkeys-lru\r\n',
      'Redis may evict jobs: set maxmemory-policy to noeviction (it is allkeys-lru)',
    ],
  ])('%j is told as %j', (info, warning) => {
    expect(evictionWarning(info)).toBe(warning)
  })
})
