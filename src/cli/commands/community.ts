import { parseArgs } from 'node:util'
import { putCommunity } from '../../app/import-community.ts'
import type { Store, Tx } from '../../app/ports.ts'
import { machineClock } from '../../clocks.ts'
import { ChatBoundElsewhere } from '../../db/chats.ts'
import type { CommunityFile } from '../../domain/policy/community-file.ts'
import { calendarsBeside } from '../calendars-beside.ts'
import type { CommunityReading } from '../community-file.ts'
import { type CommunityProblem, formatProblem } from '../community-problem.ts'
import { foreignChat } from '../foreign-chat.ts'
import { loadIcs } from '../ics/load-ics.ts'
import { loadCommunityFile } from '../load-community-file.ts'
import { openForCli } from '../open-for-cli.ts'
import { readForStore } from '../read-for-store.ts'
import { toSetup } from '../to-setup.ts'
import { UsageError } from '../usage-error.ts'

/** `huying community import FILE`, `community check FILE`, `community calendar FILE.ics --community NAME` and `community show [NAME]`. */
export async function communityCommand(args: readonly string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { community: { type: 'string' } },
  })
  const [verb, argument] = positionals
  if (verb === 'import' && argument !== undefined) return importFile(argument)
  if (verb === 'check' && argument !== undefined) return checkFile(argument)
  if (verb === 'calendar' && argument !== undefined && values.community !== undefined)
    return importCalendar(argument, values.community)
  if (verb === 'show') return show(argument ?? null)
  throw new UsageError(
    'say: community check FILE, community import FILE, community calendar FILE.ics --community NAME, or community show [NAME]',
  )
}

async function importFile(file: string): Promise<void> {
  const { text, reading } = await readFirst(file)
  const opened = await openForCli()
  try {
    const value = await settled(file, text, reading, opened.store)
    const result = await opened.store
      .transaction((tx) => putCommunity(tx, toSetup(value), machineClock.now()))
      .catch((error: unknown) => {
        if (!(error instanceof ChatBoundElsewhere)) throw error
        throw refused(file, [foreignChat(text, value, error.chatId)])
      })
    print({ name: result.community.name, created: result.created, changed: result.changed })
  } finally {
    await opened.close()
  }
}

/** Says what is wrong with a file and writes nothing; the database is only asked for chats that the file does not list. */
async function checkFile(file: string): Promise<void> {
  const { text, reading } = await readFirst(file)
  if (reading.ok) return print({ name: reading.value.community.name, ok: true })
  const opened = await openForCli()
  try {
    const { community } = await settled(file, text, reading, opened.store)
    print({ name: community.name, ok: true })
  } finally {
    await opened.close()
  }
}

/** Refuses at once what no database could mend. */
async function readFirst(file: string): Promise<{ readonly text: string; readonly reading: CommunityReading }> {
  const loaded = await loadCommunityFile(file)
  const { reading } = loaded
  if (!reading.ok && reading.unsettled === undefined) throw refused(file, reading.problems)
  return loaded
}

async function settled(file: string, text: string, reading: CommunityReading, store: Store): Promise<CommunityFile> {
  const last = await readForStore(reading, store, text, calendarsBeside(file, machineClock.now()))
  if (!last.ok) throw refused(file, last.problems)
  return last.value
}

/** In both languages: the file may be written by somebody who reads only one. */
function refused(file: string, problems: readonly CommunityProblem[]): UsageError {
  const lines = problems.flatMap((problem) => [
    `${file}: ${formatProblem(problem, 'en')}`,
    `${file}: ${formatProblem(problem, 'zh-CN')}`,
  ])
  return new UsageError(`nothing was changed\n${lines.join('\n')}`)
}

/** Dates of a calendar file into a community's policy; the same file again changes nothing. */
async function importCalendar(file: string, name: string): Promise<void> {
  const opened = await openForCli()
  try {
    await opened.store.transaction(async (tx) => {
      const community = await tx.communities.byName(name)
      if (!community) throw new UsageError(`there is no community "${name}"; "community show" lists them`)
      const read = loadIcs(file, community.timezone, machineClock.now())
      if (!read.ok)
        throw new UsageError(`nothing was changed\n${read.problems.map((problem) => `${file}: ${problem}`).join('\n')}`)
      const changed = await tx.communities.setImportedDays(community.id, read.days)
      const { closed, worked, hours, breaks } = read.days
      print({
        name,
        changed,
        closed: closed.length,
        worked: worked.length + Object.keys(hours).length,
        breaks: Object.values(breaks).flat().length,
      })
    })
  } finally {
    await opened.close()
  }
}

async function show(name: string | null): Promise<void> {
  const opened = await openForCli()
  try {
    const found = await opened.store.transaction((tx) => describe(tx, name))
    if (name !== null && found.length === 0)
      throw new UsageError(`there is no community "${name}"; "community show" lists them`)
    for (const one of found) print(one)
  } finally {
    await opened.close()
  }
}

async function describe(tx: Tx, name: string | null): Promise<readonly object[]> {
  const communities = (await tx.communities.list()).filter((community) => name === null || community.name === name)
  return Promise.all(
    communities.map(async ({ id, ...community }) => ({
      ...community,
      buildings: await tx.communities.buildings(id),
      chats: (await tx.chats.list(id)).map(({ communityId: _, ...chat }) => chat),
      people: await tx.people.list(id),
    })),
  )
}

function print(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}
