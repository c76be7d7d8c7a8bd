import { describe, expect, it } from 'vitest'
import { loadConfig } from '../src/config.ts'

describe('the environment', () => {
  it('needs nothing: without a token it is the sandbox, without addresses everything is our own', () => {
    expect(loadConfig({ PATH: '/usr/bin', HOME: '/root' })).toEqual({
      ok: true,
      config: {
        botToken: null,
        telegramApiRoot: 'https://api.telegram.org',
        webhook: null,
        databaseUrl: null,
        redisUrl: null,
        dataDir: '.data',
        host: '127.0.0.1',
        port: 3000,
        communityFile: null,
        ownerIds: [],
        logLevel: 'info',
        crashAt: null,
      },
    })
  })

  it('reports every problem at once, each with its variable and the fix, and never a secret', () => {
    const result = loadConfig({
      BOT_TOKEN: 'my-secret-token',
      TELEGRAM_API_ROOT: 'ftp://example.org',
      WEBHOOK_URL: 'https://bot.example.org/hook',
      WEBHOOK_SECRET: 'short',
      DATABASE_URL: 'mysql://localhost',
      REDIS_URL: 'localhost:6379',
      PORT: '70000',
      OWNER_IDS: '101, bob',
      LOG_LEVEL: 'loud',
      BOT_TOKN: 'x',
    })
    if (result.ok) throw new Error('accepted')
    expect(result.problems.map(({ variable }) => variable).sort()).toEqual([
      'BOT_TOKEN',
      'BOT_TOKN',
      'DATABASE_URL',
      'LOG_LEVEL',
      'OWNER_IDS',
      'PORT',
      'REDIS_URL',
      'TELEGRAM_API_ROOT',
      'WEBHOOK_SECRET',
    ])
    expect(result.problems.find(({ variable }) => variable === 'BOT_TOKN')?.message).toContain('BOT_TOKEN')
    expect(JSON.stringify(result.problems)).not.toMatch(/my-secret-token|short/)
    for (const { message } of result.problems) expect(message).not.toContain('\n')
  })

  it('takes what is right', () => {
    const secret = 'a'.repeat(64)
    const result = loadConfig({
      BOT_TOKEN: ' 123456:ABC-def ',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
      WEBHOOK_URL: 'https://bot.example.org/hook',
      WEBHOOK_SECRET: secret,
      DATABASE_URL: 'postgres://u:p@db/huying',
      REDIS_URL: 'rediss://cache:6380',
      PORT: '0',
      OWNER_IDS: '101,202',
    })
    expect(result).toMatchObject({
      ok: true,
      config: {
        botToken: '123456:ABC-def',
        telegramApiRoot: 'http://127.0.0.1:8081',
        port: 0,
        ownerIds: [101, 202],
        webhook: { secret },
      },
    })
  })
})
