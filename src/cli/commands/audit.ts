import { parseArgs } from 'node:util'
import type { TrailAsked, TrailStep } from '../../app/ports.ts'
import { machineClock } from '../../clocks.ts'
import { localParts, localToUtc } from '../../domain/time/zone.ts'
import { communityNamed } from '../community-named.ts'
import { openForCli } from '../open-for-cli.ts'
import { UsageError } from '../usage-error.ts'

const options = {
  community: { type: 'string' },
  ticket: { type: 'string' },
  person: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
  words: { type: 'boolean', default: false },
  jsonl: { type: 'boolean', default: false },
} as const

const PAGE = 1000

/** What people wrote, and the pictures they sent: left out unless asked for, since who did what when needs none of it. */
const wordsOfPeople = ['text', 'before', 'reason', 'attachments', 'place'] as const

/**
 * `huying audit --community NAME [--ticket 128] [--person NAME] [--since 2026-11-01] [--until 2026-11-30] [--words]
 * [--jsonl]`: who did what when, oldest first; days are the community's, both included.
 */
export async function auditCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options })
  const opened = await openForCli()
  try {
    const { community, asked } = await opened.store.transaction(async (tx) => {
      const community = await communityNamed(tx, values.community)
      const { timezone } = community
      const asked: TrailAsked = {
        communityId: community.id,
        from: values.since === undefined ? 0 : startOf(timezone, '--since', values.since),
        to:
          values.until === undefined
            ? machineClock.now() + 1
            : startOf(timezone, '--until', dayAfter('--until', values.until)),
        ticketNumber: values.ticket === undefined ? null : numberIn(values.ticket),
        actorName: values.person ?? null,
      }
      return { community, asked }
    })
    let after: TrailStep | null = null
    for (;;) {
      const page: readonly TrailStep[] = await opened.store.transaction((tx) => tx.tickets.trail(asked, after, PAGE))
      for (const step of page) {
        const shown = values.words ? step : withoutWords(step)
        process.stdout.write(values.jsonl ? jsonOf(shown) : lineOf(community.timezone, shown))
      }
      after = page.at(-1) ?? null
      if (page.length < PAGE) return
    }
  } finally {
    await opened.close()
  }
}

function withoutWords(step: TrailStep): TrailStep {
  const event: Record<string, unknown> = { ...step.event }
  for (const words of wordsOfPeople) delete event[words]
  return { ...step, event: event as unknown as TrailStep['event'] }
}

function jsonOf({ ticketNumber, seq, at, actorId, actorName, event }: TrailStep): string {
  return `${JSON.stringify({ ticket: ticketNumber, seq, at: new Date(at).toISOString(), actorId, actorName, event })}\n`
}

function lineOf(timezone: string, { ticketNumber, at, actorId, actorName, event }: TrailStep): string {
  const { date, time } = localParts(timezone, at)
  const { type, ...details } = event
  const who = actorId === null ? actorName : `${actorName} (${actorId})`
  const how = Object.keys(details).length === 0 ? '' : `  ${JSON.stringify(details)}`
  return `${date} ${time}  #${ticketNumber}  ${who}  ${type}${how}\n`
}

function numberIn(text: string): number {
  if (!/^#?[1-9]\d{0,8}$/.test(text)) throw new UsageError(`"${text}" is no ticket number; write it like 128`)
  return Number(text.replace('#', ''))
}

function startOf(timezone: string, option: string, date: string): number {
  dayAfter(option, date)
  return localToUtc(timezone, date, '00:00')
}

function dayAfter(option: string, date: string): string {
  const day = new Date(`${date}T00:00:00Z`)
  // The round trip refuses 2026-02-30.
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== date) {
    throw new UsageError(`${option} takes a day there is, like 2026-11-01, not "${date}"`)
  }
  return new Date(day.getTime() + 86_400_000).toISOString().slice(0, 10)
}
