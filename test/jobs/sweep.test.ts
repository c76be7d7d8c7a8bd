import { describe, expect, it } from 'vitest'
import { createSweeper } from '../../src/jobs/sweep.ts'

const NOON = Date.UTC(2026, 10, 23, 4)

/** A sweeper whose surroundings write down what they were asked, in order. */
function given(dueRows: { id: number; at: number }[] = [], poison: readonly number[] = [], mayDecide = true) {
  const told: string[] = []
  const errors: string[] = []
  const fault = { in: '' }
  const lookedForChatsAt: number[] = []
  const note = <T>(line: string, value: T): T => {
    told.push(line)
    if (fault.in !== '' && line.startsWith(fault.in)) throw new Error(`fault in ${line}`)
    return value
  }
  const sweeper = createSweeper({
    app: {
      async runDue(id) {
        told.push(`due ${id}`)
        if (poison.includes(id)) throw new Error('poison')
        const at = dueRows.findIndex((row) => row.id === id)
        if (at >= 0) dueRows.splice(at, 1)
      },
      gatherLate: async () => note('gather', undefined),
      postSummaries: async () => note('summaries', 2),
    },
    mayDecide: () => mayDecide,
    due: { upTo: async (until, limit) => dueRows.filter(({ at }) => at <= until).slice(0, limit) },
    deliveries: {
      waitingChats: async (now) => {
        lookedForChatsAt.push(now)
        return note('waiting', [-1, -2])
      },
    },
    deliverer: {
      drainChat: async (chatId) => note(`drain ${chatId}`, undefined),
      settleStranded: async (olderThan) => note(`stranded before ${olderThan - NOON}`, 1),
    },
    relay: {
      forget: () => note('forget', undefined),
      kick: async () => note('kick', undefined),
    },
    refreshSchedules: async () => note('schedules', undefined),
    clock: { now: () => NOON + told.length },
    log: { info() {}, warn() {}, error: (_facts, message) => errors.push(message) },
  })
  return { sweeper, told, errors, fault, lookedForChatsAt }
}

describe('a turn of the sweep', () => {
  it('decides what is due before it sends, then rebuilds what the queue lost', async () => {
    const g = given([
      { id: 3, at: NOON - 2 },
      { id: 4, at: NOON },
      { id: 5, at: NOON + 1 },
    ])
    expect(await g.sweeper.run(NOON)).toEqual({ decided: 2, stranded: 1, chats: 2, summaries: 2 })
    expect(g.told).toEqual([
      'due 3',
      'due 4',
      'gather',
      'summaries',
      'stranded before 1',
      'waiting',
      'drain -1',
      'drain -2',
      'forget',
      'kick',
      'schedules',
    ])
  })

  it('decides nothing while the inbox comes first, and sends all the same', async () => {
    const g = given([{ id: 3, at: NOON }], [], false)
    expect((await g.sweeper.run(NOON)).decided).toBe(0)
    expect(g.told).not.toContain('due 3')
    expect(g.told).toContain('drain -1')
  })

  it('takes rows left in sending at once in the first minutes of a process, then after a minute', async () => {
    const g = given()
    await g.sweeper.run(NOON)
    await g.sweeper.run(NOON + 119_000)
    await g.sweeper.run(NOON + 200_000)
    expect(g.told.filter((line) => line.startsWith('stranded'))).toEqual([
      'stranded before 1',
      'stranded before 119001',
      'stranded before 140000',
    ])
  })

  it('sends what became due during the turn itself, as rows found stranded do', async () => {
    const g = given()
    await g.sweeper.run(NOON)
    expect(g.told.indexOf('stranded before 1')).toBe(2)
    expect(g.lookedForChatsAt).toEqual([NOON + 3])
  })

  it('decides thousands of rows, past any number that cannot be decided', async () => {
    const rows = Array.from({ length: 1000 }, (_, id) => ({ id, at: NOON - 1000 + id }))
    const poison = rows.filter(({ id }) => id < 350).map(({ id }) => id)
    const g = given(rows, poison)
    expect((await g.sweeper.run(NOON)).decided).toBe(1000)
    expect(rows.map(({ id }) => id)).toEqual(poison)
    expect(g.errors).toHaveLength(350)
  })

  it.each(['gather', 'summaries', 'stranded', 'waiting'])(
    'a fault in %s costs the other parts nothing, and is told',
    async (part) => {
      const g = given([{ id: 3, at: NOON }])
      g.fault.in = part
      await expect(g.sweeper.run(NOON)).rejects.toThrow(`fault in ${part}`)
      expect(g.told.filter((line) => /^(due|summaries|stranded|waiting|kick|schedules)/.test(line))).toHaveLength(6)
    },
  )

  it.each(['drain -1', 'schedules'])('a fault in %s is logged only', async (part) => {
    const g = given()
    g.fault.in = part
    await expect(g.sweeper.run(NOON)).resolves.toMatchObject({ chats: 2 })
    expect(g.told).toContain('drain -2')
  })
})
