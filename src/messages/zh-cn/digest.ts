import type { DigestTexts } from '../catalogue.ts'
import { html, join, words } from '../html.ts'
import { clockNames } from '../names.ts'

export const digest: DigestTexts = {
  head: (kind, count, managers) =>
    ({
      warned: html`⏳ 系统停机,迟报:${count} 件快到期,请看看来不来得及`,
      overdue: html`📣 系统停机,迟报:${count} 件已超时,请 ${managers ?? '物业'} 安排处理`,
      committee: html`📣 系统停机,迟报:${count} 件已超时,请督办`,
    })[kind],
  line: ({ matter, clock, time, ahead, who }) =>
    join(
      [
        html`${matter} — ${clockNames[clock]['zh-CN']}${ahead ? html`还有 ${time}到期` : html`已超时 ${time}`}`,
        who ?? words('还没有人接单'),
      ],
      ' · ',
    ),
  named: (people, numbers) => html`请 ${people} 过问:${numbers}`,
  rest: (count) => html`…还有 ${count} 件,发「超时」查看`,
  howToOpen: words('点编号看工单。'),
}
