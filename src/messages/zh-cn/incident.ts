import type { Messages } from '../catalogue.ts'
import { categoryNames } from '../category-names.ts'
import { html, lines, words } from '../html.ts'
import { incidentPlace } from '../incident-post.ts'

/** Many like reports, as staff see them; then what became of them. */
export const incident: Messages['incident'] = (view, say) => {
  const { of, households, numbers, asked, withinMs, parent } = view
  const what = html`${categoryNames[of.category].matter['zh-CN']} · ${incidentPlace(view, say) ?? '全小区'}`
  switch (of.status) {
    case 'proposed':
      return lines([
        html`📣 ${say.duration(withinMs)}内有 ${households} 户报同样的事:${what}`,
        html`${numbers.map((number) => `#${number}`).join('、')}${asked > 0 ? `,另有 ${asked} 条在问是不是同一件` : ''}`,
        words('合成一件:大家收到同一个答复,办结一次就行;合错了可以拆开。'),
      ])
    case 'joined':
      return html`📣 已合成一件:#${parent?.number ?? 0} ${what}`
    case 'dismissed':
      return html`分开办:${what}`
    case 'split':
      return html`已拆开:#${parent?.number ?? 0} ${what},各件接着办。`
  }
}
