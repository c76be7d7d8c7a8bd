import type { DutyDay } from '../../domain/post/notice.ts'
import type { NoticeTexts } from '../catalogue.ts'
import { categoryNames } from '../category-names.ts'
import { type Html, html, join, lines, words } from '../html.ts'

const noRoster = words('还没有值班表。管理员可以写在小区文件的 duty 里。')

export const duty: NoticeTexts['duty'] = ({ lines: told }, say) =>
  told.length === 0
    ? noRoster
    : lines([
        words('📅 现在值班:'),
        ...told.map(({ trades, who, next }) => {
          const now = who === null ? words('没有人值班,找经理') : say.name({ name: who })
          const then =
            next && (next.who === null ? html`到${say.when(next.at)}` : html`${say.when(next.at)} 起 ${next.who}`)
          return join(
            [html`${told.length === 1 && trades[0] === null ? '全部' : tradeNames(trades)}:${now}`, then],
            ' · ',
          )
        }),
      ])

export const roster: NoticeTexts['roster'] = ({ week }, say) =>
  week.length === 0
    ? noRoster
    : lines([
        words('📅 值班表'),
        ...week.map(({ at, shifts }) => {
          const who = shifts.map((one): Html => html`${one.from}–${one.to} ${one.who}${inBrackets(one)}`)
          return html`${say.day(at)} ${who.length === 0 ? words('—') : join(who, ' · ')}`
        }),
      ])

function tradeNames(trades: readonly (keyof typeof categoryNames | null)[]): string {
  return trades.map((trade) => (trade === null ? '其他' : categoryNames[trade].name['zh-CN'])).join('、')
}

/** What somebody is called to and for whom he stands in. */
function inBrackets({ trades, instead }: DutyDay['shifts'][number]): string {
  const said = [
    ...(trades.length === 0 ? [] : [tradeNames(trades)]),
    ...(instead === undefined ? [] : [`替${instead}`]),
  ]
  return said.length === 0 ? '' : `(${said.join(',')})`
}

export const dutyLink: NoticeTexts['duty-link'] = ({ community, url }) =>
  lines([
    html`📅 ${community}的值班日历,在手机日历里选「订阅」,填这个地址:`,
    words(url),
    words('拿到地址的人都能看到谁值班,请只发给该看的人。'),
    words('再发一次「值班日历」会换新地址,旧的马上失效。'),
  ])

export const dutyLinkUnset: NoticeTexts['duty-link-unset'] = () =>
  words(
    '日历还差一步:请装机器人的人把 PUBLIC_URL 设成外面能打开的地址(例如 https://bot.example.org)再重启,然后您再发一次「值班日历」。',
  )

export const swapAsked: NoticeTexts['swap-asked'] = ({ shift: { who, instead, at, from, to } }, say) =>
  html`🔁 ${say.mention(who)},${say.day(at)} ${from}–${to} 替${instead}值班,行吗?`

export const swapAgreed: NoticeTexts['swap-agreed'] = ({ shift: { who, instead, at, from, to } }, say) =>
  html`🔁 换好了:${say.day(at)} ${from}–${to} 由${say.name(who)}替${instead}值班。`

export const swapDeclined: NoticeTexts['swap-declined'] = ({ shift: { instead, at, from, to } }, say) =>
  html`🔁 没换成:${say.day(at)} ${from}–${to} 还是${instead}值班。可以再问问别人。`

export const swapExpired: NoticeTexts['swap-expired'] = ({ shift: { instead, at, from, to } }, say) =>
  html`🔁 没换成:${say.day(at)} ${from}–${to} 没等到回复,还是${instead}值班。`

export const swapWithdrawn: NoticeTexts['swap-withdrawn'] = ({ shift: { instead, at, from, to } }, say) =>
  html`🔁 不换了:${say.day(at)} ${from}–${to} 还是${instead}值班。`
