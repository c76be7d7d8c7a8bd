import postgres from 'postgres'
import { storableJson, storableText } from './storable.ts'

/** How values travel: bigint as number, timestamptz as epoch ms, jsonb as objects; columns in camelCase. */
const types = {
  bigint: { to: 20, from: [20], serialize: (n: number) => String(n), parse: Number },
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

export type Sql = postgres.Sql<{ bigint: number; instant: number; json: unknown; string: string }>

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
  return postgres(url, {
    max,
    types,
    // Column names only: postgres.camel would rename the keys inside JSON as well.
    transform: { column: { from: postgres.toCamel, to: postgres.fromCamel } },
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
}

/**
 * A row, or several of one shape, for `insert into t ${rows(sql, …)}` and `update t set ${rows(sql, …)}`.
 * No alias before it: the library goes by the last keyword, and `as` means something else to it.
 */
export function rows(sql: Sql, values: object | readonly object[]) {
  // The library's types know no readonly arrays and no jsonb values; the callers' record types come from the schema.
  return sql(values as Record<string, string>)
}
