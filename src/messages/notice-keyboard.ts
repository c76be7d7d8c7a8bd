import type { Button, Rendered } from '../domain/post/body.ts'
import type { Notice } from '../domain/post/notice.ts'
import type { Missing } from '../domain/responsibility/route.ts'
import type { ClockName, TicketStatus } from '../domain/ticket/ticket.ts'
import type { ButtonTexts, Messages, ResponsibilityTexts } from './catalogue.ts'
import { numberButtons } from './digest-post.ts'

/** What can be done at once from a notice; empty where nothing can. */
export function noticeKeyboard(
  notice: Notice,
  { buttons: texts, responsibility: words }: Pick<Messages, 'buttons' | 'responsibility'>,
): Rendered['keyboard'] {
  switch (notice.key) {
    case 'warned':
      return [staffRow(notice.ticket.status, texts, notice.clock === 'acknowledge', notice.clock)]
    case 'overdue':
      return [staffRow(notice.ticket.status, texts, true, notice.clock)].filter((row) => row.length > 0)
    case 'assigned':
    case 'reopened':
    case 'urged':
    case 'returned':
    case 'supervised':
    case 'sent-back':
    case 'referred':
      return [staffRow(notice.ticket.status, texts, true)].filter((row) => row.length > 0)
    case 'secretary':
      return isOpen(notice.ticket.status)
        ? [
            [
              { label: texts.supervise, action: 'supervise' },
              { label: texts.extend, action: 'extend' },
              { label: texts.sendBack, action: 'send-back' },
              { label: texts.history, action: 'history' },
            ],
          ]
        : [[{ label: texts.history, action: 'history' }]]
    case 'swap-asked':
      return [
        [
          { label: texts.swapYes, action: 'swap-yes' },
          { label: texts.swapNo, action: 'swap-no' },
        ],
      ]
    case 'interruption-answers':
      return [[{ label: texts.notThis, action: 'not-this' }]]
    case 'interruption-restored':
      return [[{ label: texts.stillOut, action: 'still-out' }]]
    case 'who':
      return notice.ask === null ? [] : [answersTo(notice.ask, words)]
    case 'overdue-list':
      return numberButtons(notice.tickets.map(({ ticket }) => ticket.number))
    case 'unsolved':
      return [
        [
          ...(isOpen(notice.ticket.status) ? [{ label: texts.supervise, action: 'supervise' } as const] : []),
          { label: texts.history, action: 'history' },
        ],
      ]
    case 'progress':
      return isOpen(notice.ticket.status) ? [[{ label: texts.urge, action: 'urge' }]] : []
    default:
      return []
  }
}

function answersTo(ask: Missing, { parts, ages }: ResponsibilityTexts): readonly Button[] {
  const labels: Readonly<Record<string, string>> = ask === 'part' ? parts : ages
  return Object.entries(labels).map(([arg, label]) => ({ label, action: 'clarify', arg }))
}

function isOpen(status: TicketStatus): boolean {
  return status === 'open' || status === 'acknowledged' || status === 'held'
}

function staffRow(
  status: TicketStatus,
  texts: ButtonTexts,
  takes: boolean,
  clock: ClockName | null = null,
): readonly Button[] {
  const resolve: Button = { label: texts.resolve, action: 'resolve' }
  const hold: Button = { label: texts.hold, action: 'hold' }
  const promise: Button = { label: texts.promise, action: 'promise' }
  if (!isOpen(status)) return []
  if (status === 'open' && takes) {
    return [{ label: texts.ack, action: 'ack' }, { label: texts.assign, action: 'assign' }, hold, resolve]
  }
  const arrive: Button[] = clock === 'onsite' ? [{ label: texts.arrive, action: 'arrive' }] : []
  if (status === 'held') return [...arrive, resolve, hold]
  return [...arrive, resolve, hold, promise]
}
