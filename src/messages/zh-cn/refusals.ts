import type { TicketCommandType } from '../../domain/ticket/command.ts'
import type { Transition, Who } from '../../domain/ticket/transitions.ts'
import type { RefusalTexts } from '../catalogue.ts'
import { html, join, quoted, words } from '../html.ts'
import { personName } from '../mention.ts'
import { statusNames } from '../names.ts'

const verbs: Readonly<Record<TicketCommandType, string>> = {
  acknowledge: '接单',
  arrive: '记到场',
  promise: '改时间',
  hold: '挂起',
  return: '恢复办理',
  assign: '转派',
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
  supervise: '督办',
  extend: '延期',
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
}

const examples: Readonly<Partial<Record<TicketCommandType, string>>> = {
  promise: '承诺 128 明天18:00',
  hold: '挂起 128 配件厂家 到 周五18:00',
  assign: '转派 128 王师傅',
  note: '备注 128 已联系厂家',
  resolve: '办结 128 已换门机',
  reject: '驳回 128 不归物业管,已转供电局',
  merge: '合并 128 到 120',
  supervise: '督办 128 周五18:00前',
  extend: '延期 128 等维修资金 到 下周五18:00',
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
  'until-past': ({ until }, say) => html`${say.when(until)} 已经过了,请给一个以后的时间。`,
  'until-too-far': ({ until, latest }, say) => html`${say.when(until)} 太远了,最晚到 ${say.when(latest)}。`,
  'too-soon': ({ next }, say) => html`刚催过,已经在跟了。${say.when(next)} 以后可以再催。`,
  'own-ticket': ({ number }) => html`#${number} 就是您报的,不用 +1。要补充,直接回复卡片。`,
  'already-supported': ({ number }) => html`#${number} 您已经 +1 过了,谢谢。`,
  'solver-may-not-answer': () => words('办结的人不能自己确认或评价,请等住户来答。'),
  'merge-into-itself': ({ number }) => html`#${number} 不能并入它自己。`,
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
  'admins-only': () => words('这要所有者或管理员来定。'),
  askFor: (help, say) => html`需要帮忙请找 ${say.mention(help)}。`,
}
