import type { Lanes } from './lanes.ts'
import type { Sql } from './session.ts'

/** The methods of what `make` makes, each call on a connection of its own for as long as it takes. */
export function eachAlone<T extends object>(lanes: Lanes, make: (sql: Sql) => T): T {
  // Made once for the names of its methods; nothing is asked of a database before one of them is called.
  const names = Object.keys(make(untouched)) as (keyof T)[]
  const calls = names.map((name) => [
    name,
    (...args: unknown[]) =>
      lanes.alone((sql) => {
        const method = make(sql)[name]
        if (typeof method !== 'function') throw new Error(`${String(name)} is no method`)
        return Reflect.apply(method, undefined, args)
      }),
  ])
  return Object.fromEntries(calls)
}

const untouched = new Proxy(() => {}, {
  apply() {
    throw new Error('a statement outside a method has no connection')
  },
}) as unknown as Sql
