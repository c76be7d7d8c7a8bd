import { parseArgs } from 'node:util'
import type { Tx } from '../../app/ports.ts'
import { machineClock } from '../../clocks.ts'
import type { Instant, Language } from '../../domain/ids.ts'
import { summarizedPeriod } from '../../domain/summary/next-summary.ts'
import { type Period, periodKinds, periodOf } from '../../domain/summary/period.ts'
import { type Audience, audiences, type Summary, summarize } from '../../domain/summary/summary.ts'
import { summaryText } from '../../messages/summary-text.ts'
import { drawSummary } from '../../reports/draw-summary.ts'
import { summaryTables } from '../../reports/summary-tables.ts'
import { writeCsv } from '../../reports/write-csv.ts'
import { writeXlsx } from '../../reports/write-xlsx.ts'
import { communityNamed } from '../community-named.ts'
import { openForCli } from '../open-for-cli.ts'
import { save } from '../save.ts'
import { UsageError } from '../usage-error.ts'

const options = {
  community: { type: 'string' },
  week: { type: 'string' },
  month: { type: 'string' },
  quarter: { type: 'string' },
  audience: { type: 'string', default: 'committee' },
  json: { type: 'boolean' },
  png: { type: 'string' },
  xlsx: { type: 'string' },
  csv: { type: 'string' },
} as const

type Values = ReturnType<typeof read>

/**
 * `huying summary --community NAME [--week 2026-W47 | --month 2026-11 | --quarter 2026-Q4] [--audience committee]
 * [--json] [--png FILE] [--xlsx FILE] [--csv FILE]`; text where no output is asked for. Without a period the last full week.
 */
export async function summaryCommand(args: readonly string[]): Promise<void> {
  const values = read(args)
  const { community: name } = values
  const audience = audiences.find((one) => one === values.audience)
  if (!audience) throw new UsageError(`--audience takes one of ${audiences.join(', ')}`)
  const opened = await openForCli()
  try {
    const found = await opened.store.transaction((tx) => summaryOf(tx, name, audience, values, machineClock.now()))
    await write(values, found.summary, found.language)
  } finally {
    await opened.close()
  }
}

function read(args: readonly string[]) {
  return parseArgs({ args: [...args], options }).values
}

async function summaryOf(
  tx: Tx,
  name: string | undefined,
  audience: Audience,
  values: Values,
  now: Instant,
): Promise<{ readonly summary: Summary; readonly language: Language }> {
  const community = await communityNamed(tx, name)
  const period = periodAsked(values, community.timezone, now)
  const facts = await tx.summaries.facts(community.id, period, now)
  return { summary: summarize(facts, audience, community.timezone), language: community.language }
}

const examples = { week: '2026-W47', month: '2026-11', quarter: '2026-Q4' } as const

function periodAsked(values: Values, timezone: string, now: Instant): Period {
  const asked = periodKinds.filter((kind) => values[kind] !== undefined)
  if (asked.length > 1) throw new UsageError(`choose one of ${asked.map((kind) => `--${kind}`).join(', ')}`)
  const [kind] = asked
  if (kind === undefined) return summarizedPeriod(timezone, 'week', now)
  const label = values[kind] ?? ''
  const period = periodOf(timezone, label)
  if (!period || period.kind !== kind) {
    throw new UsageError(`"${label}" is no ${kind} there is; write it like ${examples[kind]}`)
  }
  if (period.start > now) throw new UsageError(`${label} is still to come`)
  return period
}

async function write({ json, png, xlsx, csv }: Values, summary: Summary, language: Language): Promise<void> {
  const tables = summaryTables(summary, language)
  if (png !== undefined) await save(png, await drawSummary(summary, { language }))
  if (xlsx !== undefined) await save(xlsx, await writeXlsx(tables))
  if (csv !== undefined) await save(csv, writeCsv(tables))
  if (json === true) process.stdout.write(`${JSON.stringify(summary)}\n`)
  else if (png === undefined && xlsx === undefined && csv === undefined) {
    process.stdout.write(`${summaryText(summary, language).text}\n`)
  }
}
