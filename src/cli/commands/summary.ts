import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { machineClock } from '../../clocks.ts'
import { summarizedWeek } from '../../domain/summary/next-summary.ts'
import { weeklySummary } from '../../domain/summary/weekly-summary.ts'
import { isoWeekRange } from '../../domain/time/iso-week.ts'
import { summaryText } from '../../messages/summary-text.ts'
import { drawSummary } from '../../reports/draw-summary.ts'
import { openForCli } from '../open-for-cli.ts'
import { UsageError } from '../usage-error.ts'

const audiences = ['residents', 'staff', 'committee'] as const

/** `huying summary --community NAME [--week 2026-W47] [--audience committee] [--json | --png FILE]`; text without either. */
export async function summaryCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      community: { type: 'string' },
      week: { type: 'string' },
      audience: { type: 'string', default: 'committee' },
      json: { type: 'boolean' },
      png: { type: 'string' },
    },
  })
  const { community: name } = values
  const audience = audiences.find((one) => one === values.audience)
  if (name === undefined) throw new UsageError('say which community: --community NAME')
  if (!audience) throw new UsageError(`--audience takes one of ${audiences.join(', ')}`)
  const opened = await openForCli()
  try {
    const { summary, language } = await opened.store.transaction(async (tx) => {
      const community = await tx.communities.byName(name)
      if (!community) throw new UsageError(`there is no community "${name}"; "community show" lists them`)
      const now = machineClock.now()
      const label = values.week ?? summarizedWeek(community.timezone, now)
      const range = isoWeekRange(community.timezone, label)
      if (!range) throw new UsageError(`"${label}" is no ISO week; write it like 2026-W47`)
      const facts = await tx.summaries.facts(community.id, label, range.start, range.end, now)
      const { rateWeights } = await tx.communities.policy(community.id, community.policyVersion)
      return { summary: weeklySummary(facts, audience, community.timezone, rateWeights), language: community.language }
    })
    if (values.png !== undefined) await writeFile(values.png, await drawSummary(summary, { language }))
    if (values.json === true) process.stdout.write(`${JSON.stringify(summary)}\n`)
    else if (values.png === undefined) process.stdout.write(`${summaryText(summary, language).text}\n`)
  } finally {
    await opened.close()
  }
}
