import type { Standing } from '../../domain/post/notice.ts'
import type { TicketStatus } from '../../domain/ticket/ticket.ts'
import { withoutPrivateDetail } from '../../domain/without-private-detail.ts'
import type { NoticeTexts } from '../catalogue.ts'
import { historyLines } from '../history-lines.ts'
import { type Html, html, join, lines, quoted } from '../html.ts'
import { statusNames } from '../names.ts'
import type { Speech } from '../speech.ts'
import { history } from './asking.ts'

export const progress: NoticeTexts['progress'] = ({ history: events, ...standing }, say) =>
  lines([
    ...standingLines(standing, 120, say),
    ...historyLines(history, events, { words: false, most: standing.ticket.private ? 0 : 5 }, say),
  ])

export const progressMany: NoticeTexts['progress-many'] = ({ standings, unknown }, say) =>
  lines([
    ...standings.flatMap((standing) => standingLines(standing, 60, say)),
    unknown.length === 0 ? null : html`没有找到 ${unknown.map((number) => `#${number}`).join('、')}。`,
  ])

function standingLines(
  { ticket, due, assignee, lastNote }: Standing,
  most: number,
  say: Speech,
): readonly (Html | null)[] {
  const open = !ticket.private
  return [
    html`${say.masked(ticket)}:${statusNames[ticket.status]['zh-CN']}`,
    join(
      [
        open && assignee !== null ? whoLine(ticket.status, say.name({ name: assignee })) : null,
        due === null ? null : html`${say.when(due)} 前`,
      ],
      ',',
    ),
    open && lastNote !== null ? html`最新:${quoted(withoutPrivateDetail(lastNote), most)}` : null,
  ]
}

/** Nobody works on what is done, and what was only handed over waits to be taken. */
function whoLine(status: TicketStatus, who: Html): Html | null {
  if (status === 'open') return html`已派给 ${who}`
  return status === 'acknowledged' ? html`${who} 在办` : null
}
