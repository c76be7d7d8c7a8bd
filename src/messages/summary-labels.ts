import type { Language } from '../domain/ids.ts'
import type { PeriodKind } from '../domain/summary/period.ts'
import type { Summary } from '../domain/summary/summary.ts'
import { civilOf, dayNumberOf, formatDate, parseDate } from '../domain/time/civil-date.ts'

/**
 * Every word on a summary's picture and in its text, by language and kind of period. A summary is read after its period,
 * often long after: no word of it says this week, last week or next week.
 */
export interface SummaryLabels {
  readonly product: string
  /** '第47周 11/16–11/22' */
  readonly period: (period: Summary['period']) => string
  /** '第47周', '11月', '2026年第四季度' */
  readonly periodName: (period: Summary['period']) => string
  readonly days: (period: Summary['period']) => string
  readonly running: string
  /** A local date 'YYYY-MM-DD' as people write it. */
  readonly date: (date: string) => string
  readonly opened: string
  readonly resolved: string
  readonly carriedOver: string
  readonly now: string
  readonly before: string
  readonly last: (value: string) => string
  readonly noLast: string
  /** Of a period without reports and with none before it to compare with. */
  readonly noneBefore: string
  readonly change: string
  readonly closed: string
  readonly response: string
  readonly resolution: string
  readonly satisfaction: string
  readonly rates: string
  readonly noAnswers: string
  readonly noRatings: string
  readonly acknowledgeTime: string
  readonly finishTime: string
  readonly p90: (span: string) => string
  /** What the times taken are counted in. */
  readonly calendarTime: string
  readonly timesNote: string
  readonly byCategory: string
  readonly others: (kinds: number) => string
  readonly byBuildingRate: string
  readonly byBuildingCount: string
  readonly promises: string
  /** What falls due in the period that follows, by its days. */
  readonly dueNext: (period: Summary['period']) => string
  readonly dueIn: (period: Summary['period'], count: number) => string
  readonly thanks: (people: number, hours: string) => string
  readonly longestOpen: string
  readonly age: (days: number) => string
  readonly waiting: (party: string, until: string) => string
  readonly overdue: string
  readonly units: string
  readonly given: string
  readonly onTime: string
  readonly late: string
  readonly open: string
  readonly finished: string
  readonly finishedOnTime: string
  readonly unsatisfied: string
  readonly more: (count: number) => string
  readonly reopen: string
  /** Why there is no such rate; work that came back is counted all the same. */
  readonly noneFinished: (reopened: number) => string
  readonly bounce: string
  readonly visits: (count: number) => string
  readonly noneHandled: string
  readonly parties: Readonly<Record<string, string>>
  readonly answeredOnly: string
  readonly basicallyNote: (basically: number, weight: number) => string
  readonly basicallyCounts: (weight: number) => string
  readonly privateNote: (count: number) => string
  readonly quiet: string
  readonly span: (ms: number) => string
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function slashed(date: string): string {
  return `${Number(date.slice(5, 7))}/${Number(date.slice(8, 10))}`
}

/** A span rounded to what a reader compares: minutes under two hours, hours under two days, else days. */
function roundedSpan(ms: number, minutes: string, hours: string, days: string): string {
  if (ms < 60_000) return `<1 ${minutes}`
  if (ms < 2 * 3_600_000) return `${Math.round(ms / 60_000)} ${minutes}`
  if (ms < 48 * 3_600_000) return `${tenth(ms / 3_600_000)} ${hours}`
  return `${tenth(ms / 86_400_000)} ${days}`
}

/** One decimal at most: 2.5, 3. */
export function tenth(value: number): string {
  return String(Math.round(value * 10) / 10)
}

const chineseWords = {
  week: { running: '本周', now: '当周', before: '前一周', first: '首周' },
  month: { running: '本月', now: '当月', before: '前一月', first: '首月' },
  quarter: { running: '本季', now: '当季', before: '前一季', first: '首季' },
} as const satisfies Record<PeriodKind, object>

const quarters = ['一', '二', '三', '四']

/** The days of the period that follows. */
function following({ kind, last }: Summary['period']): Pick<Summary['period'], 'first' | 'last'> {
  const first = (parseDate(last) ?? 0) + 1
  const { year, month } = civilOf(first)
  const beyond = month + (kind === 'quarter' ? 3 : 1)
  const next = beyond > 12 ? dayNumberOf(year + 1, beyond - 12, 1) : dayNumberOf(year, beyond, 1)
  return { first: formatDate(first), last: formatDate(kind === 'week' ? first + 6 : next - 1) }
}

/** The words of one kind of period. */
export function summaryLabels(language: Language, kind: PeriodKind): SummaryLabels {
  return language === 'zh-CN' ? chinese(kind) : english(kind)
}

function chinese(kind: PeriodKind): SummaryLabels {
  const word = chineseWords[kind]
  const days = ({ first, last }: Pick<Summary['period'], 'first' | 'last'>) => `${slashed(first)}–${slashed(last)}`
  const periodName = ({ number, label }: Summary['period']) => {
    if (kind === 'week') return `第${number}周`
    const year = `${label.slice(0, 4)}年`
    return kind === 'month' ? `${year}${number}月` : `${year}第${quarters[number - 1] ?? number}季度`
  }
  return {
    product: '呼应',
    period: (period) => `${periodName(period)} ${days(period)}`,
    periodName,
    days,
    running: `${word.running}未完,截至目前`,
    date: slashed,
    opened: '新报',
    resolved: '办结',
    carriedOver: '在办',
    closed: '结案',
    now: word.now,
    before: word.before,
    change: '环比',
    last: (value) => `${word.before} ${value}`,
    noLast: word.first,
    noneBefore: `没有${word.before}可比`,
    response: '响应率',
    resolution: '解决率',
    satisfaction: '满意率',
    rates: '三率',
    noAnswers: '暂无答复',
    noRatings: '暂无评价',
    acknowledgeTime: '接单用时',
    finishTime: '办结用时',
    p90: (span) => `九成在 ${span.replace('<', '')}内`,
    calendarTime: '按自然时间',
    timesNote: '用时取中位数,从报事起按自然时间算',
    byCategory: '大家报了什么',
    others: (kinds) => `其余 ${kinds} 类`,
    byBuildingRate: '各楼每百户件数',
    byBuildingCount: '各楼件数',
    promises: '说到做到',
    dueNext: (period) => `${days(following(period))} 到期`,
    dueIn: (period, count) => `接下来 ${days(following(period))} 到期 ${count} 件`,
    thanks: (people, hours) => `谢谢 ${people} 位志愿者帮忙 ${hours} 小时`,
    longestOpen: '最久未结',
    age: (days) => `${days} 天`,
    waiting: (party, until) => `等${party},预计 ${until}`,
    overdue: '超时未结',
    units: '责任方',
    given: '派遣',
    onTime: '按时办结',
    late: '超时办结',
    open: '未办结',
    finished: '结案率',
    finishedOnTime: '按时结案率',
    unsatisfied: '不满意',
    more: (count) => `另 ${count} 个见表格`,
    reopen: '重办率',
    noneFinished: (reopened) => `${word.now}没有办结${reopened === 0 ? '' : `,重办 ${reopened} 件`}`,
    bounce: '转派退回率',
    visits: (count) => `走访 ${count} 次`,
    noneHandled: `${word.now}没有要办的事`,
    parties: {
      property: '物业',
      owners: '业主自治',
      utility: '公用企业',
      developer: '建设单位',
      government: '政府部门',
      other: '其他',
    },
    answeredOnly: '三率只计已答复的回访',
    basicallyNote: (basically, weight) => `基本满意 ${basically} 件,每件计 ${weight}`,
    basicallyCounts: (weight) => `基本满意计 ${weight}`,
    privateNote: (count) => `另含 ${count} 件涉及隐私,只计数、不列出`,
    quiet: `${word.now}没有新报`,
    span: (ms) => roundedSpan(ms, '分钟', '小时', '天'),
  }
}

function english(kind: PeriodKind): SummaryLabels {
  const days = ({ first, last }: Pick<Summary['period'], 'first' | 'last'>) =>
    `${englishDate(first)} – ${englishDate(last)}`
  const periodName = ({ number, label }: Summary['period']) => {
    if (kind === 'week') return `Week ${number}`
    const year = label.slice(0, 4)
    return kind === 'month' ? `${months[number - 1] ?? ''} ${year}` : `Q${number} ${year}`
  }
  return {
    product: 'Huying',
    period: (period) => `${periodName(period)}, ${days(period)}`,
    periodName,
    days,
    running: `so far this ${kind}`,
    date: englishDate,
    opened: 'Reported',
    resolved: 'Done',
    carriedOver: 'Still open',
    closed: 'Closed',
    now: `The ${kind}`,
    before: `The ${kind} before`,
    change: 'Change',
    last: (value) => `${kind} before ${value}`,
    noLast: `first ${kind}`,
    noneBefore: `no ${kind} before to compare with`,
    response: 'Answered in time',
    resolution: 'Solved',
    satisfaction: 'Satisfied',
    rates: 'Rates',
    noAnswers: 'no answers yet',
    noRatings: 'no ratings yet',
    acknowledgeTime: 'Time to take',
    finishTime: 'Time to finish',
    p90: (span) => `90% within ${span.replace('<', '')}`,
    calendarTime: 'calendar time',
    timesNote: 'Times are medians in calendar time, from the report on.',
    byCategory: 'What was reported',
    others: (kinds) => `${kinds} other kinds`,
    byBuildingRate: 'By building, per 100 homes',
    byBuildingCount: 'By building',
    promises: 'Promises kept',
    dueNext: (period) => `Due ${days(following(period))}`,
    dueIn: (period, count) => `${count} due ${days(following(period))}`,
    thanks: (people, hours) => `Thanks to ${people} ${people === 1 ? 'volunteer' : 'volunteers'} for ${hours} h`,
    longestOpen: 'Longest open',
    age: (days) => (days === 1 ? '1 day' : `${days} days`),
    waiting: (party, until) => `waiting for ${party}, until ${until}`,
    overdue: 'Overdue',
    units: 'Responsible',
    given: 'Given',
    onTime: 'On time',
    late: 'Late',
    open: 'Open',
    finished: 'Finished',
    finishedOnTime: 'On time %',
    unsatisfied: 'Unhappy',
    more: (count) => `${count} more in the tables`,
    reopen: 'Reopened',
    noneFinished: (reopened) => `nothing finished in the ${kind}${reopened === 0 ? '' : `, ${reopened} reopened`}`,
    bounce: 'Handed on or sent back',
    visits: (count) => `${count} home ${count === 1 ? 'visit' : 'visits'}`,
    noneHandled: `nothing in hand in the ${kind}`,
    parties: {
      property: 'Property company',
      owners: 'Owners',
      utility: 'Utilities',
      developer: 'Developer',
      government: 'Government',
      other: 'Other',
    },
    answeredOnly: 'Answered follow-ups only',
    basicallyNote: (basically, weight) => `${basically} basically satisfied, ${weight} each`,
    basicallyCounts: (weight) => `basically counts ${weight}`,
    privateNote: (count) => `${count} private ${count === 1 ? 'matter is' : 'matters are'} counted but not listed.`,
    quiet: `Nothing was reported in the ${kind}`,
    span: (ms) => roundedSpan(ms, 'min', 'h', 'days'),
  }
}

function englishDate(date: string): string {
  return `${Number(date.slice(8, 10))} ${months[Number(date.slice(5, 7)) - 1] ?? ''}`
}
