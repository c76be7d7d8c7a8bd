import type { LateLine } from '../domain/post/notice.ts'
import type { DigestTexts } from './catalogue.ts'
import { type Html, nothing } from './html.ts'
import type { Speech } from './speech.ts'

/** One overdue matter, or one about to be: number, what, where, how late, who; of a private one the number only. */
export function lateLine(
  texts: DigestTexts,
  { ticket, clock, due, late, assignee }: LateLine,
  say: Pick<Speech, 'masked' | 'late' | 'duration' | 'name' | 'now'>,
): Html {
  const ahead = due > say.now
  return texts.line({
    matter: say.masked(ticket),
    clock,
    time: ahead ? say.duration(due - say.now) : say.late(late),
    ahead,
    who: ticket.private ? nothing : assignee === null ? null : say.name({ name: assignee }),
  })
}
