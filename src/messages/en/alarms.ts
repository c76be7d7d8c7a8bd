import type { AlarmKind } from '../../domain/post/alarm.ts'
import type { NoticeTexts } from '../catalogue.ts'
import { html } from '../html.ts'

const said: Readonly<Record<AlarmKind, string>> = {
  'queue-may-forget':
    'Redis drops jobs when its memory is full. No ticket and no reminder is lost, but some may be a minute late. Please set its maxmemory-policy to noeviction.',
  'job-given-up':
    'A job failed again and again; the regular sweep does its work, nothing is lost. Please see the log: the process may have been killed (out of memory?).',
  undecided:
    'Something fell due and was not done; I have tried to make up for it. Please see the log and /healthz: a ticket that fails, or too much to do?',
  undelivered:
    'Messages have not gone out for a quarter of an hour. Please see /healthz: is Telegram out of reach, or are we being limited?',
  unheard:
    'An escalation has reached nobody. Please see whether the committee chat is still there and I am still in it; I will say it again then.',
}

/** What the owners hear in private about the machine. */
export const alarms: Pick<NoticeTexts, 'alarm'> = {
  alarm: ({ of }) => html`🔧 ${said[of]}`,
}
