import { summarize } from '../src/domain/summary/summary.ts'
import { openTemporaryDatabase } from '../src/neighbourhood/temporary-database.ts'
import { parse } from '../src/nlu/parse.ts'
import { drawSummary } from '../src/reports/draw-summary.ts'
import { plausibleWeek } from '../test/reports/plausible-facts.ts'
import { measureFloor, measureJam, measureProduct } from './load/load.ts'
import { measureMillion } from './million.ts'

const parsed = parsePerSecond()
const pictureMs = await summaryMs()
const redisUrl = process.env.REDIS_URL ?? null
const floor = await onFresh('the floor: a bare bot', measureFloor)
const load = await onFresh('chatter and reports', (url) => measureProduct(url, redisUrl))
const jam = await onFresh("5,000 summaries under Telegram's limits", (url) => measureJam(url, redisUrl))
const million = await measureMillion(givenServer(), tell)

/**
 * `npm run bench`: the last line of standard output is one JSON object. All figures are taken in this one run; ratios are
 * against a floor of the same run. Null: nothing measures it yet.
 */
const figures = {
  floorPerSecond: Math.round(floor.ticketsPerSecond),
  chatterPerSecond: Math.round(load.chatterPerSecond),
  chatterRatio: round3(load.chatterPerSecond / floor.ticketsPerSecond),
  ticketsPerSecond: Math.round(load.ticketsPerSecond),
  ticketRatio: round3(load.ticketsPerSecond / floor.ticketsPerSecond),
  p99Ms: Math.round(load.arrivals.p99),
  p99Ratio: round3(load.arrivals.p99 / floor.arrivals.p99),
  millionTicketsThroughputRatio: null,
  millionTicketsP99Ratio: null,
  sweepRatio: million.sweepRatio,
  summaryMs: pictureMs + (million.facts[0]?.ms ?? 0),
  limitUse: round3(jam.limitUse),
  http429: jam.http429,
  emergencyMs: jam.emergencyMs === null ? null : Math.round(jam.emergencyMs),
  parsePerSecond: parsed,
  rssMb: Math.round(load.rssMb),
  rowsPerSweepDecision: million.rowsPerDecision,
  factsMs: Object.fromEntries(million.facts.map(({ period, ms }) => [period, ms])),
}

function tell(line: string): void {
  process.stderr.write(`bench: ${line}\n`)
}

/** Runs one measurement on an empty database. */
async function onFresh<T>(what: string, work: (databaseUrl: string) => Promise<T>): Promise<T> {
  tell(what)
  const database = await openTemporaryDatabase(givenServer(), { info: () => {}, warn: () => {}, error: () => {} })
  try {
    return await work(database.databaseUrl)
  } finally {
    await database.close()
  }
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** The server given, on which databases are made and dropped; without one the bench brings its own. */
function givenServer(): string | null {
  return process.env.DATABASE_URL ?? null
}

/** Whole messages read per second on one core, over lines of every length people write. */
function parsePerSecond(): number {
  const at = Date.UTC(2026, 10, 18, 2)
  const lines = [
    '3号楼2单元电梯又坏了,老人下不来楼',
    '早上好,今天有人去菜场吗',
    '又停水了',
    '谁家的狗又在电梯里撒尿了,能不能管管,天天这样,味道大得不行,小孩都不敢坐',
    'no hot water since last night, bldg 5 / 1203',
    '疏通下水道 18元起 电话微信同号',
  ]
  const read = (rounds: number): void => {
    for (let round = 0; round < rounds; round++) {
      for (const line of lines) parse(line, { at, timezone: 'Asia/Shanghai', audience: 'residents' })
    }
  }
  read(300)
  const rounds = 2000
  const started = performance.now()
  read(rounds)
  return Math.round((rounds * lines.length * 1000) / (performance.now() - started))
}

/** From a week's facts to its picture, fonts loaded; the median of five. */
async function summaryMs(): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 6; round++) {
    const started = performance.now()
    await drawSummary(summarize(plausibleWeek, 'committee', 'Asia/Shanghai'), { language: 'zh-CN' })
    times.push(performance.now() - started)
  }
  return Math.round(times.slice(1).toSorted((a, b) => a - b)[2] ?? 0)
}

process.stdout.write(`${JSON.stringify(figures)}\n`)
