import type { Category, TicketClass, Urgency } from '../../domain/category.ts'
import type { Reason } from '../meaning.ts'
import { type Evidence, has } from './evidence.ts'

interface Danger {
  readonly rule: string
  readonly pattern: RegExp
}

/** Life or property in danger now. Patterns, because danger lies in two words together. */
const dangers: readonly Danger[] = [
  {
    rule: 'trapped',
    pattern:
      /(?:困|关|卡)(?:住|人|了)?(?:在|进)?.{0,4}(?:电梯|轿厢)|(?:电梯|轿厢|梯).{0,8}(?:困|关着|卡在|卡住了?人|有人)|困人|(?:stuck|trapped) in (?:the |a )?(?:lift|elevator)/,
  },
  {
    rule: 'gas',
    pattern:
      /(?:煤气|燃气|天然气).{0,8}(?:味|泄|漏|嘶嘶|臭)|(?:漏气|臭鸡蛋)|smell(?:s|ing)? (?:of |like )?gas|gas (?:leak|smell)/,
  },
  {
    rule: 'fire',
    pattern:
      /着火|起火|失火|冒(?:黑|浓|白)?烟|浓烟|火苗|烧起来|烧着了|on fire|caught fire|smoke coming|smoke (?:in|from)|flames/,
  },
  { rule: 'electric', pattern: /触电|漏电|冒火花|打火花|麻手|被电(?:到|了)|sparks?\b|sparking|electrocut/ },
  {
    rule: 'flood',
    pattern: /(?:水|污水).{0,6}(?:灌进|漫进|淹了?)|(?:爆管|水管爆).{0,12}(?:喷|涌|淹|电梯)|喷水|flooding/,
  },
  {
    rule: 'falling',
    pattern:
      /(?:外墙|墙砖|瓷砖|玻璃|空调外机|广告牌|幕墙).{0,8}(?:掉下来|砸|坠)|差点砸(?:到|中)|砸(?:到|伤)人|坍塌|塌了/,
  },
  {
    rule: 'person',
    pattern:
      /晕倒|昏倒|昏迷|不省人事|倒在?地上|没呼吸|不动了.{0,6}120|跳楼|轻生|溺水|走失|走丢|敲门没人应|心脏病|救命|unconscious|collapsed|not breathing|missing (?:child|kid)/,
  },
  { rule: 'violence', pattern: /持刀|拿刀|砍人|打人|家暴|入室抢劫|knife|being attacked/ },
]

const urgencies: readonly Danger[] = [
  {
    rule: 'no service',
    pattern:
      /停水|没水|断水|无水|不出水|停电|没电|断电|停气|没暖气|不供暖|暖气(?:全|都)?不热|(?:暖气|地暖).{0,6}(?:冰凉|冰冷|凉的)|radiators? (?:is|are) cold|打不着火|做不了饭|no (?:running )?(?:water|power|electricity|heating)|nothing comes out|一滴(?:水)?没有|blackout/,
  },
  {
    rule: 'lift out',
    pattern:
      /电梯.{0,6}(?:坏|停|不动|故障|罢工|趴窝)|(?:lift|elevator).{0,20}(?:broken|out of order|not working|dead|is down|stopped)/,
  },
  { rule: 'backflow', pattern: /倒灌|反水|返水|粪水|污水横流|爆管|水管.{0,4}爆|往外冒|喷出来|burst/ },
  { rule: 'locked', pattern: /(?:进不去|出不去|锁死|回不了家|打不开门)|locked (?:in|out)/ },
  {
    rule: 'escape',
    pattern: /(?:消防|逃生|疏散|安全)(?:通道|出口|门).{0,10}(?:锁|关|堵|占)|(?:占|堵).{0,8}(?:消防通道|逃生)/,
  },
  {
    rule: 'hazard',
    pattern:
      /电线.{0,8}(?:掉|耷拉|垂|裸露|断)|(?:耷拉|垂|掉).{0,6}电线|井盖.{0,4}(?:没|丢|不见|翻)|高空抛物|扔下来|铁茬|快断了|挂在半空|bare wire|dangling|manhole/,
  },
  { rule: 'structure', pattern: /(?:砸|拆|打|敲)(?:掉)?.{0,3}承重墙/ },
  { rule: 'bite', pattern: /被.{0,6}咬|咬(?:了|伤)|流血|bitten|bleeding/ },
  { rule: 'prowler', pattern: /可疑|尾随|转来转去|撬|醉汉|闹事|prowler|suspicious/ },
]

const matched = (text: string, list: readonly Danger[]): Reason | null => {
  for (const { rule, pattern } of list) {
    const match = pattern.exec(text)
    if (match !== null) return { rule, words: match[0] }
  }
  return null
}

const dated = /(?:19|20)\d\d年|\d+月|上次|去年|前年|以前|多年|隐患|曾|过一次|不带电|演练|消防演习/
const fee = /费|收取|价|规划|建议|投票|加装/

/** How bad: emergency for danger now, urgent for a service out or a hazard to the next passer-by, else normal. What is habitual or past is normal. */
export function urgencyOf(evidence: Evidence): { readonly urgency: Urgency; readonly why: Reason | null } {
  const { text } = evidence
  const now = has(evidence, 'now')
  const calm = (has(evidence, 'habit') || has(evidence, 'worry') || dated.test(text)) && !now
  const danger = matched(text, dangers)
  if (danger !== null && !calm) return { urgency: 'emergency', why: danger }
  const urgent = matched(text, urgencies)
  if (urgent !== null && !dated.test(text) && !fee.test(text) && !/隐患|设施|设置|存在/.test(text))
    return { urgency: 'urgent', why: urgent }
  return { urgency: 'normal', why: null }
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
