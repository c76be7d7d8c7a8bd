import type { Language } from '../domain/ids.ts'
import type { RateWeights } from '../domain/policy/policy.ts'
import type { Dimension } from '../domain/rates/tally.ts'

/** Words of the committee's tables that a summary's picture and text do not have. */
export interface TableLabels {
  readonly overview: string
  readonly rates: string
  readonly openList: string
  readonly measure: string
  readonly favourable: string
  readonly counted: string
  readonly favourableBefore: (before: string) => string
  readonly countedBefore: (before: string) => string
  readonly openedPrivate: string
  readonly reopened: string
  readonly kept: string
  readonly broken: string
  readonly moved: string
  readonly medianHours: (name: string) => string
  readonly p90Hours: (name: string) => string
  readonly take: string
  readonly finish: string
  readonly dimension: string
  readonly name: string
  readonly dimensions: Readonly<Record<Dimension, string>>
  readonly asked: string
  readonly answered: string
  readonly inTime: string
  readonly solved: string
  readonly satisfied: string
  readonly basically: string
  readonly unsatisfied: string
  readonly unsatisfiedRate: string
  readonly rated: string
  readonly total: string
  /** The total with what it is made of. */
  readonly weightedTotal: (weights: RateWeights) => string
  readonly reported: string
  readonly per100: string
  readonly held: string
  readonly overdue: string
  readonly number: string
  readonly category: string
  readonly place: string
  readonly day: string
  readonly ageDays: string
  readonly assignee: string
  readonly waitsFor: string
  readonly until: string
  readonly lateDays: string
  readonly masked: string
}

export const tableLabels: Readonly<Record<Language, TableLabels>> = {
  'zh-CN': {
    overview: '概览',
    rates: '三率',
    openList: '未结清单',
    measure: '指标',
    favourable: '达到',
    counted: '计入',
    favourableBefore: (before) => `${before}达到`,
    countedBefore: (before) => `${before}计入`,
    openedPrivate: '其中涉及隐私',
    reopened: '重办件数',
    kept: '承诺兑现',
    broken: '承诺落空',
    moved: '承诺改期',
    medianHours: (name) => `${name}中位数(自然时间,小时)`,
    p90Hours: (name) => `${name}九成以内(自然时间,小时)`,
    take: '接单用时',
    finish: '办结用时',
    dimension: '维度',
    name: '名称',
    dimensions: { building: '楼栋', grid: '网格', category: '类别', party: '责任方', person: '人员' },
    asked: '回访',
    answered: '答复',
    inTime: '按时响应',
    solved: '已解决',
    satisfied: '满意',
    basically: '基本满意',
    unsatisfied: '不满意',
    unsatisfiedRate: '不满意率',
    rated: '评价',
    total: '总分',
    weightedTotal: ({ response, resolution, satisfaction, basically }) =>
      `总分(响应 ${response}、解决 ${resolution}、满意 ${satisfaction},基本满意计 ${basically})`,
    reported: '新报',
    per100: '每百户',
    held: '挂起',
    overdue: '超时未结',
    number: '编号',
    category: '类别',
    place: '地点',
    day: '报修日期',
    ageDays: '已有天数',
    assignee: '经办人',
    waitsFor: '在等',
    until: '预计',
    lateDays: '超时天数',
    masked: '涉及隐私,已转专人',
  },
  en: {
    overview: 'Overview',
    rates: 'Rates',
    openList: 'Open list',
    measure: 'Measure',
    favourable: 'Favourable',
    counted: 'Counted',
    favourableBefore: (before) => `Favourable, ${before.toLowerCase()}`,
    countedBefore: (before) => `Counted, ${before.toLowerCase()}`,
    openedPrivate: 'Of them private',
    reopened: 'Reopened, matters',
    kept: 'Promises kept',
    broken: 'Promises broken',
    moved: 'Promises put off',
    medianHours: (name) => `${name}, median (calendar time, h)`,
    p90Hours: (name) => `${name}, 90% within (calendar time, h)`,
    take: 'Time to take',
    finish: 'Time to finish',
    dimension: 'By',
    name: 'Name',
    dimensions: { building: 'Building', grid: 'Grid', category: 'Category', party: 'Responsible', person: 'Person' },
    asked: 'Asked',
    answered: 'Answered',
    inTime: 'Taken in time',
    solved: 'Solved',
    satisfied: 'Satisfied',
    basically: 'Basically',
    unsatisfied: 'Unsatisfied',
    unsatisfiedRate: 'Unsatisfied %',
    rated: 'Rated',
    total: 'Score',
    weightedTotal: ({ response, resolution, satisfaction, basically }) =>
      `Score (in time ${response}, solved ${resolution}, satisfied ${satisfaction}; basically counts ${basically})`,
    reported: 'Reported',
    per100: 'Per 100 homes',
    held: 'Put on hold',
    overdue: 'Overdue',
    number: 'No.',
    category: 'Category',
    place: 'Place',
    day: 'Reported on',
    ageDays: 'Days open',
    assignee: 'With',
    waitsFor: 'Waits for',
    until: 'Expected',
    lateDays: 'Days late',
    masked: 'Private, with somebody in charge',
  },
}
