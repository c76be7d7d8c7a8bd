import { expect, it } from 'vitest'
import { createLog } from '../src/log.ts'

it('T13 secrets and phone numbers are blotted out by value, whatever field they got into', () => {
  const lines: string[] = []
  const log = createLog('info', ['123456:AAEtoken-canary', 'postgres://u:p%40ss@db/x'], (line) => lines.push(line))
  log.error(
    { error: 'fetch https://api.telegram.org/bot123456:AAEtoken-canary/getMe failed' },
    'x 123456:AAEtoken-canary',
  )
  log.warn({ url: 'postgres://u:p%40ss@db/x', deep: { phone: ['call 13812345678 now'] } }, '13812345678')
  log.info({ other: '987654321:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw' }, 'a token nobody told us of')
  const all = lines.join('')
  expect(all).not.toMatch(/canary|p%40ss|13812345678|AAHdqTcv/)
  expect(lines).toHaveLength(3)
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['x [redacted]', '[redacted]', 'a token nobody told us of'])
  // Numbers that are no phone numbers stay: ids and instants are what an operator needs.
  log.info({ chatId: -1001381234567, at: 1794967200000 }, 'kept')
  expect(lines[3]).toContain('-1001381234567')
})
