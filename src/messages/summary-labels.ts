import type { Language } from '../domain/ids.ts'

/** Every word on the weekly picture and in its text, by language. */
export interface SummaryLabels {
  readonly product: string
  readonly week: (number: number, first: string, last: string) => string
  readonly running: string
  /** A local date 'YYYY-MM-DD' as people write it. */
  readonly date: (date: string) => string
  readonly opened: string
  readonly resolved: string
  readonly carriedOver: string
  readonly lastWeek: (value: string) => string
  readonly noLastWeek: string
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
  readonly dueNextWeek: string
  readonly thanks: (people: number, hours: string) => string
  readonly longestOpen: string
  readonly age: (days: number) => string
  readonly waiting: (party: string, until: string) => string
  readonly overdueByParty: string
  readonly overdue: (count: number, worst: string) => string
  readonly reopen: string
  readonly bounce: string
  readonly parties: Readonly<Record<string, string>>
  readonly answeredOnly: string
  readonly basicallyNote: (satisfied: number, basically: number) => string
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

export const summaryLabels: Readonly<Record<Language, SummaryLabels>> = {
  'zh-CN': {
    product: '呼应',
    week: (number, first, last) => `第${number}周 ${slashed(first)}–${slashed(last)}`,
    running: '本周未完,截至目前',
    date: slashed,
    opened: '新报',
    resolved: '办结',
    carriedOver: '在办',
    lastWeek: (value) => `上周 ${value}`,
    noLastWeek: '首周',
    response: '响应率',
    resolution: '解决率',
    satisfaction: '满意率',
    noAnswers: '暂无答复',
    acknowledgeTime: '接单用时(中位)',
    finishTime: '办结用时(中位)',
    p90: (span) => `九成在 ${span}内`,
    byCategory: '大家报了什么',
    others: (kinds) => `其余 ${kinds} 类`,
    byBuildingRate: '各楼每百户件数',
    byBuildingCount: '各楼件数',
    promises: '说到做到',
    dueNextWeek: '下周到期',
    thanks: (people, hours) => `谢谢 ${people} 位志愿者帮忙 ${hours} 小时`,
    longestOpen: '最久未结',
    age: (days) => `${days} 天`,
    waiting: (party, until) => `等${party},预计 ${until}`,
    overdueByParty: '超时未结 · 按责任方',
    overdue: (count, worst) => `${count} 件 · 最长 ${worst}`,
    reopen: '重办率',
    bounce: '退回率',
    parties: {
      property: '物业',
      owners: '业主自治',
      utility: '公用企业',
      developer: '建设单位',
      government: '政府部门',
    },
    answeredOnly: '三率只计已答复的回访,括号内是 达到的/答复的件数',
    basicallyNote: (satisfied, basically) => `满意 ${satisfied}、基本满意 ${basically}(按权重折算)`,
    privateNote: (count) => `另含 ${count} 件涉及隐私,只计数、不列出`,
    quiet: '本周没有新报',
    span: (ms) => roundedSpan(ms, '分钟', '小时', '天'),
  },
  en: {
    product: 'Huying',
    week: (number, first, last) => `Week ${number}, ${englishDate(first)} – ${englishDate(last)}`,
    running: 'so far this week',
    date: englishDate,
    opened: 'Reported',
    resolved: 'Done',
    carriedOver: 'Still open',
    lastWeek: (value) => `last week ${value}`,
    noLastWeek: 'first week',
    response: 'Answered in time',
    resolution: 'Solved',
    satisfaction: 'Satisfied',
    noAnswers: 'no answers yet',
    acknowledgeTime: 'Median to take',
    finishTime: 'Median to finish',
    p90: (span) => `90% within ${span}`,
    byCategory: 'What was reported',
    others: (kinds) => `${kinds} other kinds`,
    byBuildingRate: 'By building, per 100 homes',
    byBuildingCount: 'By building',
    promises: 'Promises kept',
    dueNextWeek: 'Due next week',
    thanks: (people, hours) => `Thanks to ${people} ${people === 1 ? 'volunteer' : 'volunteers'} for ${hours} h`,
    longestOpen: 'Longest open',
    age: (days) => (days === 1 ? '1 day' : `${days} days`),
    waiting: (party, until) => `waiting for ${party}, until ${until}`,
    overdueByParty: 'Overdue, by who is responsible',
    overdue: (count, worst) => `${count} · worst ${worst}`,
    reopen: 'Reopened',
    bounce: 'Handed on',
    parties: {
      property: 'Property company',
      owners: 'Owners',
      utility: 'Utilities',
      developer: 'Developer',
      government: 'Government',
    },
    answeredOnly: 'Rates count answered follow-ups only: favourable / answered.',
    basicallyNote: (satisfied, basically) => `${satisfied} satisfied, ${basically} basically (weighted)`,
    privateNote: (count) => `${count} private ${count === 1 ? 'matter is' : 'matters are'} counted but not listed.`,
    quiet: 'Nothing was reported this week',
    span: (ms) => roundedSpan(ms, 'min', 'h', 'days'),
  },
}

function englishDate(date: string): string {
  return `${Number(date.slice(8, 10))} ${months[Number(date.slice(5, 7)) - 1] ?? ''}`
}
