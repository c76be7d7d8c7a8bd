import { explain } from '../domain/escalation/explain.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { RecordedEvent } from '../domain/ticket/event.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { categoryNames } from '../messages/category-names.ts'
import { historyLines } from '../messages/history-lines.ts'
import { messagesIn } from '../messages/messages-in.ts'
import { classNames, clockNames, ladderPartNames, roleNames, statusNames, urgencyNames } from '../messages/names.ts'
import type { Speech } from '../messages/speech.ts'
import type { CurtainSection } from '../sandbox/page-extras.ts'
import type { CurtainWords } from './curtain-words.ts'

/** The state of a ticket, the whole of it. */
export function stateSection(ticket: Ticket, { state, nothing }: CurtainWords, say: Speech): CurtainSection {
  const { language } = say
  const done = ticket.status === 'closed' || ticket.status === 'resolved'
  const late = ticket.level > 0 && !done
  const kind = [
    categoryNames[ticket.category].matter[language],
    classNames[ticket.class][language],
    urgencyNames[ticket.urgency][language],
  ]
  return {
    id: 'state',
    title: `${state.title} #${ticket.number}`,
    facts: [
      {
        name: state.status,
        value: `${statusNames[ticket.status][language]} (${ticket.status})`,
        ...(done && { mark: 'good' }),
      },
      { name: state.kind, value: kind.join(' · ') },
      { name: state.place, value: say.place(ticket.place) || nothing },
      { name: state.reporter, value: ticket.reporterName },
      { name: state.has, value: (ticket.assignee ?? ticket.acknowledged?.by)?.name ?? state.nobody },
      { name: state.supporters, value: String(ticket.supporters) },
      { name: state.level, value: String(ticket.level), ...(late && { mark: 'late' }) },
      { name: state.cycle, value: `${ticket.cycle} · v${ticket.version}` },
      { name: state.policy, value: String(ticket.policyVersion) },
    ],
  }
}

/** Which clocks run, until when, and who hears of it next. */
export function clocksSection(
  ticket: Ticket,
  policy: Policy,
  history: readonly RecordedEvent[],
  { clocks }: CurtainWords,
  say: Speech,
): CurtainSection {
  const running = explain(ticket, policy, history).clocks
  const partName = (part: string): string =>
    part === 'assignee'
      ? clocks.assignee
      : ((ladderPartNames[part] ?? (part in roleNames ? roleNames[part as keyof typeof roleNames] : undefined))?.[
          say.language
        ] ?? part)
  return {
    id: 'clocks',
    title: clocks.title,
    ...(running.length === 0 && { note: clocks.none }),
    facts: running.flatMap(({ name, due, coming }) => {
      const late = due < say.now
      return [
        {
          name: clockNames[name][say.language],
          value: clocks.due(say.when(due), late),
          ...(late && { mark: 'late' as const }),
        },
        ...coming.map(({ at, kind, notify }) => ({
          name: '',
          value: `${clocks.next(say.when(at))} · ${kind === 'warn' ? clocks.warn : clocks.level(notify.map(partName).join(', '))}`,
        })),
      ]
    }),
  }
}

/** What happened to it, in words, with the name of each event. */
export function eventsSection(
  history: readonly RecordedEvent[],
  { events }: CurtainWords,
  say: Speech,
): CurtainSection {
  const texts = messagesIn(say.language).history
  return {
    id: 'events',
    title: events.title,
    timeline: history.map((recorded) => {
      const [line] = historyLines(texts, [recorded], { words: true, most: 1 }, say)
      const when = say.at(recorded.at)
      const { type } = recorded.event
      const more = [line && type, recorded.actorName].filter(Boolean).join(' · ')
      return { when, what: line?.text.slice(when.length + 1) ?? type, more }
    }),
  }
}
