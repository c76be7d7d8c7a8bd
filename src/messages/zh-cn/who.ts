import { withoutPrivateDetail } from '../../domain/without-private-detail.ts'
import type { NoticeTexts } from '../catalogue.ts'
import { type Html, html, join, lines, quoted, words } from '../html.ts'
import { personName } from '../mention.ts'
import { routeText } from '../route-text.ts'
import { cards } from './cards.ts'
import { hardCases } from './hard-cases.ts'
import { responsibility } from './responsibility.ts'

const money = { ordinary: '钱:专项维修资金,要业主表决。', emergency: '钱:专项维修资金可以应急使用,不用先表决。' }
const asks = {
  part: '是公共部位,还是家里的?点一下,答案更准。',
  handover: '这栋楼交付多久了?点一下,答案更准。',
}

function hardCaseLines(found: Parameters<NoticeTexts['who']>[0]['hardCase']): readonly (Html | null)[] {
  if (found === null) return []
  const { name, steps, reporter, group } = hardCases[found.id]
  if (found.hearer !== 'crew') return [words(found.hearer === 'reporter' ? reporter : group)]
  return [cards.steps(name, steps), words(`对报的人说:${reporter}`), words(`群里可以说:${group}`)]
}

/** Who is responsible, in a few lines: party, reason, ground, money, and in whose hands it is meanwhile. */
export const who: Pick<NoticeTexts, 'who' | 'who-in-private'> = {
  who: ({ ticket, route, lead, handedTo, hardCase, ask }, say) => {
    const { reason, article } = routeText(route, responsibility)
    return lines([
      html`⚖️ ${say.discreet(ticket)} 该由${responsibility.parties[route.party]}负责`,
      quoted(reason, 200),
      article === null ? null : html`依据:${quoted(article, 200)}`,
      route.fund === null ? null : words(money[route.fund]),
      lead.length === 0 ? null : html`现在由 ${join(lead.slice(0, 2).map(personName), '、')} 牵头,首接负责,不往外推。`,
      handedTo === null ? null : html`已移交:${quoted(withoutPrivateDetail(handedTo), 40)}`,
      ...hardCaseLines(hardCase),
      ask === null ? null : words(asks[ask]),
    ])
  },
  'who-in-private': ({ number }) => html`🔒 #${number} 由专人处理,谁负责不在群里说。请私聊我:谁负责 ${number}`,
}
