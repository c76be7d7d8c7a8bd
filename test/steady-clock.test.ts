import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { steadyClock, timeAt } from '../src/steady-clock.ts'

const NOON = Date.UTC(2026, 10, 18, 4)
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A machine whose clock is `ahead` of the true time, and somebody else who may be asked. */
function given(witness: (truth: number) => number | null) {
  const machine = { passed: 0, ahead: 0, asked: 0 }
  const clock = steadyClock({
    wall: () => NOON + machine.passed + machine.ahead,
    elapsed: () => 5000 + machine.passed,
    async witness() {
      machine.asked += 1
      return witness(NOON + machine.passed)
    },
    log: { info() {}, warn() {}, error() {} },
  })
  /** What the clock shows after this time, from the true time. */
  const off = async (ms: number): Promise<number> => {
    machine.passed += ms
    clock.now()
    await turn()
    return clock.now() - NOON - machine.passed
  }
  return { machine, off }
}

describe.each([2 * HOUR, -2 * HOUR])('F42 the machine puts its clock %i ms off', (jump) => {
  it('and Telegram knows better: the bot goes on in true time, however long, and nothing comes early or again', async () => {
    const { machine, off } = given((truth) => truth)
    machine.ahead = jump
    for (let minutes = 0; minutes < 60; minutes += 1) expect(await off(MINUTE)).toBe(0)
    machine.ahead = 0
    expect(await off(MINUTE)).toBe(0)
    expect(machine.asked).toBeGreaterThan(30)
  })

  it('back to the truth: followed as soon as Telegram confirms it', async () => {
    // It was started in the wrong time; what follows is the correction.
    const { machine, off } = given((truth) => truth + jump)
    machine.ahead = jump
    expect(await off(MINUTE)).toBe(jump)
    expect(machine.asked).toBe(1)
  })

  it('and nobody else tells the time: believed after a quarter of an hour', async () => {
    const { machine, off } = given(() => null)
    machine.ahead = jump
    expect(await off(14 * MINUTE)).toBe(0)
    expect(await off(14 * MINUTE)).toBe(0)
    expect(await off(2 * MINUTE)).toBe(jump)
  })
})

it('small corrections are followed at once and nobody is asked', async () => {
  const { machine, off } = given((truth) => truth)
  machine.ahead = 900
  expect(await off(MINUTE)).toBe(900)
  expect(machine.asked).toBe(0)
})

it('reads the time that a server tells, and knows when it tells none', async () => {
  const server = createServer((_request, response) => {
    response.sendDate = response.req.url === '/dated'
    response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => void server.close())
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  expect(Math.abs(((await timeAt(`${root}/dated`)) ?? 0) - Date.now())).toBeLessThan(3000)
  expect(await timeAt(`${root}/undated`)).toBe(null)
})
