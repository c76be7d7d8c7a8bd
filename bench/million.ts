import { type FactsCost, measureFacts } from './summary-facts.ts'
import { type Neighbourhood, openNeighbourhood, type SweepCost, sweepOnce } from './sweep.ts'

const small = 10_000
const large = 1_000_000
const overdue = 1_000

/** What a million stored tickets cost against ten thousand. */
export interface MillionFigures {
  /** Time per decided row of a sweep with 1,000 due, the large database's over the small one's. */
  readonly sweepRatio: number
  /** Rows read, written and changed per decided row. */
  readonly rowsPerDecision: { readonly small: number; readonly large: number }
  /** Gathering a summary's facts from the large database, the last week's first. */
  readonly facts: readonly FactsCost[]
}

/** Both databases side by side, swept in turns, so that whatever else the machine does falls on both. */
export async function measureMillion(
  databaseUrl: string | null,
  tell: (line: string) => void,
): Promise<MillionFigures> {
  const log = { info: () => {}, warn: report, error: report }
  const open: Neighbourhood[] = []
  try {
    for (const stored of [small, large]) {
      tell(`building ${stored.toLocaleString('en')} tickets`)
      open.push(await openNeighbourhood(databaseUrl, { stored, overdue, log }))
    }
    const costs: SweepCost[][] = open.map(() => [])
    for (const [round, at] of (open[0]?.rounds ?? []).entries()) {
      for (const [index, { databaseUrl: url }] of open.entries()) {
        tell(`sweep ${round + 1}, ${index === 0 ? 'small' : 'large'}`)
        costs[index]?.push(await sweepOnce(url, at, log))
      }
    }
    const [, big] = open
    if (!big) throw new Error('nothing was built')
    tell('facts of weeks and a quarter')
    const facts = await measureFacts(big, log)
    const [ofSmall, ofLarge] = costs.map(perDecision)
    if (!ofSmall || !ofLarge) throw new Error('nothing was swept')
    return {
      sweepRatio: round2(ofLarge.ms / ofSmall.ms),
      rowsPerDecision: { small: round2(ofSmall.rows), large: round2(ofLarge.rows) },
      facts,
    }
  } finally {
    for (const { close } of open) await close()
  }

  function report(facts: object, message: string): void {
    tell(`${message} ${JSON.stringify(facts)}`)
  }
}

function perDecision(costs: readonly SweepCost[]): { readonly ms: number; readonly rows: number } {
  const sum = (of: (cost: SweepCost) => number): number => costs.reduce((all, cost) => all + of(cost), 0)
  const decided = sum((cost) => cost.decided)
  if (decided === 0) throw new Error('the sweep found nothing due')
  return { ms: sum((cost) => cost.ms) / decided, rows: sum((cost) => cost.rowsTouched) / decided }
}

function round2(value: number): number {
  return Math.round(value * 100) / 100
}
