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
      /(?:困|关|卡)(?:住|人|了)?(?:在|进)?.{0,4}(?:电梯|轿厢)|(?:电梯|轿厢|梯).{0,8}(?:困|关着|卡在|卡住了?人|有人|拍门|救命)|困人|(?:stuck|trapped|locked|caught) (?:in|inside) .{0,6}(?:lift|elevator|elavator)|(?:lift|elevator).{0,16}(?:someone|people|kids?) inside/,
  },
  {
    rule: 'gas',
    pattern:
      /(?:煤气|燃气|天然气|瓦斯).{0,8}(?:味|泄|漏|嘶嘶|臭)|漏气|臭鸡蛋|smell(?:s|ing)?.{0,12}\bgas\b|gas (?:leak|smell|odou?r)|odou?r of gas|leaking gas/,
  },
  {
    rule: 'fire',
    // 打不着火 is a cold stove, 真着火往哪跑 a fear.
    pattern:
      /(?<!不|真|要是|万一|如果|假如|容易|引起|引发|导致)(?:着火|起火|失火)|冒(?:黑|浓|白)?烟|浓烟|火苗|烧起来|烧着了|on fire|caught fire|smoke (?:is )?(?:coming|in|from|fill|pouring)|flames/,
  },
  {
    rule: 'electric',
    pattern:
      /触电|漏电|冒火花|打火花|麻手|被电(?:到|了)|sparks?\b|sparking|electrocut|electric shock|got (?:a shock|shocked)/,
  },
  {
    rule: 'flood',
    pattern:
      /(?:水|污水).{0,6}(?:灌进|漫进|淹了?)|(?:爆管|水管爆).{0,12}(?:喷|涌|淹|电梯)|喷水|水喷|(?:电梯井|配电房|电井).{0,6}(?:灌|进|漏|淹)|flooding|burst (?:pipe|main).{0,40}(?:pour|gush|spray|everywhere|stairs)|water (?:is )?(?:pouring|gushing)/,
  },
  {
    rule: 'falling',
    pattern:
      /(?:外墙|墙砖|瓷砖|玻璃|外机|广告牌|幕墙|雨棚).{0,8}(?:掉下来|砸|坠)|差点砸(?:到|中)|砸(?:到|伤)人|坍塌|塌了(?!.{0,2}一半)|(?:facade|tiles?|glass|air ?con\w*|ac unit|sign) .{0,24}(?:about to fall|falling|fell)|(?:nearly|almost|just) hit (?:me|someone|my|a)/,
  },
  {
    rule: 'person',
    pattern:
      /晕倒|昏倒|昏迷|不省人事|倒在?地上|没呼吸|起不来了|不动了.{0,6}120|跳楼|轻生|溺水|走失|走丢|敲门没人应|心脏病|救命|unconscious|collapsed|not (?:breathing|moving)|can'?t breathe|heart attack|missing (?:child|kid)/,
  },
  { rule: 'violence', pattern: /持刀|拿刀|砍人|打人|家暴|入室抢劫|knife|being attacked/ },
]

/** An essential service out, harm that cannot wait for days, a hazard to the next passer-by. */
const urgencies: readonly Danger[] = [
  {
    rule: 'no service',
    pattern:
      /(?<!消火栓.{0,3}|消防栓.{0,3}|箱里?)(?:停|断|没|没有|无|冇|不出)(?:了|咗)?(?:热|自来|冷)?水(?!平|压|表|管|分|印|泥|果|箱|费|洗)|(?:热|自来)?水(?:就|又|都|全|怎么|突然)?(?:没|停)了|一滴.{0,3}没|(?<!表)(?:停|断|没|没有|冇)(?:了|咗)?电(?!梯|话|池|瓶|表|视|脑)|整栋.{0,2}黑|黑了.{0,4}整|推不上去|合不上闸|停气|打不着火|做不了饭/,
  },
  {
    rule: 'no heating',
    pattern:
      /不供暖|(?:没|冇)暖气|(?:供暖|地暖|暖气|暖气片)(?!.{0,4}(?:有一|一组|一路)).{0,10}(?:不热|冰|凉|怎么停|停了|坏)|no heat(?:ing)?\b|(?:heating|heat|boiler) .{0,28}(?:off|out|broken|dead|not working)|radiators? .{0,12}cold/,
  },
  {
    rule: 'no service',
    pattern:
      /no (?:hot |running |tap |cold )?water\b(?! pressure)|no (?:power|electricity|gas)\b|(?:water|power|electricity|gas)(?:'s| is| was| has been| went| has)? (?:\w+ )?(?:off|out|gone|cut)\b|(?:lost|losing|without) (?:power|water|electricity)|nothing comes out|blackout|breaker.{0,12}trips|keeps tripping/,
  },
  {
    rule: 'lift out',
    pattern:
      /(?:电梯|升降机|货梯|客梯)(?!里|厅|口|间|按).{0,8}(?:坏|停(?!车)|不动|故障|罢工|没反应)|趴窝|(?:lifts?|elevators?|elavators?)\b.{0,36}(?:broken|out of (?:order|service)|not w\w+ing|dead|is down|are down|stopped|stuck)/,
  },
  {
    rule: 'backflow',
    pattern: /(?<!烟道|油烟|烟)倒灌|反水|返水|返上来|粪水|污水横流|爆管|水管.{0,4}爆|往外冒|喷出来|burst|sewage/,
  },
  {
    rule: 'locked',
    pattern: /进不去|出不去|锁死|回不了家|打不开门|进不了[楼门家]|locked (?:in|out)|can'?t get (?:in|out|into)/,
  },
  {
    rule: 'escape',
    pattern:
      /(?:消防|逃生|疏散|安全)(?:通道|出口|门).{0,10}(?:锁|堵|占)|(?:消防|逃生)(?:通道|出口).{0,6}关|(?:占|堵).{0,8}(?:消防通道|逃生)|(?:fire|emergency) (?:exit|lane|door|escape).{0,24}(?:lock|padlock|block|chain)|block\w* .{0,12}(?:fire|emergency) (?:lane|exit)/,
  },
  {
    rule: 'hazard',
    pattern:
      /电线.{0,8}(?:掉|耷拉|垂|裸露|断)|(?:耷拉|垂|掉).{0,6}电线|井盖.{0,4}(?:没|丢|不见|翻|塌)|高空抛物|扔下来|往下(?:扔|丢|抛)|铁茬|快断了|挂在半空|树.{0,6}倒.{0,8}(?:挡|路|砸)|bare wire|dangling|manhole|throw\w* .{0,24}(?:from|off) the/,
  },
  {
    rule: 'structure',
    pattern:
      /(?:砸|拆|打|敲)(?:掉)?.{0,3}承重墙|(?:tear|knock|demolish|remov|smash)\w* .{0,24}(?:load[- ]bearing|supporting|structural) wall/,
  },
  { rule: 'bite', pattern: /被.{0,6}咬|(?<!沙发|鞋子?|拖鞋)咬(?:了|伤)|流血|bitten|bleeding|dogs? (?:just )?bit\b/ },
  {
    rule: 'prowler',
    pattern: /可疑|尾随|转来转去|撬|醉汉|闹事|陌生.{0,12}(?:转悠|敲|跟着)|prowler|suspicious|strange (?:man|men|guy)/,
  },
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
