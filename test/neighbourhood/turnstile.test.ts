import { expect, it } from 'vitest'
import { createTurnstile } from '../../src/neighbourhood/turnstile.ts'

const soon = () => new Promise((resolve) => setTimeout(resolve, 20))

/** A script of steps that each begin, then rest once; `seen` grows as it goes. */
function walk(turnstile: ReturnType<typeof createTurnstile>, steps: number): string[] {
  const seen: string[] = []
  void (async () => {
    for (let step = 1; step <= steps; step += 1) {
      await turnstile.pass(0, true)
      seen.push(`begins ${step}`)
      await turnstile.pass(0)
      seen.push(`rests ${step}`)
    }
  })()
  return seen
}

it('lets one whole step through while it is shut, also when it was asked for in advance', async () => {
  const turnstile = createTurnstile(new AbortController().signal)
  turnstile.shut()
  const seen = walk(turnstile, 4)
  await soon()
  expect(seen).toEqual([])
  turnstile.letOne()
  await soon()
  expect(seen).toEqual(['begins 1', 'rests 1'])
  turnstile.letOne()
  turnstile.letOne()
  await soon()
  expect(seen.at(-1)).toBe('rests 3')
  turnstile.open()
  await soon()
  expect(seen.at(-1)).toBe('rests 4')
})

it('holds nobody when everything is to end', async () => {
  const ending = new AbortController()
  const turnstile = createTurnstile(ending.signal)
  turnstile.shut()
  const seen = walk(turnstile, 2)
  ending.abort()
  await soon()
  expect(seen).toHaveLength(4)
})
