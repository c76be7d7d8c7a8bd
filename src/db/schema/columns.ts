import { bigint, customType } from 'drizzle-orm/pg-core'
import type { Instant } from '../../domain/ids.ts'

/** An instant, kept to the millisecond; the rest of the code sees epoch ms (see connect.ts). */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
})

/** Telegram ids and our own running ids: both fit in a double exactly (below 2^53). */
export const id = () => bigint({ mode: 'number' })
