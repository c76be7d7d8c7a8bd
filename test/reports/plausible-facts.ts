import { categories, nowhere } from '../../src/domain/category.ts'
import { noCallbacks, type Tally } from '../../src/domain/rates/tally.ts'
import { type Period, periodOf } from '../../src/domain/summary/period.ts'
import type { OpenMatter, PeriodCounts, PeriodFacts } from '../../src/domain/summary/period-facts.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Local midnight of Monday 16 November 2026 in Shanghai: the start of week 47. */
export const monday = Date.parse('2026-11-16T00:00+08:00')

export function periodNamed(label: string): Period {
  const period = periodOf('Asia/Shanghai', label)
  if (!period) throw new Error(`no period ${label}`)
  return period
}

const matter = (number: number, daysBefore: number, over: Partial<OpenMatter> = {}): OpenMatter => ({
  ticketId: number,
  number,
  private: false,
  category: 'leak',
  place: nowhere,
  grid: null,
  knownBuilding: false,
  openedAt: monday - daysBefore * day,
  assignee: { id: 101, name: '王师傅' },
  hold: null,
  lateSince: null,
  ...over,
})

const tally = (
  dimension: Tally['dimension'],
  key: string,
  [onTime, late, open]: readonly [number, number, number],
  over: Partial<Tally['callbacks']> = {},
  name = key,
): Tally => ({ dimension, key, name, onTime, late, open, callbacks: { ...noCallbacks, ...over } })

const weights = { response: 0.1, resolution: 0.5, satisfaction: 0.4, basically: 0.9 }

export const counts: PeriodCounts = {
  opened: 23,
  resolved: 27,
  closed: 25,
  carriedOver: 9,
  openedPrivate: 2,
  reopened: 3,
  cameBack: 2,
  bounced: 3,
  visits: 0,
  promisesKept: 16,
  promisesBroken: 2,
  promisesMoved: 0,
  callbacks: {
    asked: 31,
    answered: 25,
    solved: 22,
    respondedInTime: 24,
    satisfied: 18,
    basicallySatisfied: 3,
    unsatisfied: 4,
  },
  weights,
}

/** A week such as a neighbourhood of 1,200 households has. */
export const plausibleWeek: PeriodFacts = {
  community: { name: '幸福里小区', households: 1200 },
  period: periodNamed('2026-W47'),
  asOf: monday + 7 * day + 9 * hour,
  current: counts,
  previous: {
    ...counts,
    opened: 31,
    resolved: 24,
    carriedOver: 13,
    promisesKept: 12,
    callbacks: {
      ...counts.callbacks,
      answered: 20,
      solved: 17,
      respondedInTime: 18,
      satisfied: 14,
      basicallySatisfied: 2,
      unsatisfied: 4,
    },
  },
  handled: 36,
  acknowledgeMs: { count: 26, median: 9 * minute, p90: 74 * minute },
  finishMs: { count: 27, median: 20.5 * hour, p90: 3.4 * day },
  byCategory: [
    { category: 'noise', opened: 2 },
    { category: 'elevator', opened: 5 },
    { category: 'power', opened: 4 },
    { category: 'leak', opened: 3 },
    { category: 'sanitation', opened: 3 },
    { category: 'parking', opened: 2 },
    { category: 'pollution', opened: 1 },
    { category: 'security', opened: 1 },
    { category: 'facility', opened: 1 },
    { category: 'care', opened: 1 },
  ],
  byBuilding: [
    { building: '1', households: 144, opened: 2 },
    { building: '2', households: 144, opened: 1 },
    { building: '3', households: 216, opened: 8 },
    { building: '5', households: 216, opened: 4 },
    { building: '6', households: 160, opened: 2 },
    { building: '10', households: 160, opened: 3 },
    { building: '11', households: 160, opened: 1 },
  ],
  open: [
    matter(97, 14, {
      place: { ...nowhere, spot: '地库' },
      hold: { party: '防水公司', until: monday + 17 * day },
      lateSince: monday + day,
    }),
    matter(101, 8, { private: true, category: 'care', place: { ...nowhere, building: '3', room: '601' } }),
    matter(104, 6, {
      category: 'construction',
      place: { ...nowhere, building: '5', unit: '1', room: '902' },
      grid: '赵网格',
      knownBuilding: true,
      hold: { party: '城管执法队', until: monday + 9 * day },
      lateSince: monday + 2 * day,
    }),
    matter(112, 1, {
      category: 'greening',
      place: { ...nowhere, building: '10' },
      knownBuilding: true,
      lateSince: monday + 6 * day - 3 * hour,
    }),
    matter(118, -2, { category: 'power', assignee: null, lateSince: monday + 6 * day }),
  ],
  tallies: [
    tally('building', '3', [9, 1, 2], {
      asked: 9,
      answered: 8,
      solved: 7,
      respondedInTime: 8,
      satisfied: 6,
      basicallySatisfied: 1,
      unsatisfied: 1,
    }),
    tally('building', '5', [5, 0, 1], { asked: 4, answered: 4, solved: 4, respondedInTime: 3, satisfied: 4 }),
    tally('grid', '赵网格', [14, 1, 3], {
      asked: 13,
      answered: 12,
      solved: 11,
      respondedInTime: 11,
      satisfied: 10,
      basicallySatisfied: 1,
      unsatisfied: 1,
    }),
    tally('category', 'elevator', [7, 1, 0], {
      asked: 8,
      answered: 7,
      solved: 6,
      respondedInTime: 7,
      satisfied: 5,
      basicallySatisfied: 1,
      unsatisfied: 1,
    }),
    tally('category', 'leak', [5, 2, 1], {
      asked: 6,
      answered: 4,
      solved: 3,
      respondedInTime: 4,
      satisfied: 3,
      unsatisfied: 1,
    }),
    tally('category', 'care', [1, 0, 1]),
    tally('party', 'property', [20, 2, 7], {
      asked: 26,
      answered: 22,
      solved: 20,
      respondedInTime: 21,
      satisfied: 16,
      basicallySatisfied: 3,
      unsatisfied: 3,
    }),
    tally('party', '防水公司', [2, 2, 1], {
      asked: 4,
      answered: 3,
      solved: 2,
      respondedInTime: 3,
      satisfied: 2,
      unsatisfied: 1,
    }),
    tally('party', '城管执法队', [1, 0, 1]),
    tally(
      'person',
      '101',
      [14, 1, 5],
      {
        asked: 18,
        answered: 14,
        solved: 13,
        respondedInTime: 14,
        satisfied: 12,
        basicallySatisfied: 1,
        unsatisfied: 1,
      },
      '王师傅',
    ),
    tally(
      'person',
      '102',
      [9, 3, 3],
      { asked: 13, answered: 11, solved: 9, respondedInTime: 10, satisfied: 6, basicallySatisfied: 2, unsatisfied: 3 },
      '刘师傅',
    ),
  ],
  holdsByParty: [
    { party: '防水公司', held: 3 },
    { party: '城管执法队', held: 1 },
  ],
  dueNext: 5,
  volunteers: { people: 3, hours: 4 },
}

const noCounts: PeriodCounts = {
  opened: 0,
  resolved: 0,
  closed: 0,
  carriedOver: 0,
  openedPrivate: 0,
  reopened: 0,
  cameBack: 0,
  bounced: 0,
  visits: 0,
  promisesKept: 0,
  promisesBroken: 0,
  promisesMoved: 0,
  callbacks: {
    asked: 0,
    answered: 0,
    solved: 0,
    respondedInTime: 0,
    satisfied: 0,
    basicallySatisfied: 0,
    unsatisfied: 0,
  },
  weights,
}

/** The first week of a community in which nothing happened. */
export const emptyWeek: PeriodFacts = {
  ...plausibleWeek,
  current: noCounts,
  previous: null,
  handled: 0,
  acknowledgeMs: { count: 0, median: null, p90: null },
  finishMs: { count: 0, median: null, p90: null },
  byCategory: [],
  byBuilding: [],
  open: [],
  tallies: [],
  holdsByParty: [],
  dueNext: 0,
  volunteers: null,
}

/** A week in which old work was reopened and new reported, and nothing was finished or answered. */
export const noAnswers: PeriodFacts = {
  ...plausibleWeek,
  current: { ...plausibleWeek.current, resolved: 0, closed: 0, reopened: 1, cameBack: 0, callbacks: noCallbacks },
  finishMs: { count: 0, median: null, p90: null },
}

/** The same neighbourhood's November, and the one before. */
export const plausibleMonth: PeriodFacts = {
  ...plausibleWeek,
  period: periodNamed('2026-11'),
  asOf: periodNamed('2026-11').end + 9 * hour,
  current: { ...counts, opened: 104, resolved: 112, closed: 109, promisesKept: 71, promisesBroken: 6 },
  handled: 121,
  previous: { ...counts, opened: 121, resolved: 108, closed: 101, carriedOver: 17 },
}

const longName = '滨江凤凰城国际花园二期南区龢园别墅与高层混合住宅小区第三物业服务中心辖区'

/** Long names, large numbers, sixty buildings of which one is of unknown size, every category, thirty parties. */
export const extremeWeek: PeriodFacts = {
  ...plausibleWeek,
  community: { name: longName, households: 20_000 },
  current: { ...counts, opened: 12_345, resolved: 10_004, carriedOver: 98_765 },
  acknowledgeMs: { count: 1, median: 20_000, p90: 400 * day },
  byCategory: categories.map((category, index) => ({ category, opened: 1000 - index })),
  byBuilding: Array.from({ length: 60 }, (_, index) => ({
    building: index % 3 === 0 ? `听雨轩商业裙楼${index}` : String(index),
    households: index === 7 ? null : 100,
    opened: 300 + ((index * 7) % 40),
  })),
  open: Array.from({ length: 400 }, (_, index) =>
    matter(10_000 + index, 1200 - index, {
      place: { ...nowhere, spot: longName },
      hold: { party: index % 2 === 0 ? longName : `${index}号施工单位`, until: monday + 40 * day },
      lateSince: monday - 900 * day,
    }),
  ),
  tallies: [
    ...Array.from({ length: 60 }, (_, index) =>
      tally('building', `听雨轩商业裙楼${index}`, [9000 - index, 1000, 800], {
        asked: 9,
        answered: 8,
        solved: 7,
        satisfied: 8,
      }),
    ),
    ...categories.map((category) => tally('category', category, [100, 10, 1])),
    ...Array.from({ length: 30 }, (_, index) =>
      tally('party', `${longName}${index}`, [12_345, 6789, 98_765 - index], {
        asked: 9,
        answered: 9,
        unsatisfied: 4321,
      }),
    ),
  ],
  holdsByParty: Array.from({ length: 30 }, (_, index) => ({ party: `${longName}${index}`, held: 4321 - index })),
}
