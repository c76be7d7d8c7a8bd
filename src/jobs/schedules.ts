import type { Store } from '../app/ports.ts'
import type { Queues } from './queues-port.ts'

/**
 * Keeps one weekly BullMQ schedule for each community at its summary's day and hour. The schedule only makes the
 * summary prompt; when one was missed, the sweep finds the community by its `nextSummaryAt`.
 */
export function createSchedules(
  store: Pick<Store, 'transaction'>,
  queues: Pick<Queues, 'schedule' | 'scheduled' | 'unschedule'>,
): { refresh(): Promise<void> } {
  const known = new Map<number, string>()

  return {
    /** Makes what is missing in the queue or has another hour by now. Throws when the queue is down. */
    async refresh() {
      const wanted = await store.transaction(async ({ communities }) => {
        const rows = []
        for (const community of await communities.list()) {
          const policy = await communities.policy(community.id, community.policyVersion)
          rows.push({ id: community.id, timezone: community.timezone, pattern: cronOf(policy.summary) })
        }
        return rows
      })
      if ((await queues.scheduled('summary')) < wanted.length) known.clear()
      for (const { id, timezone, pattern } of wanted) {
        const wish = `${pattern} ${timezone}`
        if (known.get(id) === wish) continue
        await queues.schedule(`summary-${id}`, pattern, timezone, 'summary', id)
        known.set(id, wish)
      }
      for (const id of known.keys()) {
        if (wanted.some((one) => one.id === id)) continue
        await queues.unschedule(`summary-${id}`, 'summary')
        known.delete(id)
      }
    },
  }
}

/** Cron for a weekly hour; ISO day 7 is cron's 0. */
export function cronOf({ day, time }: { readonly day: number; readonly time: string }): string {
  const [hour = '9', minute = '0'] = time.split(':')
  return `${Number(minute)} ${Number(hour)} * * ${day % 7}`
}
