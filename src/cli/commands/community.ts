import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { putCommunity } from '../../app/import-community.ts'
import type { Tx } from '../../app/ports.ts'
import { machineClock } from '../../clocks.ts'
import { ChatBoundElsewhere } from '../../db/chats.ts'
import { calendarsBeside } from '../calendars-beside.ts'
import { readCommunityFile } from '../community-file.ts'
import { formatProblem } from '../community-problem.ts'
import { foreignChat } from '../foreign-chat.ts'
import { loadIcs } from '../ics/load-ics.ts'
import { openForCli } from '../open-for-cli.ts'
import { toSetup } from '../to-setup.ts'
import { UsageError } from '../usage-error.ts'

/** `huying community import FILE`, `community calendar FILE.ics --community NAME` and `community show [NAME]`. */
export async function communityCommand(args: readonly string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { community: { type: 'string' } },
  })
  const [verb, argument] = positionals
  if (verb === 'import' && argument !== undefined) return importFile(argument)
  if (verb === 'calendar' && argument !== undefined && values.community !== undefined)
    return importCalendar(argument, values.community)
  if (verb === 'show') return show(argument ?? null)
  throw new UsageError(
    'say: community import FILE, community calendar FILE.ics --community NAME, or community show [NAME]',
  )
}

async function importFile(file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot read ${file} (${error.code ?? error.message}); give the path of a community file`)
  })
  const read = readCommunityFile(text, calendarsBeside(file, machineClock.now()))
  if (!read.ok) {
    const lines = read.problems.map((problem) => `${file}: ${formatProblem(problem, 'en')}`)
    throw new UsageError(`nothing was changed\n${lines.join('\n')}`)
  }
  const opened = await openForCli()
  try {
    const result = await opened.store.transaction((tx) => putCommunity(tx, toSetup(read.value), machineClock.now()))
    print({ name: result.community.name, created: result.created, changed: result.changed })
  } catch (error) {
    if (!(error instanceof ChatBoundElsewhere)) throw error
    const problem = foreignChat(text, read.value, error.chatId)
    throw new UsageError(`nothing was changed: ${file}: ${formatProblem(problem, 'en')}`)
  } finally {
    await opened.close()
  }
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
