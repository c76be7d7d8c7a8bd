import type { Lateness } from '../../domain/escalation/lateness.ts'
import { withoutPrivateDetail } from '../../domain/without-private-detail.ts'
import type { NoticeTexts } from '../catalogue.ts'
import { changeText } from '../change-line.ts'
import { historyLines } from '../history-lines.ts'
import { type Html, html, join, lines, nothing, quoted, words } from '../html.ts'
import { lateLine } from '../late-line.ts'
import { clockNames, ladderPartNames, statusNames } from '../names.ts'
import { refusalText } from '../refusal-text.ts'
import type { Speech } from '../speech.ts'
import { history } from './asking.ts'
import { digest } from './digest.ts'
import {
  duty,
  dutyLink,
  dutyLinkUnset,
  roster,
  swapAgreed,
  swapAsked,
  swapDeclined,
  swapExpired,
  swapWithdrawn,
} from './duty.ts'
import { progress, progressMany } from './progress.ts'
import { refusals, verbs } from './refusals.ts'

/** Notices about tickets: reminders, escalations and answers to people. */
export const notices: Pick<
  NoticeTexts,
  | 'warned'
  | 'overdue'
  | 'returned'
  | 'assigned'
  | 'urged'
  | 'reopened'
  | 'supervised'
  | 'extended'
  | 'sent-back'
  | 'referred'
  | 'done-many'
  | 'secretary'
  | 'unsolved'
  | 'chat-lost'
  | 'dm-closed'
  | 'refused'
  | 'due-set'
  | 'recategorised'
  | 'urge-passed'
  | 'progress'
  | 'progress-many'
  | 'mine'
  | 'list'
  | 'overdue-list'
  | 'duty'
  | 'roster'
  | 'swap-asked'
  | 'swap-agreed'
  | 'swap-declined'
  | 'swap-expired'
  | 'swap-withdrawn'
  | 'nobody-holds'
  | 'duty-link'
  | 'duty-link-unset'
  | 'history'
> = {
  warned: ({ ticket, clock, due, assignee }, say) =>
    html`⏳ ${say.matter(ticket)},${clockName(clock)}还有 ${say.duration(due - say.now)}到期(${say.when(due)})。${
      assignee ? html`${say.mention(assignee)},来得及吗?` : words('哪位来接?')
    }`,
  overdue: ({ ticket, clock, due, late: by, managers, assignee, outage }, say) => {
    const late = html`${clockName(clock)}${lateBy(by, say)}`
    const ask = html`请 ${say.mentions(managers) ?? '物业'} 处理。`
    const who = assignee ? html`经手:${say.name(assignee)}` : null
    return outage
      ? lines([html`📣 ${say.matter(ticket)} ${late}(系统停机,迟报),${ask}`, who])
      : lines([html`⚠️ ${say.matter(ticket)} ${late}(应在${say.when(due)} 前),${ask}`, who])
  },
  returned: ({ ticket, party, assignee, granted }, say) =>
    html`▶️ ${say.matter(ticket)},等${quoted(party, 40)}的时间到了,${granted === undefined ? '时限重新开始计' : `社区定的${say.when(granted)} 不变`}。${
      assignee ? html`${say.mention(assignee)},可以接着办了吗?` : words('哪位接着办?')
    }`,
  assigned: ({ ticket, to, by }, say) =>
    html`👉 ${say.mention(to)},${say.matter(ticket)} 由 ${say.name({ name: by })} 转给您,请接单。`,
  urged: ({ ticket, times, due }, say) =>
    html`🔔 ${say.matter(ticket)},住户催办(第 ${times} 次)${due === null ? '。' : html`,应在${say.when(due)} 前办好。`}`,
  reopened: ({ ticket, reason, by, unsatisfied, managers, due }, say) => {
    if (by !== null)
      return html`🔁 ${say.matter(ticket)} 由 ${say.name({ name: by })} 重新打开${reason ? html`:${quoted(reason, 200)}` : '。'}`
    return lines([
      html`🔁 ${say.matter(ticket)} ${unsatisfied ? '住户不满意' : '住户说没解决'},已重新打开。`,
      reason ? html`住户说:“${quoted(reason, 200)}”` : null,
      html`请 ${say.mentions(managers) ?? '物业'} 亲自联系住户${due === null ? nothing : html`(${say.when(due)} 前)`}。`,
    ])
  },
  supervised: ({ ticket, supervisor, due }, say) =>
    html`📌 ${say.matter(ticket)} 社区督办:${say.name({ name: supervisor })} 盯着,请在${say.when(due)} 前办好。`,
  extended: ({ ticket, until, reason }, say) =>
    html`🗓 ${say.matter(ticket)} 延期到${say.when(until)}:${quoted(withoutPrivateDetail(reason), 120)}`,
  'sent-back': ({ ticket, reason, by, due, managers }, say) =>
    lines([
      html`↩️ ${say.matter(ticket)} 社区退回(${say.name({ name: by })}):${quoted(withoutPrivateDetail(reason), 120)}`,
      html`请 ${say.mentions(managers) ?? '物业'} 安排,${say.when(due)} 前办好;到时没办好会再报社区。`,
    ]),
  referred: ({ ticket, trail, lead }, say) =>
    html`🤝 ${say.matter(ticket)} 移交过 ${trail.length} 次:${quoted(withoutPrivateDetail(trail.join(' → ')), 80)},已请社区定由谁办。定下之前请 ${say.mentions(lead) ?? '物业经理'} 继续跟着,首接负责。`,
  'done-many': ({ command, done, refused }, say) =>
    lines([
      done.length === 0 ? null : html`✅ ${verbs[command]}:${done.map((number) => `#${number}`).join('、')}`,
      ...refused.map(({ number, refusal }) => html`#${number} 没动:${refusalText(refusals, refusal, null, say)}`),
    ]),
  secretary: ({ ticket, clock, due, late, named, repeat, outage }, say) =>
    lines([
      html`📣 ${say.mentions(named) ?? '社区负责同志'},请过问 ${say.discreet(ticket)}`,
      html`应在${say.when(due)} 前${{ acknowledge: '有人接单', onsite: '到场', resolve: '办好', promise: '办好' }[clock]},${lateBy(late, say)}${outage ? '(系统停机,迟报)' : ''}`,
      repeat > 0 && !outage ? html`第 ${repeat + 1} 次提醒` : null,
    ]),
  unsolved: ({ ticket, unsatisfied, times, managers, due }, say) =>
    lines([
      html`🔁 ${say.discreet(ticket)} 物业说办好了,住户${unsatisfied ? '不满意' : '说没解决'}(第 ${times} 次重办)`,
      html`已请 ${say.mentions(managers) ?? '物业'} 亲自联系住户${due === null ? nothing : html`,${say.when(due)} 前`}。`,
    ]),
  'nobody-holds': ({ community, part }) =>
    lines([
      html`👤 ${quoted(community, 40)}:有工单升级,要叫「${ladderPartNames[part]?.['zh-CN'] ?? quoted(part, 40)}」,名单里没有人担任,这一级就少叫了人。`,
      words('请在小区文件的 people 里写上(例如 title: 街道),或从 ladder 里去掉。同样的事不再提醒。'),
    ]),
  'dm-closed': ({ person, bot }, say) =>
    html`${say.mention(person)},我给您发的私信没送到。请点 ${words(`@${bot}`)} 打开私聊,发一句「你好」就行。`,
  'chat-lost': ({ title, role }) =>
    html`⚠️ 「${quoted(title, 60)}」发不进去了(${{ residents: '业主群', staff: '物业工单群', committee: '社区督办群' }[role]})。请把我重新拉进群,工单都还在。`,
  refused: ({ refusal, help }, say) => refusalText(refusals, refusal, help, say),
  'due-set': ({ number, command, due }, say) => html`✅ #${number} 已${verbs[command]},请物业${say.when(due)} 前办好。`,
  recategorised: ({ number, ...change }) => html`✅ #${number} 改好了:${changeText(change, 'zh-CN')},走过的时间照算。`,
  'urge-passed': ({ number, due, everyHours }, say) =>
    html`#${number} 已催办${due === null ? nothing : html`,下一步:${say.when(due)} 前`}。每 ${everyHours} 小时可催一次。`,
  progress,
  'progress-many': progressMany,
  mine: ({ tickets }, say) =>
    tickets.length === 0
      ? words('您还没有报过事。有事直接在群里说一声就行。')
      : lines([
          words('您报过的事:'),
          ...tickets.slice(0, mostListed).map((one) => html`${say.masked(one)} — ${statusNames[one.status]['zh-CN']}`),
          rest(tickets.length),
        ]),
  list: ({ tickets, total }, say) =>
    tickets.length === 0
      ? words('没有在办的工单,辛苦了。')
      : lines([
          html`在办 ${total} 件:`,
          ...tickets
            .slice(0, mostListed)
            .map((one) =>
              join(
                [
                  html`${say.masked(one)} — ${statusNames[one.status]['zh-CN']}`,
                  one.assignee === null || one.private ? null : say.name({ name: one.assignee }),
                  one.due === null ? null : html`${say.when(one.due)} 前${one.due < say.now ? '(已过)' : ''}`,
                ],
                ' · ',
              ),
            ),
          rest(total, Math.min(tickets.length, mostListed)),
        ]),
  duty,
  roster,
  'swap-asked': swapAsked,
  'swap-agreed': swapAgreed,
  'swap-declined': swapDeclined,
  'swap-expired': swapExpired,
  'swap-withdrawn': swapWithdrawn,
  'duty-link': dutyLink,
  'duty-link-unset': dutyLinkUnset,
  'overdue-list': ({ tickets, total }, say) =>
    tickets.length === 0
      ? words('没有超时的工单,辛苦了。')
      : lines([
          html`超时 ${total} 件:`,
          ...tickets.slice(0, mostListed).map((one) => lateLine(digest, one, say)),
          rest(total, Math.min(tickets.length, mostListed)),
          digest.howToOpen,
        ]),
  history: ({ ticket, history: events }, say) => {
    const told = historyLines(history, events, { words: !ticket.private, most: 24 }, say)
    return lines([html`📜 ${say.discreet(ticket)}`, ...(told.length === 0 ? [words('还没有经过')] : told)])
  },
}

const mostListed = 30

function rest(total: number, shown: number = Math.min(total, mostListed)): Html | null {
  return total > shown ? html`还有 ${total - shown} 件没列出` : null
}

function lateBy(late: Lateness, say: Speech): string {
  return late.ms < 60_000 ? '刚超时' : `已超时 ${say.late(late)}`
}

function clockName(clock: keyof typeof clockNames): string {
  return clockNames[clock]['zh-CN']
}
