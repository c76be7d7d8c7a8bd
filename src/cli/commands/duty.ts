import { parseArgs } from 'node:util'
import { dutyCalendarOf } from '../../app/duty-calendar.ts'
import { machineClock } from '../../clocks.ts'
import { writeIcs } from '../../reports/write-ics.ts'
import { communityNamed } from '../community-named.ts'
import { openForCli } from '../open-for-cli.ts'
import { save } from '../save.ts'
import { UsageError } from '../usage-error.ts'

/** `huying duty --community NAME [--ics FILE]`: the duty roster as a calendar file, on standard output where no file is named. */
export async function dutyCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { community: { type: 'string' }, ics: { type: 'string' } } })
  const { community: name, ics } = values
  const opened = await openForCli()
  try {
    const calendar = await opened.store.transaction(async (tx) => {
      const community = await communityNamed(tx, name)
      if ((await tx.duty.shifts(community.id)).length === 0)
        throw new UsageError(`"${name}" has no duty roster; write one under duty in its community file`)
      return dutyCalendarOf(tx, community, machineClock.now())
    })
    const text = writeIcs(calendar)
    if (ics === undefined) process.stdout.write(text)
    else await save(ics, text)
  } finally {
    await opened.close()
  }
}
