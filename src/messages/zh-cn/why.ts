import {
  type Basis,
  beyondTheWork,
  type Coming,
  type ExplainedClock,
  isNamedByCommittee,
  namedInTheWork,
  nextToHear,
} from '../../domain/escalation/explain.ts'
import type { PutOffPromise } from '../../domain/ticket/promise.ts'
import type { ClockName } from '../../domain/ticket/ticket.ts'
import { withoutPrivateDetail } from '../../domain/without-private-detail.ts'
import type { NoticeTexts } from '../catalogue.ts'
import { changeText, wasNoDanger } from '../change-line.ts'
import { excludedDays, specialDays } from '../excluded-days.ts'
import { type Html, html, join, lines, nothing, quoted, words } from '../html.ts'
import { personName } from '../mention.ts'
import { clockNames, statusNames } from '../names.ts'
import type { Speech } from '../speech.ts'

type People = Readonly<Record<string, readonly string[]>>

/** What a line needs to know of its ticket. */
interface About {
  readonly supervisor: string | null
  readonly people: People
  readonly hidden: boolean
}

/** 为什么催我, for those who work on it and for those who wait for it. */
export const why: Pick<NoticeTexts, 'why' | 'why-waiting'> = {
  why: ({ ticket, explanation, hold, promisePaused, changed, supervisor, people }, say) =>
    lines([
      html`❓ ${say.discreet(ticket)} 为什么催:`,
      hold
        ? html`挂起,等${party(hold.party, ticket.private)},${say.when(hold.since)} 起到${say.when(hold.until)};到时自动恢复,${
            explanation.clocks.some(({ basis }) => isNamedByCommittee(basis))
              ? '社区定的时间照走'
              : explanation.clocks.some(({ name }) => name === 'onsite')
                ? '险情到场的表照走'
                : '到场和办结的表都停着'
          }${promisePaused === undefined ? '' : `,说好的${say.when(promisePaused)} 跟着顺延`}。`
        : null,
      changed
        ? html`${say.when(changed.at)} ${personName(changed.by)} 改类:${changeText(changed, 'zh-CN')};时限按新的,走过的时间照算,${wasNoDanger(changed) ? '到新时限照常提醒' : '说过的不再说'}。`
        : null,
      ...explanation.clocks.map((clock) => clockLine(clock, { supervisor, people, hidden: ticket.private }, say)),
      explanation.untilSafe ? words('险情没有办结时限:处理到安全为止。') : null,
      explanation.closesAt === null ? null : html`已办结,等住户确认;${say.when(explanation.closesAt)} 没有答复就结案。`,
      explanation.clocks.length === 0 && !hold && explanation.closesAt === null
        ? html`现在没有在走的表:${statusNames[ticket.status]['zh-CN']}。`
        : null,
    ]),
  'why-waiting': ({ ticket, explanation, hold, promisePaused, changed, supervisor, worker, managers, told }, say) => {
    const number = html`#${ticket.number}`
    const manager = managers[0] === undefined ? html`物业` : personName(managers[0])
    const due = (name: ClockName) => explanation.clocks.find((clock) => clock.name === name)
    const next = (clock: ExplainedClock) => {
      const { staff, above } = nextToHear(clock)
      if (!staff) return above ? html`,到时没有,${say.when(above.at)} 报社区` : nothing
      const first = staff.notify.includes('manager') ? manager : html`物业`
      return html`,到时没有就先提醒${first}${above ? ',再报社区' : ''}`
    }
    const reached =
      told === null
        ? nothing
        : told === 'above'
          ? html`,已经报社区`
          : html`,已经提醒${told === 'manager' ? manager : '物业'}`
    const [taken, done, promised] = [due('acknowledge'), due('resolve'), due('promise')]
    const named = done !== undefined && isNamedByCommittee(done.basis)
    const who = worker === null ? html`物业` : personName(worker)
    const waits = hold
      ? html`在等${party(hold.party, ticket.private)},到${say.when(hold.until)};到时接着办${promisePaused === undefined ? '' : `,说好的${say.when(promisePaused)} 跟着顺延`}`
      : null
    return lines([
      html`❓ ${say.masked(ticket)}`,
      changed && wasNoDanger(changed) ? words('已核实,不是险情。') : null,
      waits ? html`${waits}。` : null,
      taken
        ? html`还没有人接手,${by(taken.due, say)}应该有人接${taken.due <= say.now ? reached : named ? nothing : next(taken)}。`
        : null,
      promised
        ? html`${who} 说好${say.when(promised.due)} 前办好${
            promised.putOff
              ? html`(原说${say.when(promised.putOff.said)},等${waitedFor(promised.putOff, ticket.private)}顺延)`
              : nothing
          }${promised.due > say.now ? '' : ',时间已经过了'}。`
        : null,
      done && (named || !taken)
        ? html`${basisForResidents(done.basis, supervisor, who)}${by(done.due, say)}办好${done.due > say.now ? next(done) : html`,已经超时${told === null ? '' : ',已往上报'}`}。`
        : null,
      explanation.untilSafe ? words('有危险的事不设完成时间,一直处理到安全为止。') : null,
      explanation.closesAt === null
        ? null
        : html`已经办完,等您说好没好;${say.when(explanation.closesAt)} 前没有回复就先结案。`,
      explanation.clocks.length === 0 && !hold && explanation.closesAt === null && !explanation.untilSafe
        ? html`${number} 现在是「${statusNames[ticket.status]['zh-CN']}」,没有要等的时间。`
        : null,
    ])
  },
}

function by(due: number, say: Speech): Html {
  return due > say.now ? html`${say.when(due)} 前` : html`${say.when(due)} 就`
}

function basisForResidents(basis: Basis, supervisor: string | null, who: Html): Html {
  if (basis === 'supervised') return html`社区 ${personName(supervisor ?? '')} 在督办,要求`
  if (basis === 'extended') return html`社区同意延期,`
  return basis === 'sent-back' ? html`社区要求物业` : html`${who} 在办,应该`
}

function clockLine(clock: ExplainedClock, { supervisor, people, hidden }: About, say: Speech): Html {
  const name = clockNames[clock.name]['zh-CN']
  const start = html`${say.when(clock.start)} 起算`
  const limit = clock.limit && clock.kind ? html`${name}时限 ${say.limit(clock.limit, clock.kind)},${start}` : null
  const given = {
    class: limit,
    'second-try': limit ? html`${limit}(第二次办)` : null,
    promise: clock.putOff
      ? html`说好的时间(原说${say.when(clock.putOff.said)},等${waitedFor(clock.putOff, hidden)}顺延)`
      : html`说好的时间`,
    supervised: html`社区督办(${personName(supervisor ?? '')})定的时间`,
    'sent-back': html`社区退回时定的时间`,
    extended: html`社区延期后的时间`,
  }[clock.basis]
  const late = clock.due <= say.now ? ',已过' : ''
  const out = excludedText(clock, hidden, say)
  const special = join(clock.excluded ? specialDays(clock.excluded, 'zh-CN') : [], '、')
  const coming = join(
    clock.coming.map((step) => comingText(step, people, say)),
    ',',
  )
  return html`${given ?? name}${out ? html`;${out}不算` : nothing}${special.text === '' ? nothing : html`;${special}`};到期${say.when(clock.due)}${late};${
    coming.text === '' ? words('该提醒的都提醒过了') : coming
  }。`
}

function waitedFor({ parties }: PutOffPromise, hidden: boolean): Html {
  // Of a private matter each of them reads the same.
  return join(
    (hidden ? parties.slice(0, 1) : parties).map((one) => party(one, hidden)),
    '、',
  )
}

function excludedText({ excluded, holds, kind }: ExplainedClock, hidden: boolean, say: Speech): Html | null {
  const parts: Html[] = []
  if (excluded?.breaks) parts.push(words('午休'))
  if (excluded?.weekends) parts.push(words('周末'))
  if (excluded) parts.push(...excludedDays(excluded, 'zh-CN'))
  if (kind === 'daytime') parts.push(words('夜里'))
  for (const { party: waited, from, to } of holds)
    parts.push(html`挂起(等${party(waited, hidden)} ${say.when(from)}–${to === null ? '' : say.when(to)})`)
  return parts.length === 0 ? null : join(parts, '、')
}

function comingText(step: Coming, people: People, say: Speech): Html {
  const { at, kind } = step
  const time = say.when(at)
  if (kind === 'warn') return html`${time} 先提醒${names('assignee', people)}`
  const above = beyondTheWork(step)
  if (above.length === 0) return html`${time} 提醒${names(namedInTheWork(step, people), people)}`
  return html`${time} 报${join(
    above.map((part) => names(part, people)),
    '、',
  )}`
}

const parts: Readonly<Record<string, string>> = {
  assignee: '物业人员',
  manager: '物业经理',
  committee: '社区党委',
  secretary: '书记',
  street: '街道',
}

function names(part: string, people: People): Html {
  const known = (people[part] ?? []).slice(0, 2)
  return known.length > 0 ? join(known.map(personName), '、') : html`${parts[part] ?? part}`
}

/** Whom a private matter waits for is nobody's business but theirs who hold its card. */
function party(text: string, hidden: boolean): Html {
  return hidden ? words('别的单位') : quoted(withoutPrivateDetail(text), 40)
}
