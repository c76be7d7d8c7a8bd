import { phaseOf, type Window } from '../../domain/interruption/interruption.ts'
import type { Utility } from '../../domain/interruption/utility.ts'
import type { Law } from '../../domain/policy/interruption-policy.ts'
import type { InterruptionTexts, NoticeTexts } from '../catalogue.ts'
import { type Html, html, join, lines, nothing, quoted, words } from '../html.ts'
import type { Speech } from '../speech.ts'
import { utilitySigns } from '../utility-signs.ts'

interface Names {
  readonly title: string
  readonly on: string
  readonly back: string
  readonly ask: string
  readonly advice: string
}

const names: Readonly<Record<Utility, Names>> = {
  water: named('停水', '正在停水', '已恢复供水', '家里都来水了吗', '请提前存水,用完关好水龙头。'),
  power: named('停电', '正在停电', '已恢复供电', '家里都来电了吗', '请提前充好电;停电前后别乘电梯。'),
  gas: named('停气', '正在停气', '已恢复供气', '家里都通气了吗', '请关好灶具和阀门,通气前不要试火。'),
  heating: named('停暖', '正在停暖', '已恢复供暖', '家里都热了吗', '请注意保暖。'),
  elevator: named(
    '电梯检修',
    '电梯正在检修',
    '电梯已恢复运行',
    '电梯都能用了吗',
    '请走楼梯;上下楼要帮忙,在群里说一声。',
  ),
  fire: named('消防检修', '正在消防检修', '消防检修已结束', '都正常了吗', '警报可能会响,不用慌;真有火情照样打 119。'),
}

function named(title: string, on: string, back: string, ask: string, advice: string): Names {
  return { title, on, back, ask, advice }
}

const lawNames: Readonly<Record<Law, string>> = {
  'power-28': '电力供应与使用条例第二十八条',
  'water-22': '城市供水条例第二十二条',
  'gas-20': '城镇燃气管理条例第二十条',
}

const area = ({ areas }: Pick<Window, 'areas'>, say: Speech): string =>
  areas.length === 0
    ? '全小区'
    : areas
        .map(({ building, unit }) => say.publicPlace({ building, unit, floor: null, room: null, spot: null }))
        .join('、')

const until = ({ endsAt }: Pick<Window, 'endsAt'>, said: (at: number) => string): string =>
  endsAt === null ? '恢复时间另行通知' : `预计${said(endsAt)} 恢复`

export const interruption: InterruptionTexts = {
  residents: ({ of }, say) => {
    const { title, on, back, advice } = names[of.utility]
    const sign = utilitySigns[of.utility]
    const where = area(of, say)
    const moved = of.before ? html`时间改过,原定 ${say.span(of.before.startsAt, of.before.endsAt)}。` : null
    if (of.status === 'ended') return html`✅ ${back}:${where}(${say.moment(of.endedAt ?? say.now)})`
    if (of.status === 'cancelled')
      return lines([html`✅ ${title}取消:${where}`, html`原定 ${say.span(of.startsAt, of.endsAt)}`])
    switch (phaseOf(of, say.now)) {
      case 'ahead':
        return lines([
          html`${sign} ${title}通知:${where}`,
          html`${say.span(of.startsAt, of.endsAt)}`,
          words(advice),
          moved,
        ])
      case 'on':
        return lines([
          html`${sign} ${on}:${where}${of.emergency ? ',正在抢修' : ''}`,
          html`${until(of, say.moment)}。有变化在这里更新。`,
          moved,
        ])
      case 'over':
        return lines([
          html`${sign} ${title}:${where}`,
          html`原定 ${say.moment(of.endsAt ?? say.now)} 恢复,正在向物业核实。`,
        ])
    }
  },
  staff: ({ of, chats, answered, short }, unknown, say) => {
    const { title, back } = names[of.utility]
    const where = area(of, say)
    const what = html`${title} · ${where} · ${say.span(of.startsAt, of.endsAt)}${of.emergency ? words(' · 抢修') : nothing}`
    const count = answered === 0 ? null : html`${answered} 条报事已用这条通知答复`
    switch (of.status) {
      case 'draft':
        return lines([
          html`📝 ${title}通知,我这样理解,发布吗?`,
          html`${where} · ${say.span(of.startsAt, of.endsAt)}${of.endsAt === null ? nothing : html`(${say.duration(of.endsAt - of.startsAt)})`}${of.emergency ? words(' · 抢修') : nothing}`,
          unknown.length === 0 ? null : html`名单里没有:${unknown.map((one) => `${one}号楼`).join('、')}`,
          chats.length === 0 ? words('⚠️ 没有业主群收得到') : html`发到:${chatNames(chats)}`,
          short &&
            html`⚠️ 计划${title}应提前 ${say.limit(short.rule.lead, 'always')}公告(${short.rule.law === null ? '小区规定' : lawNames[short.rule.law]}),现在${short.givenMs < 60_000 ? '已经开始' : `只提前 ${say.duration(short.givenMs)}`}。照发也行;是抢修就回复「抢修」。`,
        ])
      case 'dropped':
        return html`没有发布:${what}`
      case 'published':
        return lines([
          html`📢 ${what}`,
          html`${say.name(of.by)} ${say.moment(of.publishedAt ?? say.now)} 发布${chats.length === 0 ? nothing : html`,发到:${chatNames(chats)}`}`,
          count,
        ])
      case 'ended':
        return lines([html`✅ ${back} · ${where} · ${say.moment(of.endedAt ?? say.now)}`, count])
      case 'cancelled':
        return lines([html`✅ 已取消:${what}`, count])
    }
  },
  asked: ({ of }, say) =>
    html`⏰ ${say.mention(of.by)},${area(of, say)}${names[of.utility].title}${of.endsAt === null ? html`(${say.moment(of.startsAt)} 起)` : html`原定 ${say.moment(of.endsAt)} 恢复`},恢复了吗?`,
}

function chatNames(chats: readonly string[]): Html {
  return join(
    chats.map((title) => quoted(title, 30)),
    '、',
  )
}

export const interruptionNotices: Pick<
  NoticeTexts,
  'interruption-reminder' | 'interruption-answers' | 'interruption-restored' | 'interruptions'
> = {
  'interruption-reminder': ({ of }, say) =>
    html`⏰ 再过 ${say.duration(of.startsAt - say.now)}${names[of.utility].title}:${area(of, say)},${say.span(of.startsAt, of.endsAt)}。${names[of.utility].advice}`,
  'interruption-answers': ({ of }, say) =>
    html`${utilitySigns[of.utility]} ${area(of, say)}${names[of.utility].on}${of.emergency ? '(抢修)' : ''},${until(of, say.when)}。您说的已记下,恢复后会来问您。`,
  'interruption-restored': ({ of, at, people, others }, say) => {
    const { back, ask } = names[of.utility]
    const who = say.mentions(people)
    const called = who === null ? nothing : html`${who}${others > 0 ? `和另外 ${others} 位` : ''},`
    return html`✅ ${area(of, say)}${back}(${say.at(at)})。${called}${ask}?没有请点「还没好」。`
  },
  interruptions: ({ list }, say) =>
    list.length === 0
      ? words('现在没有停水停电的通知。')
      : lines([
          words('📢 现在的通知:'),
          ...list.map(
            (of) => html`${names[of.utility].title} · ${area(of, say)} · ${say.span(of.startsAt, of.endsAt)}`,
          ),
        ]),
}
