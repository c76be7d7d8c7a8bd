import postgres from 'postgres'
import { storableJson, storableText } from './storable.ts'

/** How values travel: bigint as number, timestamptz as epoch ms, jsonb as objects; columns in camelCase. The only arrays are of bigint. */
const types = {
  bigint: { to: 20, from: [20], serialize: (n: number) => String(n), parse: Number },
  bigints: {
    to: 1016,
    from: [1016],
    serialize: (ns: readonly number[]) => `{${ns.join(',')}}`,
    parse: (text: string): readonly number[] => text.slice(1, -1).split(',').filter(Boolean).map(Number),
  },
  instant: {
    to: 1184,
    from: [1184],
    serialize: (ms: number) => new Date(ms).toISOString(),
    parse: (text: string) =>
      Date.parse(text.includes('T') ? text : text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')),
  },
  json: { to: 114, from: [114, 3802], serialize: storableJson, parse: (text: string): unknown => JSON.parse(text) },
  string: { to: 25, from: [], serialize: storableText, parse: (text: string) => text },
}

export type Sql = postgres.Sql<{
  bigint: number
  bigints: readonly number[]
  instant: number
  json: unknown
  string: string
}>

export interface SessionOptions {
  readonly max: number
  /** Shown in pg_stat_activity. */
  readonly name: string
  readonly onNotice?: ((message: string) => void) | undefined
  readonly onClose?: (() => void) | undefined
  /** Session locks die with their connection, so connections that hold some are never recycled. */
  readonly lasting?: boolean
}

/**
 * Opens a postgres.js client (connections are made on first use).
 *
 * Tables and migrations are drizzle's, statements are not: drizzle describes each statement to the server again on
 * every call, which costs a second round trip, and it replaces the date and JSON conversions of the client it is given.
 */
export function openSession(url: string, { max, name, onNotice, onClose, lasting }: SessionOptions): Sql {
  const sql = postgres(url, {
    max,
    types,
    // Asked for, the library fetches all array types down each new connection, and nobody hears it when that connection
    // goes at this very moment: the unheard rejection would end the process.
    fetch_types: false,
    // Column names only: postgres.camel would rename the keys inside JSON as well.
    // A missing value is null: told of one, the library fails another statement of the connection and forgets this one.
    transform: { column: { from: postgres.toCamel, to: postgres.fromCamel }, undefined: null },
    connect_timeout: 10,
    // The library waits up to 20 s between attempts; a database that is back should be noticed sooner.
    backoff: (retries: number) => Math.min(0.1 * 2 ** retries, 1),
    ...(lasting ? { max_lifetime: null, idle_timeout: 0 } : {}),
    connection: {
      application_name: name,
      TimeZone: 'UTC',
      // Compiling a statement takes longer here than running it: a summary's would cost a second and save nothing.
      jit: 'off',
      // A machine that vanished must not keep its locks for hours.
      tcp_keepalives_idle: 30,
      tcp_keepalives_interval: 10,
      tcp_keepalives_count: 3,
    },
    onnotice: (notice) => onNotice?.(notice.message ?? ''),
    onclose: () => onClose?.(),
  })
  const { serializers } = sql.options
  for (const [type, serialize] of Object.entries(serializers)) serializers[Number(type)] = refusable(serialize)
  return sql
}

/**
 * A serializer that never throws: what cannot be written goes as text that PostgreSQL refuses. When one throws, postgres.js
 * rejects whichever statement is under way on the connection, and the one at fault waits for ever in its open transaction.
 */
function refusable(serialize: (value: unknown) => unknown): (value: unknown) => unknown {
  return (value) => {
    try {
      const written = serialize(value)
      return typeof written === 'string' ? written : unwritable
    } catch {
      return unwritable
    }
  }
}

/** No type of PostgreSQL's takes a NUL. */
const unwritable = '\0'

/**
 * A row, or several of one shape, for `insert into t ${rows(sql, …)}` and `update t set ${rows(sql, …)}`.
 * No alias before it: the library goes by the last keyword, and `as` means something else to it.
 */
export function rows(sql: Sql, values: object | readonly object[]) {
  // The library's types know no readonly arrays and no jsonb values; the callers' record types come from the schema.
  return sql(values as Record<string, string>)
}
