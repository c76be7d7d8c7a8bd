import { expect, it } from 'vitest'
import { standingClock, travel } from '../src/clocks.ts'

it('time stops at everything that falls due, in order, and ends where it was sent', async () => {
  const clock = standingClock(0)
  const due = [30, 10, 20]
  const seen: number[] = []
  await travel(
    clock,
    {
      nextAt: async () => (due.length > 0 ? Math.min(...due) : null),
      sweep: async () => {
        for (const at of due.filter((one) => one <= clock.now())) {
          seen.push(clock.now())
          due.splice(due.indexOf(at), 1)
        }
      },
      settle: async () => {},
    },
    25,
  )
  expect(seen).toEqual([10, 20])
  expect(clock.now()).toBe(25)
  clock.moveTo(5)
  expect(clock.now()).toBe(25)
})

it('something that stays due for ever is a fault and not an endless loop', async () => {
  const stuck = { nextAt: async () => 5, sweep: async () => {}, settle: async () => {} }
  await expect(travel(standingClock(0), stuck, 10)).rejects.toThrow('stays due')
})
