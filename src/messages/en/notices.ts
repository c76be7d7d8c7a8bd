import type { ClockName } from '../../domain/ticket/ticket.ts'
import type { NoticeTexts } from '../catalogue.ts'
import { withoutPrivateDetail } from '../clean-text.ts'
import { historyLines } from '../history-lines.ts'
import { type Html, html, join, lines, nothing, quoted, words } from '../html.ts'
import { statusNames } from '../names.ts'
import { refusalText } from '../refusal-text.ts'
import { history } from './asking.ts'
import { refusals } from './refusals.ts'

/** Notices about tickets: reminders, escalations and answers to people. */
export const notices: Pick<
  NoticeTexts,
  | 'warned'
  | 'overdue'
  | 'returned'
  | 'assigned'
  | 'urged'
  | 'reopened'
  | 'supervised'
  | 'extended'
  | 'secretary'
  | 'chat-lost'
  | 'refused'
  | 'urge-passed'
  | 'progress'
  | 'mine'
  | 'list'
  | 'history'
> = {
  warned: ({ ticket, clock, due, assignee }, say) =>
    html`⏳ ${say.matter(ticket)}: ${say.duration(due - say.now)} left ${clockPurpose[clock]} (${say.when(due)}). ${
      assignee ? html`${say.mention(assignee)}, will you make it?` : words('Who takes it?')
    }`,
  overdue: ({ ticket, clock, due, managers, assignee, outage }, say) => {
    const late = html`${notYet[clock]}, ${say.duration(say.now - due)} late`
    const ask = html`${say.mentions(managers) ?? 'Manager'}, please see to it.`
    const who = assignee ? html`In hand with: ${say.name(assignee)}` : null
    return outage
      ? lines([html`📣 ${say.matter(ticket)}: ${late} (reported late: the system was down). ${ask}`, who])
      : lines([html`⚠️ ${say.matter(ticket)}: ${late} (due ${say.when(due)}). ${ask}`, who])
  },
  returned: ({ ticket, party, assignee }, say) =>
    html`▶️ ${say.matter(ticket)}: the wait for ${quoted(party, 40)} is over and the clock runs again. ${
      assignee ? html`${say.mention(assignee)}, can you carry on?` : words('Who carries on?')
    }`,
  assigned: ({ ticket, to, by }, say) =>
    html`👉 ${say.mention(to)}, ${say.name({ name: by })} handed you ${say.matter(ticket)}. Please take it.`,
  urged: ({ ticket, times, due }, say) =>
    html`🔔 ${say.matter(ticket)}: a resident is asking (${times}×)${due === null ? '.' : html`; due ${say.when(due)}.`}`,
  reopened: ({ ticket, reason, by, unsatisfied, managers, due }, say) => {
    if (by !== null)
      return html`🔁 ${say.matter(ticket)}: opened again by ${say.name({ name: by })}${reason ? html`: ${quoted(reason, 200)}` : '.'}`
    return lines([
      html`🔁 ${say.matter(ticket)}: a resident ${unsatisfied ? 'is not satisfied' : 'says it is not solved'}, so it is open again.`,
      reason ? html`They say: “${quoted(reason, 200)}”` : null,
      html`${say.mentions(managers) ?? 'Manager'}, please contact them yourself${
        due === null ? nothing : html` by ${say.when(due)}`
      }.`,
    ])
  },
  supervised: ({ ticket, supervisor, due }, say) =>
    html`📌 ${say.matter(ticket)}: supervised by ${say.name({ name: supervisor })}, to be done by ${say.when(due)}.`,
  extended: ({ ticket, until, reason }, say) =>
    html`🗓 ${say.matter(ticket)}: extended to ${say.when(until)}: ${quoted(withoutPrivateDetail(reason), 120)}`,
  secretary: ({ ticket, clock, due, named, repeat, outage }, say) =>
    lines([
      html`📣 ${say.mentions(named) ?? 'Committee'}, please look into ${say.matter(ticket)}`,
      html`Was due ${clockPurpose[clock]} ${say.when(due)}; ${say.duration(say.now - due)} overdue${
        outage ? ' (reported late: the system was down)' : ''
      }`,
      repeat > 0 ? html`Reminder ${repeat + 1}` : null,
    ]),
  'chat-lost': ({ title, role }) =>
    html`⚠️ I can no longer write to “${quoted(title, 60)}” (${
      { residents: "residents' group", staff: 'staff group', committee: 'committee group' }[role]
    }). Please add me again; all tickets are safe.`,
  refused: ({ refusal, help }, say) => refusalText(refusals, refusal, help, say),
  'urge-passed': ({ number, due, everyHours }, say) =>
    html`#${number}: we nudged them${due === null ? nothing : html`; next step by ${say.when(due)}`}. Once every ${everyHours} hours.`,
  progress: ({ ticket, due, assignee, lastNote, history: events }, say) => {
    const open = !ticket.private
    return lines([
      html`${say.masked(ticket)}: ${statusNames[ticket.status].en}`,
      join(
        [
          open && assignee !== null ? html`${say.name({ name: assignee })} is on it` : null,
          due === null ? null : html`due ${say.when(due)}`,
        ],
        ', ',
      ),
      open && lastNote !== null ? html`Latest: ${quoted(withoutPrivateDetail(lastNote), 120)}` : null,
      ...historyLines(history, events, { words: false, most: open ? 5 : 0 }, say),
    ])
  },
  mine: ({ tickets }, say) =>
    tickets.length === 0
      ? words('You have not reported anything yet. Just say it in the group.')
      : lines([
          words('What you reported:'),
          ...tickets.slice(0, mostListed).map((one) => html`${say.masked(one)} — ${statusNames[one.status].en}`),
          rest(tickets.length),
        ]),
  list: ({ tickets, total }, say) =>
    tickets.length === 0
      ? words('Nothing is open. Well done.')
      : lines([
          html`${total} open:`,
          ...tickets
            .slice(0, mostListed)
            .map((one) =>
              join(
                [
                  html`${say.masked(one)} — ${statusNames[one.status].en}`,
                  one.assignee === null || one.private ? null : say.name({ name: one.assignee }),
                  one.due === null ? null : html`due ${say.when(one.due)}${one.due < say.now ? ' (past)' : ''}`,
                ],
                ' · ',
              ),
            ),
          rest(total, Math.min(tickets.length, mostListed)),
        ]),
  history: ({ ticket, history: events }, say) => {
    const told = historyLines(history, events, { words: !ticket.private, most: 24 }, say)
    return lines([html`📜 ${say.matter(ticket)}`, ...(told.length === 0 ? [words('Nothing has happened yet')] : told)])
  },
}

const mostListed = 30

const clockPurpose: Readonly<Record<ClockName, string>> = {
  acknowledge: 'to take it',
  onsite: 'to be on site',
  resolve: 'to finish it',
  promise: 'to keep the promise',
}

const notYet: Readonly<Record<ClockName, string>> = {
  acknowledge: 'not taken yet',
  onsite: 'nobody on site yet',
  resolve: 'not finished yet',
  promise: 'not done as promised yet',
}

function rest(total: number, shown: number = Math.min(total, mostListed)): Html | null {
  return total > shown ? html`${total - shown} more not listed` : null
}
