import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decode, encode } from '../../src/bot/callback-data.ts'
import { buttonActions } from '../../src/domain/post/body.ts'

const token = fc.stringMatching(/^[A-Za-z0-9_-]{16}$/)
const arg = fc.option(fc.stringMatching(/^[\x20-\x7e]{1,24}$/))
const action = fc.constantFrom(...buttonActions)

it('comes back as it went in, within Telegram’s 64 bytes', () => {
  fc.assert(
    fc.property(token, action, arg, (token, action, arg) => {
      const data = encode(token, action, arg)
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
      expect(decode(data)).toEqual({ token, action, arg })
    }),
    { seed: 1 },
  )
})

it('gives every action a code of its own', () => {
  const written = buttonActions.map((action) => encode('abcdefghijklmnop', action))
  expect(new Set(written).size).toBe(buttonActions.length)
})

it('T02 reads 10,000 forgeries as nothing, or as what it would have written itself', () => {
  const forged = fc.oneof(
    fc.anything(),
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.tuple(token, fc.string({ maxLength: 30 })).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(forged, (data) => {
      const read = decode(data)
      if (read !== null) expect(encode(read.token, read.action, read.arg)).toBe(data)
    }),
    { seed: 2, numRuns: 10_000 },
  )
})

it.each([
  ['abcdefghijklmnop', 'ack', '中'],
  ['abcdefghijklmnop', 'ack', 'x'.repeat(25)],
  ['short', 'ack', null],
] as const)('refuses to write what would not come back: %s %s %s', (token, action, arg) => {
  expect(() => encode(token, action, arg)).toThrow(RangeError)
})
