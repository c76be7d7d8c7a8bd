import type { TicketCommandType } from '../../domain/ticket/command.ts'
import type { Transition, Who } from '../../domain/ticket/transitions.ts'
import { withoutPrivateDetail } from '../../domain/without-private-detail.ts'
import type { RefusalTexts } from '../catalogue.ts'
import { categoryNames } from '../category-names.ts'
import { html, join, quoted, words } from '../html.ts'
import { personName } from '../mention.ts'
import { statusNames, urgencyNames } from '../names.ts'

export const verbs: Readonly<Record<TicketCommandType, string>> = {
  acknowledge: '接单',
  arrive: '记到场',
  promise: '改时间',
  hold: '挂起',
  return: '恢复办理',
  assign: '转派',
  'hand-over': '移交',
  note: '补充',
  attach: '传照片',
  revise: '改描述',
  locate: '补地点',
  support: '附议',
  urge: '催办',
  resolve: '办结',
  confirm: '确认',
  rate: '评价',
  reopen: '重开',
  withdraw: '撤回',
  reject: '驳回',
  merge: '合并',
  split: '拆开',
  supervise: '督办',
  extend: '延期',
  'send-back': '退回',
  recategorise: '改类',
  ask: '回访',
  clarify: '说明部位',
  'still-fine': '答复',
  'break-promise': '记承诺',
  expire: '结案',
  warn: '提醒',
  escalate: '升级',
}

const people: Readonly<Record<Who, string>> = {
  staff: '物业人员',
  manager: '物业经理',
  committee: '社区党委/居委',
  grid: '网格员',
  reporter: '报的人',
  supporter: '附议的邻居',
  anyone: '本小区的人',
  system: '系统',
}

const missing: Readonly<Record<Transition['needs'][number], string>> = {
  until: '什么时候',
  party: '等谁',
  reason: '原因',
  assignee: '转给谁',
  target: '并到哪一件',
  text: '说明',
  receiver: '交给谁',
  category: '改成哪一类',
}

const examples: Readonly<Partial<Record<TicketCommandType, string>>> = {
  promise: '承诺 128 明天18:00',
  hold: '挂起 128 配件厂家 到 周五18:00',
  assign: '转派 128 王师傅',
  'hand-over': '移交 128 供电公司:公网变压器故障',
  note: '备注 128 已联系厂家',
  resolve: '办结 128 已换门机',
  reject: '驳回 128 不归物业管,已转供电局',
  merge: '合并 128 到 120',
  supervise: '督办 128 周五18:00前',
  extend: '延期 128 等维修资金 到 下周五18:00',
  'send-back': '退回 128 先说清楚什么原因 周五18:00前',
  recategorise: '改类 128 漏水',
}

export const refusals: RefusalTexts = {
  'not-allowed': ({ command, who }) => {
    // A manager is property staff too: naming both says nothing more.
    const named = who.filter((one) => one !== 'system' && !(one === 'manager' && who.includes('staff')))
    return html`只有${named.map((one) => people[one]).join('、') || people.system}可以${verbs[command]}。`
  },
  'wrong-status': ({ command, status, number }) => {
    if (command === 'acknowledge' && status !== 'open') return html`#${number} 已经有人接了,不用再接。`
    return html`#${number} 现在是「${statusNames[status]['zh-CN']}」,不能${verbs[command]}。`
  },
  needs: ({ command, part, number }) => {
    const example = examples[command]?.replace('128', String(number))
    const ask = html`${verbs[command]} #${number} 还差一样:${missing[part]}。`
    return example === undefined ? ask : html`${ask}例如:${example}`
  },
  'no-such-time': ({ words: said }) => html`没有「${quoted(said, 30)}」这个时间,请看一下日历再写。`,
  'until-past': ({ until }, say) => html`${say.when(until)} 已经过了,请给一个以后的时间。`,
  'until-too-far': ({ until, latest }, say) => html`${say.when(until)} 太远了,最晚到 ${say.when(latest)}。`,
  'too-soon': ({ next }, say) => html`刚催过,已经在跟了。${say.when(next)} 以后可以再催。`,
  'own-ticket': ({ number }) => html`#${number} 就是您报的,不用 +1。要补充,直接回复卡片。`,
  'already-supported': ({ number }) => html`#${number} 您已经 +1 过了,谢谢。`,
  'solver-may-not-answer': () => words('办结的人不能自己确认或评价,请等住户来答。'),
  'merge-into-itself': ({ number }) => html`#${number} 不能并入它自己。`,
  'same-category': ({ number, category, urgency }) =>
    html`#${number} 已经是「${categoryNames[category].name['zh-CN']}${urgency ? `、${urgencyNames[urgency]['zh-CN']}` : ''}」了。`,
  'urgency-kept': ({ number }) => html`#${number} 能不能降急,要物业经理或社区来定。`,
  'unknown-category': ({ words: said, nearest }) =>
    nearest.length > 0
      ? html`没有「${quoted(said, 20)}」这一类,是不是:${nearest.map((one) => categoryNames[one].name['zh-CN']).join('、')}?`
      : html`没有「${quoted(said, 20)}」这一类。点卡片上的「改类」可以挑。`,
  'not-yours': ({ number }) => html`#${number} 不是您报的,也没有附议。想看办到哪一步,发「进度 ${number}」。`,
  'not-with-committee': ({ number }) => html`#${number} 还在物业手里,没有报到社区,不用退回。`,
  'already-with': ({ number, receiver }) =>
    html`#${number} 已经在「${quoted(withoutPrivateDetail(receiver), 30)}」那里了。`,
  'handed-over-enough': ({ number, times }) =>
    html`#${number} 已经移交过 ${times} 次,由谁办请社区来定;定下之前先由我们跟着。`,
  'unknown-ticket': ({ number }) =>
    number === null
      ? words('没说是哪一件。请写上工单号,或直接回复那张卡片。')
      : html`没有找到 #${number}。发「我的」看您报过的事。`,
  'unknown-person': ({ name }) => html`没有找到「${personName(name)}」。请写名单里的名字。`,
  'ambiguous-person': ({ name, candidates }) =>
    html`有几位「${personName(name)}」:${join(
      candidates.slice(0, 3).map((one) => quoted(one, 16)),
      '、',
    )}。请写全名。`,
  'button-expired': () => words('这个按钮已失效。请看最新的卡片,或直接打字,例如:接单 128'),
  'not-asked': () => words('这是问报的人的,等本人来选。'),
  'crew-only': () => html`这个只有物业和社区的人能看。有事直接在群里说一声就行。`,
  'manager-only': () => words('这个要物业经理来发。'),
  'calendar-in-private': () => words('日历的地址不在群里发。请私聊我发「值班日历」。'),
  'swap-needs': ({ part }) => html`${part === 'day' ? '哪一天的班?' : '请谁来替?'}例如:换班 周六 李师傅`,
  'swap-in-staff-chat': () => words('换班要大家看得到,请在物业群里说。'),
  'swap-not-on-duty': () => words('那个时间没有班可换。发「值班表」看看是哪天。'),
  'swap-past': () => words('那个班已经开始了,换不了。'),
  'swap-with-himself': () => words('本来就是这位的班,不用换。'),
  'swap-settled': ({ who }) => html`那个班已经换给 ${personName(who)} 了。`,
  'swap-whose': ({ among }) =>
    html`那个时间有几位值班:${join(
      among.map((one) => quoted(one, 16)),
      '、',
    )}。请写清楚换谁的,例如:换班 周六 王师傅 李师傅`,
  'swap-not-asked': ({ who }) => html`这是问 ${personName(who)} 的,等本人或经理来点。`,
  'grid-only': () => words('这个给网格员看。'),
  'grid-in-private': () => words('这个不在群里说,请私聊我。'),
  'visitors-only': () => words('走访由网格员、社区和物业来记。有事直接说就行。'),
  'visit-needs': () => words('走访了哪一户?例如:走访 3号楼2单元501 老人身体好,或 走访 128'),
  'swap-asked-already': ({ who }) => html`已经在问 ${personName(who)} 了,等他回复。急的话可以再问问别人。`,
  'announcers-only': () => words('发停水停电通知要物业或社区的人来。'),
  'notice-in-staff-chat': () => words('通知请在物业群里写,发布前大家看得到。'),
  'notice-needs': ({ part }) =>
    html`${{ utility: '停什么?', time: '几点到几点?', end: '到几点?' }[part]}例如:/notice 明天9点到15点 3、5号楼停水`,
  'notice-past': ({ until }, say) => html`${say.when(until)} 已经过了,请写以后的时间。`,
  'notice-unclear': ({ draft }) =>
    draft
      ? words('没看懂要改什么。例如:10点到16点,或 3号楼,或 抢修')
      : words('没看懂。例如:延长到18点,或 已恢复,或 取消'),
  'admins-only': () => words('这要所有者或管理员来定。'),
  askFor: (help, say) => html`需要帮忙请找 ${say.mention(help)}。`,
}
