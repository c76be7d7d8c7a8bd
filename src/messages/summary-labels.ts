import type { Language } from '../domain/ids.ts'
import type { PeriodKind } from '../domain/summary/period.ts'
import type { Summary } from '../domain/summary/summary.ts'

/** Every word on a summary's picture and in its text, by language and kind of period. */
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
  readonly change: string
  readonly closed: string
  readonly response: string
  readonly resolution: string
  readonly satisfaction: string
  readonly noAnswers: string
  readonly acknowledgeTime: string
  readonly finishTime: string
  readonly p90: (span: string) => string
  readonly byCategory: string
  readonly others: (kinds: number) => string
  readonly byBuildingRate: string
  readonly byBuildingCount: string
  readonly promises: string
  readonly dueNext: string
  readonly dueIn: (count: number) => string
  readonly thanks: (people: number, hours: string) => string
  readonly longestOpen: string
  readonly age: (days: number) => string
  readonly waiting: (party: string, until: string) => string
  readonly overdueByParty: string
  readonly overdue: (count: number, worst: string) => string
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
  readonly bounce: string
  readonly parties: Readonly<Record<string, string>>
  readonly answeredOnly: string
  readonly basicallyNote: (satisfied: number, basically: number) => string
  readonly privateNote: (count: number) => string
  readonly quiet: string
  readonly span: (ms: number) => string
  /** Time on a clock, which knows no days: minutes under two hours, else hours. */
  readonly clock: (ms: number) => string
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

function clockSpan(ms: number, minutes: string, hours: string): string {
  if (ms < 2 * 3_600_000) return roundedSpan(ms, minutes, hours, '')
  return `${ms < 100 * 3_600_000 ? tenth(ms / 3_600_000) : Math.round(ms / 3_600_000)} ${hours}`
}

/** One decimal at most: 2.5, 3. */
export function tenth(value: number): string {
  return String(Math.round(value * 10) / 10)
}

const chineseWords = {
  week: { now: '本周', before: '上周', next: '下周', first: '首周' },
  month: { now: '本月', before: '上月', next: '下月', first: '首月' },
  quarter: { now: '本季', before: '上季', next: '下季', first: '首季' },
} as const satisfies Record<PeriodKind, object>

const quarters = ['一', '二', '三', '四']

/** The words of one kind of period. */
export function summaryLabels(language: Language, kind: PeriodKind): SummaryLabels {
  return language === 'zh-CN' ? chinese(kind) : english(kind)
}

function chinese(kind: PeriodKind): SummaryLabels {
  const word = chineseWords[kind]
  const days = ({ first, last }: Summary['period']) => `${slashed(first)}–${slashed(last)}`
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
    running: `${word.now}未完,截至目前`,
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
    response: '响应率',
    resolution: '解决率',
    satisfaction: '满意率',
    noAnswers: '暂无答复',
    acknowledgeTime: '接单用时(中位)',
    finishTime: '办结用时(中位)',
    p90: (span) => `九成在 ${span.replace('<', '')}内`,
    byCategory: '大家报了什么',
    others: (kinds) => `其余 ${kinds} 类`,
    byBuildingRate: '各楼每百户件数',
    byBuildingCount: '各楼件数',
    promises: '说到做到',
    dueNext: `${word.next}到期`,
    dueIn: (count) => `${word.next}到期 ${count} 件`,
    thanks: (people, hours) => `谢谢 ${people} 位志愿者帮忙 ${hours} 小时`,
    longestOpen: '最久未结',
    age: (days) => `${days} 天`,
    waiting: (party, until) => `等${party},预计 ${until}`,
    overdueByParty: '超时未结 · 按责任方',
    overdue: (count, worst) => `${count} 件 · 最长 ${worst}`,
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
    bounce: '退回率',
    parties: {
      property: '物业',
      owners: '业主自治',
      utility: '公用企业',
      developer: '建设单位',
      government: '政府部门',
      other: '其他',
    },
    answeredOnly: '三率只计已答复的回访,括号内是 达到的/答复的件数',
    basicallyNote: (satisfied, basically) => `满意 ${satisfied}、基本满意 ${basically}(按权重折算)`,
    privateNote: (count) => `另含 ${count} 件涉及隐私,只计数、不列出`,
    quiet: `${word.now}没有新报`,
    span: (ms) => roundedSpan(ms, '分钟', '小时', '天'),
    clock: (ms) => clockSpan(ms, '分钟', '小时'),
  }
}

function english(kind: PeriodKind): SummaryLabels {
  const days = ({ first, last }: Summary['period']) => `${englishDate(first)} – ${englishDate(last)}`
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
    now: `This ${kind}`,
    before: `Last ${kind}`,
    change: 'Change',
    last: (value) => `last ${kind} ${value}`,
    noLast: `first ${kind}`,
    response: 'Answered in time',
    resolution: 'Solved',
    satisfaction: 'Satisfied',
    noAnswers: 'no answers yet',
    acknowledgeTime: 'Median to take',
    finishTime: 'Median to finish',
    p90: (span) => `90% within ${span.replace('<', '')}`,
    byCategory: 'What was reported',
    others: (kinds) => `${kinds} other kinds`,
    byBuildingRate: 'By building, per 100 homes',
    byBuildingCount: 'By building',
    promises: 'Promises kept',
    dueNext: `Due next ${kind}`,
    dueIn: (count) => `${count} due next ${kind}`,
    thanks: (people, hours) => `Thanks to ${people} ${people === 1 ? 'volunteer' : 'volunteers'} for ${hours} h`,
    longestOpen: 'Longest open',
    age: (days) => (days === 1 ? '1 day' : `${days} days`),
    waiting: (party, until) => `waiting for ${party}, until ${until}`,
    overdueByParty: 'Overdue, by who is responsible',
    overdue: (count, worst) => `${count} · worst ${worst}`,
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
    bounce: 'Handed on',
    parties: {
      property: 'Property company',
      owners: 'Owners',
      utility: 'Utilities',
      developer: 'Developer',
      government: 'Government',
      other: 'Other',
    },
    answeredOnly: 'Rates count answered follow-ups only: favourable / answered.',
    basicallyNote: (satisfied, basically) => `${satisfied} satisfied, ${basically} basically (weighted)`,
    privateNote: (count) => `${count} private ${count === 1 ? 'matter is' : 'matters are'} counted but not listed.`,
    quiet: `Nothing was reported this ${kind}`,
    span: (ms) => roundedSpan(ms, 'min', 'h', 'days'),
    clock: (ms) => clockSpan(ms, 'min', 'h'),
  }
}

function englishDate(date: string): string {
  return `${Number(date.slice(8, 10))} ${months[Number(date.slice(5, 7)) - 1] ?? ''}`
}
