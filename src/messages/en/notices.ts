import type { TicketCommandType } from '../../domain/ticket/command.ts'
import type { ClockName } from '../../domain/ticket/ticket.ts'
import { withoutPrivateDetail } from '../../domain/without-private-detail.ts'
import type { NoticeTexts } from '../catalogue.ts'
import { changeText } from '../change-line.ts'
import { historyLines } from '../history-lines.ts'
import { type Html, html, join, lines, nothing, quoted, words } from '../html.ts'
import { lateLine } from '../late-line.ts'
import { ladderPartNames, statusNames } from '../names.ts'
import { refusalText } from '../refusal-text.ts'
import { history } from './asking.ts'
import { digest } from './digest.ts'
import {
  duty,
  dutyLink,
  dutyLinkUnset,
  roster,
  swapAgreed,
  swapAsked,
  swapDeclined,
  swapExpired,
  swapWithdrawn,
} from './duty.ts'
import { oftenText } from './often-text.ts'
import { progress, progressMany } from './progress.ts'
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
  | 'sent-back'
  | 'referred'
  | 'done-many'
  | 'secretary'
  | 'unsolved'
  | 'chat-lost'
  | 'dm-closed'
  | 'refused'
  | 'due-set'
  | 'recategorised'
  | 'urge-passed'
  | 'progress'
  | 'progress-many'
  | 'mine'
  | 'list'
  | 'overdue-list'
  | 'duty'
  | 'roster'
  | 'swap-asked'
  | 'swap-agreed'
  | 'swap-declined'
  | 'swap-expired'
  | 'swap-withdrawn'
  | 'nobody-holds'
  | 'duty-link'
  | 'duty-link-unset'
  | 'history'
> = {
  warned: ({ ticket, clock, due, assignee }, say) =>
    html`⏳ ${say.matter(ticket)}: ${say.duration(due - say.now)} left ${clockPurpose[clock]} (${say.when(due)}). ${
      assignee ? html`${say.mention(assignee)}, will you make it?` : words('Who takes it?')
    }`,
  overdue: ({ ticket, clock, due, late: by, managers, assignee, outage }, say) => {
    const late = html`${notYet[clock]}, ${say.late(by)} late`
    const ask = html`${say.mentions(managers) ?? 'Property office'}, please see to it.`
    const who = assignee ? html`In hand with: ${say.name(assignee)}` : null
    return outage
      ? lines([html`📣 ${say.matter(ticket)}: ${late} (reported late: the system was down). ${ask}`, who])
      : lines([html`⚠️ ${say.matter(ticket)}: ${late} (due ${say.when(due)}). ${ask}`, who])
  },
  returned: ({ ticket, party, assignee, granted }, say) =>
    html`▶️ ${say.matter(ticket)}: the wait for ${quoted(party, 40)} is over and ${
      granted === undefined ? 'the clock runs again' : `the committee's ${say.when(granted)} still stands`
    }. ${assignee ? html`${say.mention(assignee)}, can you carry on?` : words('Who carries on?')}`,
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
      html`${say.mentions(managers) ?? 'Property office'}, please contact them yourself${
        due === null ? nothing : html` by ${say.when(due)}`
      }.`,
    ])
  },
  supervised: ({ ticket, supervisor, due }, say) =>
    html`📌 ${say.matter(ticket)}: supervised by ${say.name({ name: supervisor })}, to be done by ${say.when(due)}.`,
  extended: ({ ticket, until, reason }, say) =>
    html`🗓 ${say.matter(ticket)}: extended to ${say.when(until)}: ${quoted(withoutPrivateDetail(reason), 120)}`,
  'sent-back': ({ ticket, reason, by, due, managers }, say) =>
    lines([
      html`↩️ ${say.matter(ticket)}: sent back by ${say.name({ name: by })}: ${quoted(withoutPrivateDetail(reason), 120)}`,
      html`${say.mentions(managers) ?? 'Property office'}, please see that it is done by ${say.when(due)}; if not, it goes up again.`,
    ]),
  referred: ({ ticket, trail, lead }, say) =>
    html`🤝 ${say.matter(ticket)} has been passed on ${oftenText(trail.length)}: ${quoted(withoutPrivateDetail(trail.join(' → ')), 80)}. The committee is asked whose it is; until then please stay with it, ${say.mentions(lead) ?? 'property manager'}.`,
  'done-many': ({ command, done, refused }, say) =>
    lines([
      done.length === 0
        ? null
        : html`✅ ${done.map((number) => `#${number}`).join(', ')}: ${doneWords[command] ?? 'done'}`,
      ...refused.map(({ number, refusal }) => html`#${number} unchanged: ${refusalText(refusals, refusal, null, say)}`),
    ]),
  secretary: ({ ticket, clock, due, late, named, repeat, outage }, say) =>
    lines([
      html`📣 ${say.mentions(named) ?? 'Committee'}, please look into ${say.discreet(ticket)}`,
      html`Was due ${clockPurpose[clock]} ${say.when(due)}; ${say.late(late)} overdue${
        outage ? ' (reported late: the system was down)' : ''
      }`,
      repeat > 0 && !outage ? html`Reminder ${repeat + 1}` : null,
    ]),
  unsolved: ({ ticket, unsatisfied, times, managers, due }, say) =>
    lines([
      html`🔁 ${say.discreet(ticket)} was said to be done; a resident ${
        unsatisfied ? 'is not satisfied' : 'says it is not solved'
      } (reopened ${times}×)`,
      html`${say.mentions(managers) ?? 'The property office'} is to contact them${due === null ? nothing : html` by ${say.when(due)}`}.`,
    ]),
  'nobody-holds': ({ community, part }) =>
    lines([
      html`👤 ${quoted(community, 40)}: a ticket went up to “${ladderPartNames[part]?.en ?? quoted(part, 40)}”, and nobody on the list is that, so one person fewer was called.`,
      words(
        'Please add somebody under people in the community file (with a title), or take the step out of ladder. You will not be told again.',
      ),
    ]),
  'dm-closed': ({ person, bot }, say) =>
    html`${say.mention(person)}, I could not reach you in private. Please open ${words(`@${bot}`)} and say hello there.`,
  'chat-lost': ({ title, role }) =>
    html`⚠️ I can no longer write to “${quoted(title, 60)}” (${
      { residents: "residents' group", staff: 'staff group', committee: 'committee group' }[role]
    }). Please add me again; all tickets are safe.`,
  refused: ({ refusal, help }, say) => refusalText(refusals, refusal, help, say),
  'due-set': ({ number, command, due }, say) =>
    html`✅ #${number} ${{ supervise: 'is supervised', extend: 'is extended', 'send-back': 'is sent back' }[command]}: to be done by ${say.when(due)}.`,
  recategorised: ({ number, ...change }) =>
    html`✅ #${number} changed: ${changeText(change, 'en')}. Time that has run still counts.`,
  'urge-passed': ({ number, due, everyHours }, say) =>
    html`#${number}: we nudged them${due === null ? nothing : html`; next step by ${say.when(due)}`}. Once every ${everyHours} hours.`,
  progress,
  'progress-many': progressMany,
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
  duty,
  roster,
  'swap-asked': swapAsked,
  'swap-agreed': swapAgreed,
  'swap-declined': swapDeclined,
  'swap-expired': swapExpired,
  'swap-withdrawn': swapWithdrawn,
  'duty-link': dutyLink,
  'duty-link-unset': dutyLinkUnset,
  'overdue-list': ({ tickets, total }, say) =>
    tickets.length === 0
      ? words('Nothing is overdue. Well done.')
      : lines([
          html`${total} overdue:`,
          ...tickets.slice(0, mostListed).map((one) => lateLine(digest, one, say)),
          rest(total, Math.min(tickets.length, mostListed)),
          digest.howToOpen,
        ]),
  history: ({ ticket, history: events }, say) => {
    const told = historyLines(history, events, { words: !ticket.private, most: 24 }, say)
    return lines([
      html`📜 ${say.discreet(ticket)}`,
      ...(told.length === 0 ? [words('Nothing has happened yet')] : told),
    ])
  },
}

const mostListed = 30

const doneWords: Readonly<Partial<Record<TicketCommandType, string>>> = {
  acknowledge: 'taken',
  arrive: 'arrival noted',
  resolve: 'marked done',
  return: 'resumed',
  support: 'joined',
  confirm: 'confirmed',
  withdraw: 'taken back',
}

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
