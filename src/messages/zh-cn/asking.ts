import { withoutPrivateDetail } from '../../domain/without-private-detail.ts'
import type { AskingTexts, HistoryTexts, ToastTexts } from '../catalogue.ts'
import { changeText } from '../change-line.ts'
import { html, nothing, quoted } from '../html.ts'
import { personName } from '../mention.ts'
import { ratingNames } from '../names.ts'
import { responsibility as texts } from './responsibility.ts'

export const asking: AskingTexts = {
  solved: ({ to, who, number, text, mends }) =>
    html`${to ? html`${to}:` : nothing}${who}说 #${number} ${mends ? '修好' : '办好'}了${text ? html`:${text}` : nothing}。${to ? '各位那边' : '您这边'}好了吗?`,
  reporterAndOthers: (reporter, others) => html`${reporter}和另外 ${others} 户`,
  neighbours: (count) => (count === 1 ? html`附议的邻居` : html`附议的 ${count} 户`),
  rate: (number) => html`好了就好。#${number} 这次办得怎么样?`,
  rated: (rating, number) =>
    rating === 'satisfied'
      ? html`谢谢您的评价:#${number} 满意。`
      : html`谢谢,记下了:#${number} ${ratingNames[rating]['zh-CN']}。还差什么,直接回复这条。`,
  expired: (number) => html`没等到您的回复,#${number} 先结案了。要是还没好,点「没解决」,随时可以重办。`,
  apology: (number, manager, by) =>
    html`抱歉没办好。#${number} 已重新打开,${manager ?? '物业'}会${by === null ? '尽快' : `在${by} 前`}联系您。`,
  superseded: (number) => html`#${number} 后来又有进展,请看最新的卡片。`,
  remind: ({ to, number, mends, closes }) =>
    html`${to ? html`${to},` : nothing}#${number} ${mends ? '修好' : '办好'}了吗?${closes === null ? nothing : html`${closes} 前没有回复就先结案,以后还可以重办。`}`,
  askedEnough: (number) => html`#${number} 不用再问了,谢谢。`,
  recheck: ({ to, number, leaks }) =>
    html`${to ? html`${to},` : nothing}#${number} 结案有几天了,${leaks ? '还漏吗?' : '现在还好吗?'}`,
  stillFine: (number) => html`好的,谢谢告知,#${number} 就放心了。`,
  cameBack: (number, manager, by) =>
    html`知道了。#${number} 已重新打开,${manager ?? '物业'}会${by === null ? '尽快' : `在${by} 前`}联系您。`,
  maybe: (about) => html`要登记成工单吗?我理解的是:${about}`,
  same: (number, about, own) =>
    own ? html`您报过的 #${number} 还在办,像是同一件:${about}` : html`#${number} 已经在办,像是同一件:${about}`,
  prompts: {
    hold: {
      text: '等谁、到什么时候?直接回复这条,例如:配件厂家 到 周五18:00',
      hint: '配件厂家 到 周五18:00',
    },
    extend: {
      text: '为什么延期、延到什么时候?直接回复这条,例如:等专项维修资金 到 下周五18:00',
      hint: '等专项维修资金 到 下周五18:00',
    },
    promise: { text: '什么时候能办好?直接回复这条,例如:明天18:00', hint: '明天18:00' },
    supplement: { text: '要补充什么?直接回复这条,文字、照片都可以。', hint: '补充情况' },
    reject: { text: '为什么不受理?直接回复这条,报的人会看到。', hint: '不受理的原因' },
    assign: { text: '转给谁?直接回复这条写名字,例如:王师傅 懂电梯', hint: '王师傅 懂电梯' },
    reopen: { text: '还有哪里没好?直接回复这条,一句话就行。', hint: '还有哪里没好' },
    'send-back': {
      text: '为什么退回?直接回复这条,可以写上时间,例如:先说清楚什么原因 周五18:00前',
      hint: '先说清楚什么原因 周五18:00前',
    },
    'hand-over': {
      text: '交给谁、为什么?直接回复这条,例如:供电公司:公网变压器故障。交出去了也由我们跟到底。',
      hint: '供电公司:公网变压器故障',
    },
    recategorise: { text: '改成哪一类?点一下,或直接回复这条写类别。', hint: '漏水' },
  },
  chooseAssignee: '转给谁?点一下名字。',
  chooseCategory: '改成哪一类?点一下;时限会跟着变,已经走的时间照算。',
  chooseUrgency: { normal: '不急,改为一般', urgent: '改为紧急', emergency: '改为特急' },
  photos: (number) => (number === null ? html`📷 现场照片` : html`📷 #${number} 的照片`),
}

export const history: HistoryTexts = {
  reported: () => html`登记`,
  acknowledged: (event) => html`${personName(event.by.name)} 接单`,
  arrived: (_, { actor }) => html`${actor} 到场`,
  promised: (event, _, say) => html`${personName(event.by.name)} 承诺${say.when(event.until)} 前办好`,
  promiseKept: () => html`承诺兑现`,
  promiseBroken: (event, _, say) => html`承诺的${say.when(event.until)} 已过`,
  promiseMoved: (event, { words }, say) =>
    event.hold === null
      ? html`承诺从${say.when(event.until)} 改到${say.when(event.to)}`
      : html`承诺从${say.when(event.until)} 顺延到${say.when(event.to)}${words ? html`(等${quoted(event.hold.party, 40)})` : nothing}`,
  held: (event, { words }, say) =>
    html`挂起:等${quoted(event.party, 40)} 到${say.when(event.until)}${
      words && event.reason ? html`(${quoted(event.reason, 60)})` : nothing
    }`,
  returned: () => html`恢复办理`,
  assigned: (event) => html`派给 ${personName(event.to.name)}`,
  handedOver: (event, { words }) =>
    words
      ? html`移交给 ${quoted(withoutPrivateDetail(event.to), 40)}:${quoted(withoutPrivateDetail(event.reason), 80)}`
      : html`移交`,
  referred: (event) => html`移交 ${event.times} 次,报社区定由谁办`,
  noted: (event, { words }) => (words ? html`说明:${quoted(event.text, 80)}` : html`收到补充`),
  attached: (event) => (event.proof ? html`传了办理照片` : html`收到照片`),
  revised: () => html`报的人改了描述`,
  located: (event, _, say) => {
    const place = say.publicPlace(event.place)
    return place === '' ? html`补了地点` : html`补了地点:${place}`
  },
  supported: () => html`有邻居 +1`,
  urged: () => html`被催办`,
  resolved: (event, { words }) =>
    words && event.text
      ? html`${personName(event.by.name)} 办结:${quoted(event.text, 80)}`
      : html`${personName(event.by.name)} 办结`,
  answered: (event) => (event.solved ? null : html`住户说没解决`),
  confirmed: () => html`住户确认已解决`,
  rated: (event) => html`住户评价:${ratingNames[event.rating]['zh-CN']}`,
  reopened: () => html`重新打开`,
  withdrawn: () => html`报的人撤回`,
  rejected: (event, { words }) => (words ? html`没有受理:${quoted(event.reason, 80)}` : html`没有受理`),
  merged: (event) => html`并入 #${event.into}`,
  split: (event) => html`从 #${event.from} 拆开,接着办`,
  supervised: (event, _, say) => html`${personName(event.supervisor)} 督办,${say.when(event.due)} 前办好`,
  extended: (event, { words }, say) =>
    html`延期到${say.when(event.until)}${words ? html`:${quoted(event.reason, 60)}` : nothing}`,
  sentBack: (event, { words }, say) =>
    html`退回物业,${say.when(event.due)} 前办好${words ? html`:${quoted(event.reason, 60)}` : nothing}`,
  recategorised: (event, { actor }) => html`${actor} 改类:${changeText(event, 'zh-CN')}`,
  asked: (event) => (event.about === 'recheck' ? html`回访:还好吗` : null),
  clarified: (event) =>
    html`${event.part ? `部位:${texts.parts[event.part]}` : event.age ? `交付:${texts.ages[event.age]}` : ``}`,
  stillFine: () => html`住户说没再出问题`,
  expired: () => html`没等到回复,自动结案`,
  warned: () => null,
  escalated: ({ level, saidWith }) => {
    if (saidWith !== undefined) return null
    return level <= 1 ? html`到时,提醒经理` : html`升级到第 ${level} 级`
  },
}

const of = (number: number | null): string => (number === null ? '' : `#${number} `)

export const toasts: ToastTexts = {
  support: (number) => `${of(number)}+1 已记下,谢谢`,
  supplement: () => '请回复下面那条消息',
  'not-report': () => '好的,已撤下',
  ack: (number) => `${of(number)}已接单,辛苦了`,
  arrive: (number) => `${of(number)}已记到场`,
  hold: () => '请回复下面那条:等谁、到什么时候',
  assign: () => '请选转给谁',
  resolve: (number) => `${of(number)}已办结,正在请住户确认`,
  promise: () => '请回复下面那条:什么时候能好',
  'assign-to': (number) => `${of(number)}已转派`,
  supervise: (number) => `${of(number)}已督办`,
  extend: () => '请回复下面那条:原因和时间',
  'send-back': () => '请回复下面那条:为什么退回',
  recategorise: () => '请选改成哪一类',
  'category-to': (number) => `${of(number)}已改类`,
  'urgency-to': (number) => `${of(number)}轻重已改`,
  history: () => '经过发在下面了',
  photos: () => '照片发在下面了',
  place: (number) => `${of(number)}地点已记下,谢谢`,
  solved: () => '太好了,谢谢确认',
  'still-fine': () => '好的,谢谢告知',
  unsolved: (number) => `抱歉没办好,${of(number)}已重新打开`,
  rate: () => '评价已记下,谢谢',
  'hand-over': () => '请回复下面那条:交给谁、为什么',
  clarify: (number) => `${of(number)}记下了,谢谢`,
  'swap-yes': () => '换好了,谢谢',
  'swap-no': () => '知道了',
  'notice-publish': () => '已发布',
  'notice-edit': () => '请直接回复这条消息,只写要改的,例如:10点到16点',
  'notice-drop': () => '好的,不发',
  'notice-back': () => '知道了,已告诉大家',
  'notice-not-yet': () => '请直接回复那条消息说新的时间,例如:延长到18点',
  'notice-cancel': () => '已取消,通知改好了',
  'not-this': (number) => `${of(number)}已另外登记`,
  'still-out': (number) => `${of(number)}已登记,马上有人看`,
  'incident-join': (number) => `已合成 ${of(number)}`.trim(),
  'incident-dismiss': () => '好的,分开办',
  'incident-split': () => '已拆开,各件接着办',
  register: () => '已登记',
  dismiss: () => '好的,不登记',
  join: (number) => `已记到 ${of(number).trim()},谢谢`,
  separate: () => '好的,已另外登记',
  'delete-original': () => '原话已删掉',
  urge: (number) => `${of(number)}已催办`,
  open: (number) => `${of(number)}的工单卡片发在下面了`,
}
