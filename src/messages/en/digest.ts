import type { DigestTexts } from '../catalogue.ts'
import { html, join, words } from '../html.ts'
import { clockNames } from '../names.ts'

export const digest: DigestTexts = {
  head: (kind, count, managers) =>
    ({
      warned: html`⏳ Reported late, the system was down: ${count} nearly due. Will you make it?`,
      overdue: html`📣 Reported late, the system was down: ${count} overdue. ${managers ?? 'Property office'}, please see to them.`,
      committee: html`📣 Reported late, the system was down: ${count} overdue. Please supervise.`,
    })[kind],
  line: ({ matter, clock, time, ahead, who }) =>
    join(
      [
        html`${matter} — ${clockNames[clock].en}: ${ahead ? html`${time} left` : html`${time} late`}`,
        who ?? words('nobody has taken it'),
      ],
      ' · ',
    ),
  named: (people, numbers) => html`${people}, please look into ${numbers}`,
  rest: (count) => html`…and ${count} more: /overdue`,
  howToOpen: words('Press a number to see its ticket.'),
}
