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
        deadmanUrl: null,
        host: '127.0.0.1',
        port: 3000,
        publicUrl: null,
        communityFile: null,
        chinaDaysFile: null,
        ownerIds: [],
        secondOpinion: null,
        logLevel: 'info',
        crashAt: null,
      },
    })
  })

  it('F45 reports every problem at once, each with its variable and the fix, and never a secret', () => {
    const result = loadConfig({
      BOT_TOKEN: 'my-secret-token',
      TELEGRAM_API_ROOT: 'ftp://example.org',
      WEBHOOK_URL: 'https://bot.example.org/hook',
      WEBHOOK_SECRET: 'short',
      DATABASE_URL: 'mysql://localhost',
      REDIS_URL: 'localhost:6379',
      LLM_URL: 'https://someone:sk-secret@llm.example.org/v1',
      LLM_KEY: 'sk with blanks',
      PUBLIC_URL: 'ftp://bot.example.org',
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
      'LLM_KEY',
      'LLM_MODEL',
      'LLM_URL',
      'LOG_LEVEL',
      'OWNER_IDS',
      'PORT',
      'PUBLIC_URL',
      'REDIS_URL',
      'TELEGRAM_API_ROOT',
      'WEBHOOK_SECRET',
    ])
    expect(result.problems.find(({ variable }) => variable === 'BOT_TOKN')?.message).toContain('BOT_TOKEN')
    expect(JSON.stringify(result.problems)).not.toMatch(/my-secret-token|short|sk-secret|sk with/)
    for (const { message } of result.problems) expect(message).not.toContain('\n')
  })

  it('takes a second opinion whole or not at all', () => {
    const wrong = (env: Record<string, string>): unknown => {
      const result = loadConfig(env)
      return result.ok ? result.config.secondOpinion : result.problems.map(({ variable }) => variable)
    }
    const url = 'http://127.0.0.1:11434/v1'
    expect(wrong({ LLM_URL: url })).toEqual(['LLM_MODEL'])
    expect(wrong({ LLM_MODEL: 'small', LLM_KEY: 'sk-1' })).toEqual(['LLM_MODEL', 'LLM_KEY'])
    expect(wrong({ LLM_URL: `${url}/chat/completions`, LLM_MODEL: 'small' })).toEqual(['LLM_URL'])
    expect(wrong({ LLM_URL: `${url}?version=1`, LLM_MODEL: 'small' })).toEqual(['LLM_URL'])
    expect(wrong({ LLM_URL: 'ws://127.0.0.1', LLM_MODEL: 'small', LLM_KEY: '密钥' })).toEqual(['LLM_URL', 'LLM_KEY'])
    expect(wrong({ LLM_UR: url })).toEqual(['LLM_UR'])
    expect(wrong({ LLM_URL: url, LLM_MODEL: 'qwen2.5:3b' })).toEqual({
      url: new URL(url),
      model: 'qwen2.5:3b',
      key: null,
    })
    expect(wrong({ LLM_URL: url, LLM_MODEL: 'small', LLM_KEY: 'sk-1' })).toMatchObject({ key: 'sk-1' })
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
