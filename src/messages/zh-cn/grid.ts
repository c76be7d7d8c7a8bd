import type { NoticeTexts } from '../catalogue.ts'
import { html, join, lines, nothing, quoted, words } from '../html.ts'

export const gridNotices: Pick<NoticeTexts, 'grid-week' | 'visit-kept' | 'visits'> = {
  'grid-week': ({ community, tickets, total, others }, say) =>
    lines([
      total === 0
        ? html`🧭 ${quoted(community, 40)}:您的网格里没有未了的关爱、纠纷和安全的事。`
        : html`🧭 ${quoted(community, 40)}:您的网格里还有 ${total} 件要留意`,
      ...tickets.map((one) => html`${say.matter(one)} — ${say.day(one.openedAt)} 起`),
      total > tickets.length ? html`还有 ${total - tickets.length} 件没列出` : null,
      others > 0 ? html`另有 ${others} 件别的事物业在办。` : null,
    ]),
  'visit-kept': ({ number, place, inGroup }, say) =>
    html`✅ 走访记下了${number === null ? nothing : html`(#${number})`}:${say.place(place) === '' ? '—' : say.place(place)}。${inGroup ? '细节请私聊我写,群里别说是哪一户。' : '写的内容只给您自己看,周报里只数次数。'}`,
  visits: ({ visits }, say) =>
    visits.length === 0
      ? words('还没有走访记录。上门后发给我,例如:走访 3号楼2单元501 老人身体好')
      : lines([
          words('您最近的走访:'),
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
