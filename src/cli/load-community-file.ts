import { readFile } from 'node:fs/promises'
import { machineClock } from '../clocks.ts'
import { calendarsBeside } from './calendars-beside.ts'
import { type CommunityReading, readCommunityFile } from './community-file.ts'
import { UsageError } from './usage-error.ts'

/** Reads a community file from disk, with the calendar files beside it. @throws UsageError where there is none. */
export async function loadCommunityFile(
  path: string,
): Promise<{ readonly text: string; readonly reading: CommunityReading }> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot read ${path} (${error.code ?? error.message}); give the path of a community file`)
  })
  return { text, reading: readCommunityFile(text, calendarsBeside(path, machineClock.now())) }
}
