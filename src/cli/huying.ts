import { parseArgs } from 'node:util'
import { UsageError } from './usage-error.ts'

/** Each command is loaded only when it is called: parsing a line must not pay for a database driver. */
const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  parse: async (args) => (await import('./commands/lines.ts')).parseCommand(args),
  time: async (args) => (await import('./commands/lines.ts')).timeCommand(args),
  clock: async (args) => (await import('./commands/lines.ts')).clockCommand(args),
  route: async (args) => (await import('./commands/route.ts')).routeCommand(args),
  community: async (args) => (await import('./commands/community.ts')).communityCommand(args),
  summary: async (args) => (await import('./commands/summary.ts')).summaryCommand(args),
  duty: async (args) => (await import('./commands/duty.ts')).dutyCommand(args),
  audit: async (args) => (await import('./commands/audit.ts')).auditCommand(args),
  backup: async (args) => (await import('./commands/backup.ts')).backupCommand(args),
  restore: async (args) => (await import('./commands/backup.ts')).restoreCommand(args),
  demo: async (args) => (await import('./commands/demo.ts')).demoCommand(args),
}

const usage = `huying <command>

  parse  --jsonl | TEXT     what a message means: kind, categories, place, since … (--explain shows why,
                            --community FILE hears as that community does)
  time   --jsonl | TEXT     time expressions as instants (--prefer past|future)
  clock  --jsonl            business time: due, minutes, windows, next opening
  route  --jsonl            who is responsible for a matter and why, by which article, with which money
                            (--lang zh|en, --community FILE answers as that community does)
  community check FILE      what is wrong with a community file, by line; nothing is written
  community import FILE     make or update a community from its YAML file
  community calendar FILE.ics --community NAME
                            take days off, make-up workdays and breaks from a calendar file
  community show [NAME]     what is known of one community, or the list
  summary --community NAME  the figures of a week (--week 2026-W47), --month 2026-11 or --quarter 2026-Q4 as text,
                            --json, --png FILE, --xlsx FILE, --csv FILE (--audience residents|staff|committee)
  duty --community NAME     the duty roster as a calendar file (--ics FILE, else standard output)
  audit --community NAME    who did what when (--ticket 128, --person NAME, --since DAY, --until DAY, --jsonl; --words
                            adds what people wrote)
  backup FILE               everything the bot knows, in one file, while it runs
  restore FILE              fills an empty installation from a backup, of this release or an earlier one
  demo                      one week of the demo neighbourhood, in seconds (--out DIR, --lang zh|en)

--jsonl reads JSON lines on standard input and writes one result line for each. Only results go to standard output.
`

async function main(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args.slice(0, 1)], allowPositionals: true, strict: false })
  const name = positionals[0]
  const command = name === undefined || !Object.hasOwn(commands, name) ? undefined : commands[name]
  if (!command) {
    process.stderr.write(
      name === undefined || name === 'help' ? usage : `huying: there is no command "${name}"\n\n${usage}`,
    )
    return name === undefined || name === 'help' ? 0 : 2
  }
  try {
    await command(args.slice(1))
    return typeof process.exitCode === 'number' ? process.exitCode : 0
  } catch (error) {
    // An operator needs the reason and the fix, not a stack.
    if (!(error instanceof UsageError) && !isArgumentError(error)) throw error
    process.stderr.write(`huying ${name}: ${error.message}\n`)
    return 2
  }
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

process.exitCode = await main(process.argv.slice(2))
