import fc from 'fast-check'

/** How often each property is tried: `FUZZ_RUNS` times as often as usual, 1 unless set. */
export const FUZZ_FACTOR = Math.max(1, Number(process.env.FUZZ_RUNS ?? 1) || 1)

/** The seed of every property here, so that a failure comes again; `FUZZ_SEED` sets another. */
export const FUZZ_SEED = Number(process.env.FUZZ_SEED ?? 20261116)

/** `runs` for a usual run and more when asked, always from the same seed. */
export function fuzz(runs: number): { seed: number; numRuns: number; endOnFailure: boolean } {
  return { seed: FUZZ_SEED, numRuns: runs * FUZZ_FACTOR, endOnFailure: FUZZ_FACTOR === 1 }
}

const HUGE = 70_000

/** A value that no field of Telegram's has: another type, out of any range, far too long, or half a character. */
export const wrong: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, '', ' ', '0', 'x', '-1'),
  fc.constantFrom<unknown>(
    {},
    [],
    [[]],
    [null],
    { id: null },
    '{',
    '[1',
    'null',
    '\ud83d',
    '\u0000',
    '\u202e',
    '__proto__',
  ),
  fc.constantFrom<unknown>('字'.repeat(HUGE), Array(500).fill(0), deep(2000)),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
)

function deep(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level += 1) value = [value]
  return value
}

/** The value with some of its parts, at any depth, missing or wrong; often it is left as it is. */
export function mutated(value: unknown): fc.Arbitrary<unknown> {
  const whole = fc.oneof({ weight: 6, arbitrary: partly(value) }, { weight: 1, arbitrary: wrong })
  return whole
}

function partly(value: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(value)) return fc.tuple(...value.map(mutated))
  if (typeof value === 'object' && value !== null) {
    const parts = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mutated(part)]))
    const some = fc.record(parts, { requiredKeys: [] })
    return fc.oneof({ weight: 2, arbitrary: fc.record(parts) }, { weight: 1, arbitrary: some })
  }
  return fc.constant(value)
}
