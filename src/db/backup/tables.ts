import type { Sql } from '../session.ts'

/** A table of ours and the columns that are written, so not those that PostgreSQL works out by itself. */
export interface TableShape {
  readonly table: string
  readonly columns: readonly string[]
}

/** Every table of ours, each after those that it refers to, so that filling them in this order breaks no reference. */
export async function tablesInOrder(sql: Sql): Promise<readonly TableShape[]> {
  const shapes = await sql<{ table: string; columns: string[]; refersTo: string[] }[]>`
    select
      c.relname as table,
      (
        select json_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      ) as columns,
      (
        select coalesce(json_agg(distinct other.relname), '[]') from pg_constraint k
        join pg_class other on other.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid
      ) as refers_to
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    order by c.relname`
  const inOrder: TableShape[] = []
  const left = new Map(shapes.map((shape) => [shape.table, shape]))
  while (left.size > 0) {
    const next = [...left.values()].filter(({ refersTo }) => !refersTo.some((other) => left.has(other)))
    if (next.length === 0) throw new Error(`tables refer to each other in a circle: ${[...left.keys()].join(', ')}`)
    for (const { table, columns } of next) {
      inOrder.push({ table, columns })
      left.delete(table)
    }
  }
  return inOrder
}
