import { withoutPrivateDetail } from '../../domain/without-private-detail.ts'
import type { NoticeTexts } from '../catalogue.ts'
import { type Html, html, join, lines, quoted, words } from '../html.ts'
import { personName } from '../mention.ts'
import { routeText } from '../route-text.ts'
import { cards } from './cards.ts'
import { hardCases } from './hard-cases.ts'
import { responsibility } from './responsibility.ts'

const money = {
  ordinary: 'Money: the maintenance fund, after the owners have voted.',
  emergency: 'Money: the maintenance fund as an emergency, without a vote first.',
}
const asks = {
  part: 'Is it a shared part, or somebody’s own? A tap makes the answer surer.',
  handover: 'How long ago was the building handed over? A tap makes the answer surer.',
}

function hardCaseLines(found: Parameters<NoticeTexts['who']>[0]['hardCase']): readonly (Html | null)[] {
  if (found === null) return []
  const { name, steps, reporter, group } = hardCases[found.id]
  if (found.hearer !== 'crew') return [words(found.hearer === 'reporter' ? reporter : group)]
  return [cards.steps(name, steps), words(`To the reporter: ${reporter}`), words(`In the group: ${group}`)]
}

/** Who is responsible, in a few lines: party, reason, ground, money, and in whose hands it is meanwhile. */
export const who: Pick<NoticeTexts, 'who' | 'who-in-private'> = {
  who: ({ ticket, route, lead, handedTo, hardCase, ask }, say) => {
    const { reason, article } = routeText(route, responsibility)
    return lines([
      html`⚖️ ${say.discreet(ticket)}: ${responsibility.parties[route.party]}`,
      quoted(reason, 240),
      article === null ? null : html`Ground: ${quoted(article, 200)}`,
      route.fund === null ? null : words(money[route.fund]),
      lead.length === 0
        ? null
        : html`In the hands of ${join(lead.slice(0, 2).map(personName), ', ')} until it is settled.`,
      handedTo === null ? null : html`Passed on to ${quoted(withoutPrivateDetail(handedTo), 40)}`,
      ...hardCaseLines(hardCase),
      ask === null ? null : words(asks[ask]),
    ])
  },
  'who-in-private': ({ number }) =>
    html`🔒 #${number} is in private hands, so whose job it is is not said here. Ask me in private: /who ${number}`,
}
