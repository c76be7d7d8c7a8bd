import type { NoticeTexts } from '../catalogue.ts'
import { html, join, lines, nothing, quoted, words } from '../html.ts'

export const gridNotices: Pick<NoticeTexts, 'grid-week' | 'visit-kept' | 'visits'> = {
  'grid-week': ({ community, tickets, total, others }, say) =>
    lines([
      total === 0
        ? html`🧭 ${quoted(community, 40)}: nothing of care, disputes or safety is open in your grid.`
        : html`🧭 ${quoted(community, 40)}: ${total} open in your grid to have an eye on`,
      ...tickets.map((one) => html`${say.matter(one)} — since ${say.day(one.openedAt)}`),
      total > tickets.length ? html`${total - tickets.length} more not listed` : null,
      others > 0 ? html`The property has ${others} other ${others === 1 ? 'matter' : 'matters'} in hand there.` : null,
    ]),
  'visit-kept': ({ number, place, inGroup }, say) =>
    html`✅ Visit kept${number === null ? nothing : html` (#${number})`}: ${say.place(place) === '' ? '—' : say.place(place)}. ${inGroup ? 'Please write details to me in private; a group should not read whose door it was.' : 'Only you can read what you wrote; summaries count visits and no more.'}`,
  visits: ({ visits }, say) =>
    visits.length === 0
      ? words('No visits yet. After a call send me, for example: /visit building 3 unit 2 501 all well')
      : lines([
          words('Your latest visits:'),
          ...visits.map(({ at, building, unit, room, ticketNumber, text }) =>
            join(
              [
                html`${say.when(at)} ${say.place({ building, unit, floor: null, room, spot: null })}`,
                ticketNumber === null ? null : html`#${ticketNumber}`,
                text === '' ? null : quoted(text, 80),
              ],
              ' · ',
            ),
          ),
        ]),
}
