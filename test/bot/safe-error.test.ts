import { TelegramError } from 'telegraf'
import { expect, it } from 'vitest'
import { safeError } from '../../src/bot/safe-error.ts'

it('names kind, code, cause and place, and repeats no message', () => {
  const cause = Object.assign(new Error('duplicate key (13800000000)'), { name: 'PostgresError', code: '23505' })
  const error = new Error('insert into tickets values (13800000000)', { cause })
  expect(safeError(error)).toMatch(/^Error < PostgresError\(23505\) at test\/bot\/safe-error\.test\.ts:\d+$/)
})

it('never holds the token', () => {
  const fetchError = Object.assign(new Error('invalid json at https://api.telegram.org/bot1:canary/sendMessage'), {
    name: 'FetchError',
    type: 'invalid-json',
  })
  expect(safeError(fetchError)).toBe('the answer was not JSON')
  const refused = new TelegramError({ error_code: 400, description: 'Bad Request: chat not found' }, {
    method: 'x',
    payload: 'canary',
  } as never)
  expect(safeError(refused)).toBe('400 Bad Request: chat not found')
})

it.each(['text', null, 7, { message: 'canary' }])('takes what is no error: %j', (thrown) => {
  expect(safeError(thrown)).toBe(typeof thrown)
})

it('takes a cause that leads back to itself', () => {
  const error = new Error('a')
  error.cause = error
  expect(safeError(error)).toMatch(/^Error < Error < Error < Error at /)
})
