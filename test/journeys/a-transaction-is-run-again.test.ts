import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('F23 a deadlock and a serialization failure: the whole transaction is run again, and nobody sees more than one outcome', async () => {
  const world = await startWorld()
  // The last thing a report's transaction does fails twice; a sequence remembers it across the rollbacks.
  await world.sql.unsafe(`
    create sequence tries;
    create function fail_twice() returns trigger language plpgsql as $$
    declare nth bigint := nextval('tries');
    begin
      if nth = 1 then raise exception 'deadlock detected' using errcode = '40P01'; end if;
      if nth = 2 then raise exception 'could not serialize access' using errcode = '40001'; end if;
      return new;
    end $$;
    create trigger fail_twice before insert on outbox for each row execute function fail_twice()`)
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  const [tries] = await world.sql<{ last: number }[]>`select last_value::int as last from tries`
  expect(tries?.last).toBeGreaterThanOrEqual(4)
  expect(world.shows('业主群').map(firstLine)).toEqual(['🛗 #1 电梯故障 · 3号楼2单元'])
  expect(world.shows('物业工单群').map(firstLine)).toEqual(['🔴 #1 紧急 电梯故障 · 3号楼2单元'])
  expect(world.telegram.callsTo('sendMessage')).toHaveLength(2)
  const counted = await world.sql`
    select (select count(*)::int from ticket) as tickets, (select count(*)::int from ticket_event) as events,
      (select count(*)::int from post) as posts, (select count(*)::int from inbox where attempts > 0) as retried`
  expect(counted).toEqual([{ tickets: 1, events: expect.any(Number), posts: 2, retried: 0 }])

  // The next report has the next number: none was used up.
  await world.say('老李', '业主群', '5号楼大门坏了')
  expect(world.shows('业主群').map(firstLine)[1]).toContain('#2')
  expect(world.errors).toEqual([])
})

function firstLine(text: string): string {
  return text.split('\n')[0] ?? ''
}
