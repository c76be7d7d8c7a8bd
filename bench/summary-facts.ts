import type { Log } from '../src/app/log.ts'
import { type Period, periodAt } from '../src/domain/summary/period.ts'
import { publishedDays } from '../src/domain/time/china-days.ts'
import { openStore } from '../src/open-store.ts'
import type { Neighbourhood } from './sweep.ts'

const zone = 'Asia/Shanghai'
const dayMs = 86_400_000

/** How long the facts of one period took to gather. */
export interface FactsCost {
  readonly period: string
  readonly ms: number
}

/** The facts of last week, of sixteen weeks and of a year ago, and of last quarter; each the better of two. */
export async function measureFacts(
  { databaseUrl, communityId, rounds }: Neighbourhood,
  log: Log,
): Promise<readonly FactsCost[]> {
  const now = rounds[0] ?? 0
  const periods: readonly Period[] = [
    periodAt(zone, 'week', now - 7 * dayMs),
    periodAt(zone, 'week', now - 16 * 7 * dayMs),
    periodAt(zone, 'week', now - 365 * dayMs),
    periodAt(zone, 'quarter', now - 90 * dayMs),
  ]
  const { store, close } = await openStore({ databaseUrl, dataDir: '', chinaDays: publishedDays, log })
  const costs: FactsCost[] = []
  for (const period of periods) {
    const times: number[] = []
    for (let turn = 0; turn < 2; turn++) {
      const started = performance.now()
      await store.transaction((tx) => tx.summaries.facts(communityId, period, now))
      times.push(performance.now() - started)
    }
    costs.push({ period: period.label, ms: Math.round(Math.min(...times)) })
  }
  await close()
  return costs
}
