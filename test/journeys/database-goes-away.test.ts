import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { waitFor } from '../support/wait-for.ts'
import { startWorld, type World } from '../support/world.ts'

// The bot's own pauses go by in real time: some seconds away, some seconds until it asks again.
vi.setConfig({ testTimeout: 120_000 })

/** A ticket that can be taken; what follows happens while nothing can be stored. */
async function givenATicket(world: World) {
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  world.news()
  const card = world.telegram.chat(-1002).find('#1')
  if (!card) throw new Error('no card')
  return card
}

async function nothingIsConfirmed(world: World, button: number): Promise<void> {
  world.as('老李').say(-1001, '5号楼大门坏了')
  const answered = world.as('王师傅').press(-1002, button, '接单', { waitMs: 90_000 })
  await waitFor('red', async () => !(await world.huying.health()).ok)
  await sleep(2_000)
  expect(world.telegram.pendingUpdates()).toHaveLength(2)
  expect(world.news()).toEqual({})
  expect(await Promise.race([answered, sleep(10, 'no answer')])).toBe('no answer')
}

async function allIsHandled(world: World): Promise<void> {
  await world.settle()
  const news = world.news()
  expect(news.业主群?.join('\n')).toContain('王师傅 已接单')
  expect(news.业主群?.join('\n')).toContain('#2 门禁治安')
  expect(news.物业工单群).toHaveLength(2)
  expect(await world.sql`select number from ticket order by number`).toEqual([{ number: 1 }, { number: 2 }])
  const { parts } = await world.huying.health()
  expect(parts).toMatchObject({ database: { ok: true }, telegram: { ok: true } })
}

it('F21 PostgreSQL is away: nothing is confirmed and nobody told that it was noted; afterwards all is handled once', async () => {
  const world = await startWorld({ severable: true })
  const card = await givenATicket(world)
  await world.line?.cut()
  await nothingIsConfirmed(world, card.id)
  await world.line?.mend()
  await allIsHandled(world)
})

it('F22 nothing can be written: the same, and health is red', async () => {
  const world = await startWorld()
  const card = await givenATicket(world)
  const readOnly = async (state: 'on' | 'off') => {
    const [row] = await world.sql<{ name: string }[]>`select current_database() as name`
    await world.sql.unsafe(`alter database ${row?.name} set default_transaction_read_only = ${state}`)
    await world.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name <> 'test'`
  }
  await readOnly('on')
  await nothingIsConfirmed(world, card.id)
  await readOnly('off')
  await allIsHandled(world)
})
