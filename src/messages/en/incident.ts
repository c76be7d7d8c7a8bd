import type { Messages } from '../catalogue.ts'
import { categoryNames } from '../category-names.ts'
import { html, lines, words } from '../html.ts'
import { incidentPlace } from '../incident-post.ts'

/** Many like reports, as staff see them; then what became of them. */
export const incident: Messages['incident'] = (view, say) => {
  const { of, households, numbers, asked, withinMs, parent } = view
  const what = html`${categoryNames[of.category].matter.en} · ${incidentPlace(view, say) ?? 'the whole estate'}`
  switch (of.status) {
    case 'proposed':
      return lines([
        html`📣 ${households} households reported the like within ${say.duration(withinMs)}: ${what}`,
        html`${numbers.map((number) => `#${number}`).join(', ')}${asked > 0 ? `; ${asked} more asked whether it is the same` : ''}`,
        words('As one matter everybody gets one answer and it is finished once; it can be taken apart again.'),
      ])
    case 'joined':
      return html`📣 Now one matter: #${parent?.number ?? 0} ${what}`
    case 'dismissed':
      return html`Left apart: ${what}`
    case 'split':
      return html`Taken apart: #${parent?.number ?? 0} ${what}; each goes on.`
  }
}
