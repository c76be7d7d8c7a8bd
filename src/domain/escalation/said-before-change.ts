import type { ClockName, Ticket } from '../ticket/ticket.ts'

/** How often a clock had said a level when the category or urgency was last changed; none where nothing is remembered. */
export function saidBeforeChange({ cycle, decidedSteps }: Ticket, clock: ClockName, level: number): number {
  const path = `${cycle}/${clock}/before-change/${level}/`
  return Number(decidedSteps.findLast((key) => key.startsWith(path))?.slice(path.length) ?? 0)
}

/** Keys that remember how often each level has been said by each clock so far, in this cycle. */
export function rememberSaid({ cycle, decidedSteps }: Ticket): readonly string[] {
  const counts = new Map<string, number>()
  for (const key of decidedSteps) {
    const [of, clock, kind, level, repeat] = key.split('/')
    if (of !== String(cycle) || kind !== 'level' || repeat === undefined) continue
    const path = `${cycle}/${clock}/before-change/${level}`
    counts.set(path, Math.max(counts.get(path) ?? 0, Number(repeat) + 1))
  }
  return [...counts].map(([path, count]) => `${path}/${count}`)
}
