import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { NOT_EMULATED } from '../../../src/sandbox/methods/not-emulated.ts'
import { METHODS } from '../../../src/sandbox/methods/table.ts'
import { openSandbox } from '../open-sandbox.ts'

/** Every method of the Bot API, as the types that grammY publishes declare them. */
function methodsOfTelegram(): string[] {
  const types = readFileSync(new URL('../../../node_modules/@grammyjs/types/methods.d.ts', import.meta.url), 'utf8')
  return [...types.matchAll(/^ {4}([a-z]\w+)\(/gm)].flatMap(([, name]) => name ?? [])
}

test('every method of the Bot API is either emulated or known to be left out', () => {
  const known = methodsOfTelegram()
  expect(known.length).toBeGreaterThan(150)
  expect([...Object.keys(METHODS), ...NOT_EMULATED].sort()).toEqual(known.sort())
})

test('a method that is left out is answered 501 by its name, one that nobody has 404', async () => {
  const { api, tg } = await openSandbox()
  for (const name of NOT_EMULATED) {
    const answer = { status: 501, ok: false, error_code: 501 }
    const description = `Not Implemented: the sandbox does not emulate ${name}`
    expect(await api(name.toLowerCase())).toEqual({ ...answer, description })
  }
  expect(await api('sendTelepathy')).toMatchObject({ status: 404, description: 'Not Found: method not found' })
  expect(tg.calls).toHaveLength(NOT_EMULATED.length + 1)
})
