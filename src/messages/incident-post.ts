import type { Rendered } from '../domain/post/body.ts'
import type { IncidentView } from '../domain/post/view.ts'
import type { Messages } from './catalogue.ts'
import { type Html, nothing } from './html.ts'
import type { Speech } from './speech.ts'

/** The buildings as people call them; null where none is named. */
export function incidentPlace({ of, buildings, parent }: IncidentView, say: Speech): string | null {
  const named = of.building === null ? buildings : [of.building]
  if (of.building === null && parent) return parent.spot
  const said = named.map((building) => say.publicPlace({ building, unit: null, floor: null, room: null, spot: null }))
  return said.length === 0 ? null : said.join(say.language === 'zh-CN' ? '、' : '; ')
}

/** A possible incident with what can be done about it. Empty where it is gone. */
export function incidentPost(
  view: IncidentView | null,
  { incident, buttons }: Messages,
  say: Speech,
): { readonly text: Html; readonly keyboard: Rendered['keyboard'] } {
  if (!view) return { text: nothing, keyboard: [] }
  const text = incident(view, say)
  if (view.of.status === 'proposed')
    return {
      text,
      keyboard: [
        [
          { label: buttons.incidentJoin, action: 'incident-join' },
          { label: buttons.incidentDismiss, action: 'incident-dismiss' },
        ],
      ],
    }
  const splits = view.of.status === 'joined' && view.parent?.active === true
  return { text, keyboard: splits ? [[{ label: buttons.incidentSplit, action: 'incident-split' }]] : [] }
}
