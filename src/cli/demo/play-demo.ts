import { type WeekStep, week, weekEnd, weekStart } from '../../../seeds/week.ts'
import type { ChatRole } from '../../domain/community/role.ts'
import type { Language } from '../../domain/ids.ts'
import { openDemo } from '../../neighbourhood/open-demo.ts'
import { instant, runWeek, StepFailed } from '../../neighbourhood/run-week.ts'
import { demoCommunity } from '../../open-sandbox.ts'
import { frames } from './frame.ts'
import type { Happening } from './happening.ts'
import type { Ink } from './ink.ts'
import { writeSummaryPictures } from './summary-pictures.ts'
import { createTranscript } from './transcript.ts'
import { watchChats } from './watch-chats.ts'
import { countWeek } from './week-count.ts'

export interface DemoOptions {
  /** A server on which a database is made and dropped; null brings its own. */
  readonly databaseUrl: string | null
  readonly redisUrl: string | null
  /** Where the summary pictures go: a directory that is there. */
  readonly out: string
  /** Of what stands around people's and the bot's words. */
  readonly language: Language
  readonly ink: Ink
  readonly print: (line: string) => void
  /** Ends the demo early, with everything closed and removed. */
  readonly stopped: AbortSignal
  readonly steps?: readonly WeekStep[]
}

/**
 * Plays one week of the demo neighbourhood: the real bot over HTTP against a local Telegram, real jobs and PostgreSQL,
 * and a clock that is moved. Prints the transcript as it goes.
 * @throws StepFailed when a step of the script could not be carried out or the bot reported a fault.
 */
export async function playDemo(options: DemoOptions): Promise<void> {
  const { databaseUrl, redisUrl, language, ink, print, stopped, steps = week } = options
  const { name, timezone, chats } = await demoCommunity()
  const idOf = (role: ChatRole): number => chats.find((chat) => chat.role === role)?.id ?? 0
  const [residents, staff, committee] = [idOf('residents'), idOf('staff'), idOf('committee')]
  const frame = frames[language]
  const order = [residents, staff, committee]
  const transcript = createTranscript({ frame, timezone, ink, order, telling: [residents, committee, staff] })
  for (const line of frame.heading(name)) print(line)

  const world = await openDemo({ databaseUrl, redisUrl, at: instant(timezone, weekStart) })
  try {
    const watch = watchChats(world.telegram)
    const seen: Happening[] = []
    const onRest = (step: WeekStep | null): void => {
      const happenings = watch.take()
      seen.push(...happenings)
      for (const line of transcript.moment(happenings, step?.shows?.[language] ?? null)) print(line)
    }
    await runWeek({ ...world, timezone, steps, end: weekEnd, onRest, stopped })
    if (stopped.aborted) return
    if (world.faults.length > 0) throw new StepFailed(`the bot reported faults: ${world.faults.join('; ')}`)
    const pictures = await writeSummaryPictures(world.telegram, options.out, [
      { id: committee, name: 'committee' },
      { id: residents, name: 'residents' },
    ])
    print('')
    for (const line of frame.count(countWeek(seen, { staff, committee }))) print(ink('bold', line))
    print(`${frame.pictures} ${pictures.join('  ')}`)
  } finally {
    await world.close()
  }
}
