import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cleanName, cleanText } from '../../src/bot/clean-text.ts'
import { cutAtGrapheme } from '../../src/domain/cut-at-grapheme.ts'

it('leaves nothing that a database or UTF-8 refuses, whatever comes in', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
      (raw) => {
        const text = cleanText(raw)
        expect(text).not.toContain('\u0000')
        expect(text).toBe(Buffer.from(text, 'utf8').toString('utf8'))
        expect(cleanText(text)).toBe(text)
      },
    ),
    { seed: 4, numRuns: 2_000 },
  )
})

it('cuts before the grapheme that does not fit', () => {
  const family = '👨‍👩‍👧‍👦'
  expect(cutAtGrapheme(`ab${family}c`, 8)).toBe('ab')
  expect(cutAtGrapheme(`ab${family}c`, 2 + family.length)).toBe(`ab${family}`)
})

it('cuts a single endless grapheme between characters', () => {
  const endless = '👨\u200d'.repeat(4_096)
  const cut = cleanText(endless)
  expect(cut.length).toBeGreaterThan(7_990)
  expect(cut.length).toBeLessThanOrEqual(8_000)
  expect(cut.isWellFormed()).toBe(true)
})

it('writes a name on one line', () => {
  expect(cleanName(' 王\n师傅\t ')).toBe('王 师傅')
  expect(cleanName('\u202e\u200b')).toBe('')
  expect(cleanName('👩‍🔧')).toBe('👩‍🔧')
})
