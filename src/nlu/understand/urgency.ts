import type { Category, TicketClass, Urgency } from '../../domain/category.ts'
import type { Reason } from '../meaning.ts'
import { dangers, happening, outages, type Sign } from './danger-signs.ts'
import { type Evidence, has } from './evidence.ts'

/** How bad the words say it is, and which. */
export interface Danger {
  readonly urgency: Urgency
  /** It is told as happening now. */
  readonly now: boolean
  readonly why: Reason | null
}

const matched = (text: string, list: readonly Sign[]): Reason | null => {
  for (const { rule, pattern } of list) {
    const match = pattern.exec(text)
    if (match !== null) return { rule, words: match[0] }
  }
  return null
}

const dated =
  /(?:19|20)\d\d年|\d+月|上次|去年|前年|以前|多年|隐患|曾|过一次|不带电|演练|消防演习|每次|每到|每逢|每年|频发|频繁|半年|保修|责任谁|一旦|last (?:year|month)|every (?:night|day|week)/
/** The tone of a letter to an office, not of somebody in danger. */
export const formal =
  /^(?:请求|请问|咨询|投诉|举报|反映|建议|关于|希望|恳请|恳求|要求|申请|呼吁|强烈|对于)|[省市县区镇村].{0,30}(?:请求|投诉|反映|建议|问题|解决)/
/** Told of a film, the news or a dream. */
const story = /电影|电视剧|新闻|小说|梦见|片子|视频里|movie|the news|dream/
const fee = /费|收取|价|规划|建议|投票|加装/

/** How bad the words say it is: what is habitual, past or feared is normal. */
export function dangerIn(evidence: Evidence): Danger {
  const { text } = evidence
  const now = has(evidence, 'now') || happening.test(text)
  const past = dated.test(text)
  const calm = has(evidence, 'habit') || has(evidence, 'worry')
  const danger = matched(text, dangers)
  if (danger !== null && !past && (!calm || now) && !formal.test(text) && !story.test(text))
    return { urgency: 'emergency', now, why: danger }
  const urgent = danger ?? matched(text, outages)
  if (urgent !== null && !past && !fee.test(text) && !/隐患|设施|设置|存在/.test(text))
    return { urgency: 'urgent', now, why: urgent }
  return { urgency: 'normal', now, why: null }
}

const classes: Readonly<Partial<Record<Category, TicketClass>>> = {
  noise: 'complaint',
  pets: 'complaint',
  sanitation: 'complaint',
  parking: 'complaint',
  pollution: 'complaint',
  construction: 'enforcement',
  rental: 'enforcement',
  dispute: 'mediation',
  governance: 'mediation',
  care: 'care',
}

const grabbed = /侵占|占用|毁|种菜|圈地|霸占|砍|grab/

/** The service class: danger and outage first, then by kind of matter. */
export function classOf(category: Category, urgency: Urgency, text: string): TicketClass {
  if (urgency !== 'normal') return category === 'care' && urgency !== 'emergency' ? 'care' : urgency
  if (category === 'greening') return grabbed.test(text) ? 'enforcement' : 'repair'
  return classes[category] ?? 'repair'
}
