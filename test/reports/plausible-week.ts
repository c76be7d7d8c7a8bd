import { categories, nowhere } from '../../src/domain/category.ts'
import type { PeriodCounts, WeeklyFacts } from '../../src/domain/summary/weekly-facts.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Local midnight of Monday 16 November 2026 in Shanghai: the start of week 47. */
export const monday = Date.parse('2026-11-16T00:00+08:00')

export const counts: PeriodCounts = {
  opened: 23,
  resolved: 27,
  closed: 25,
  carriedOver: 9,
  openedPrivate: 2,
  reopened: 2,
  bounced: 3,
  promisesKept: 16,
  promisesBroken: 2,
  callbacks: {
    asked: 31,
    answered: 25,
    solved: 22,
    respondedInTime: 24,
    satisfied: 18,
    basicallySatisfied: 3,
    unsatisfied: 4,
  },
}

/** A week such as a neighbourhood of 1,200 households has. */
export const plausibleWeek: WeeklyFacts = {
  community: { name: '幸福里小区', households: 1200 },
  week: '2026-W47',
  start: monday,
  end: monday + 7 * day,
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
  longestOpen: [
    {
      number: 97,
      category: 'leak',
      place: { ...nowhere, spot: '地库' },
      openedAt: monday - 14 * day,
      hold: { party: '防水公司', until: monday + 17 * day },
    },
    {
      number: 104,
      category: 'construction',
      place: { ...nowhere, building: '5', unit: '1', room: '902' },
      openedAt: monday - 6 * day,
      hold: { party: '城管执法队', until: monday + 9 * day },
    },
    { number: 112, category: 'greening', place: { ...nowhere, building: '10' }, openedAt: monday - day, hold: null },
  ],
  dueNextWeek: 5,
  volunteers: { people: 3, hours: 4 },
  overdueByParty: [
    { party: 'developer', overdue: 1, worstMs: 6 * day },
    { party: 'property', overdue: 3, worstMs: 27 * hour },
    { party: 'utility', overdue: 1, worstMs: 5 * hour },
  ],
}

const noCounts: PeriodCounts = {
  opened: 0,
  resolved: 0,
  closed: 0,
  carriedOver: 0,
  openedPrivate: 0,
  reopened: 0,
  bounced: 0,
  promisesKept: 0,
  promisesBroken: 0,
  callbacks: {
    asked: 0,
    answered: 0,
    solved: 0,
    respondedInTime: 0,
    satisfied: 0,
    basicallySatisfied: 0,
    unsatisfied: 0,
  },
}

/** The first week of a community in which nothing happened. */
export const emptyWeek: WeeklyFacts = {
  ...plausibleWeek,
  current: noCounts,
  previous: null,
  acknowledgeMs: { count: 0, median: null, p90: null },
  finishMs: { count: 0, median: null, p90: null },
  byCategory: [],
  byBuilding: [],
  longestOpen: [],
  dueNextWeek: 0,
  volunteers: { people: 0, hours: 0 },
  overdueByParty: [],
}

const longName = '滨江凤凰城国际花园二期南区龢园别墅与高层混合住宅小区第三物业服务中心辖区'

/** Long names, large numbers, forty buildings, some of unknown size. */
export const extremeWeek: WeeklyFacts = {
  ...plausibleWeek,
  community: { name: longName, households: 20_000 },
  current: { ...counts, opened: 12_345, resolved: 10_004, carriedOver: 98_765 },
  acknowledgeMs: { count: 1, median: 20_000, p90: 400 * day },
  byCategory: categories.map((category, index) => ({ category, opened: 1000 - index })),
  byBuilding: Array.from({ length: 40 }, (_, index) => ({
    building: index % 3 === 0 ? `听雨轩商业裙楼${index}` : String(index),
    households: index === 7 ? null : 100,
    opened: 300 + ((index * 7) % 40),
  })),
  longestOpen: plausibleWeek.longestOpen.map((matter) => ({
    ...matter,
    openedAt: monday - 1200 * day,
    place: { ...nowhere, spot: longName },
    hold: { party: longName, until: monday + 40 * day },
  })),
  overdueByParty: [
    { party: longName, overdue: 4321, worstMs: 900 * day },
    { party: 'government', overdue: 1, worstMs: minute },
  ],
}
