import type { Category } from '../domain/category.ts'
import type { Language } from '../domain/ids.ts'
import type { RateRow } from '../domain/rates/rate-row.ts'
import { type Dimension, dimensions } from '../domain/rates/tally.ts'
import type { Rate } from '../domain/rates/three-rates.ts'
import type { CommitteePart } from '../domain/summary/committee-part.ts'
import type { Figure, Summary } from '../domain/summary/summary.ts'
import { categoryNames } from '../messages/category-names.ts'
import { buildingText, publicPlaceText } from '../messages/place.ts'
import { type SummaryLabels, summaryLabels } from '../messages/summary-labels.ts'
import { type TableLabels, tableLabels } from '../messages/table-labels.ts'
import { type Cell, share, type Table } from './table.ts'

interface Words {
  readonly label: SummaryLabels
  readonly table: TableLabels
  readonly language: Language
}

/**
 * Everything a summary knows as tables: overview, rates by dimension, the work of each dimension, and what is open. What
 * the audience may not see is not in the summary, so it is not here either.
 */
export function summaryTables(summary: Summary, language: Language): readonly Table[] {
  const words = { label: summaryLabels(language, summary.period.kind), table: tableLabels[language], language }
  const { rows, committee } = summary
  return [
    overview(summary, words),
    ...(rows.length === 0 ? [] : [ratesTable(rows, words)]),
    ...dimensions.flatMap((dimension) => {
      const of = rows.filter((row) => row.dimension === dimension)
      return of.length === 0 ? [] : [workTable(dimension, of, summary, words)]
    }),
    ...(committee === null ? [] : [openTable(committee, words)]),
  ]
}

function overview(summary: Summary, { label, table }: Words): Table {
  const { rates, ratesBefore, promises, committee, acknowledgeMs, finishMs, dueNext } = summary
  const counted = (name: string, { now, before }: Figure): Cell[] => {
    return [name, now, before, before === null ? null : now - before, null, null, null, null]
  }
  const rated = (name: string, rate: Rate, before: Rate | null | undefined): Cell[] => {
    const shares = [share(rate.value), share(before?.value ?? null), change(rate, before)]
    return [name, ...shares, rate.count, rate.base, before?.count ?? null, before?.base ?? null]
  }
  const scored = (name: string, now: number | null, before: number | null): Cell[] => {
    const difference: Cell = now === null || before === null ? null : { percent: now - before }
    return [name, share(now), share(before), difference, null, null, null, null]
  }
  const single = (name: string, value: Cell): Cell[] => [name, value, null, null, null, null, null, null]
  const hours = (ms: number | null): Cell => (ms === null ? null : { tenths: ms / 3_600_000 })
  return {
    name: table.overview,
    columns: [
      { header: `${summary.communityName} ${label.period(summary.period)}`, width: 42 },
      { header: label.now, width: 12 },
      { header: label.before, width: 12 },
      { header: label.change, width: 12 },
      { header: table.favourable, width: 12 },
      { header: table.counted, width: 12 },
      { header: table.favourableBefore(label.before), width: 12 },
      { header: table.countedBefore(label.before), width: 12 },
    ],
    rows: [
      counted(label.opened, summary.opened),
      single(table.openedPrivate, summary.openedPrivate),
      counted(label.resolved, summary.resolved),
      counted(label.closed, summary.closed),
      counted(label.carriedOver, summary.carriedOver),
      rated(label.response, rates.response, ratesBefore?.response),
      rated(label.resolution, rates.resolution, ratesBefore?.resolution),
      rated(label.satisfaction, rates.satisfaction, ratesBefore?.satisfaction),
      scored(table.weightedTotal(summary.weights), rates.total, ratesBefore?.total ?? null),
      single(table.medianHours(table.take), hours(acknowledgeMs.median)),
      single(table.p90Hours(table.take), hours(acknowledgeMs.p90)),
      single(table.medianHours(table.finish), hours(finishMs.median)),
      single(table.p90Hours(table.finish), hours(finishMs.p90)),
      counted(table.kept, { now: promises.kept, before: promises.keptBefore }),
      single(table.broken, promises.broken),
      single(table.moved, promises.moved),
      ...(committee === null
        ? []
        : [
            single(table.reopened, committee.reopened),
            rated(label.reopen, committee.reopen, committee.reopenBefore),
            rated(label.bounce, committee.bounce, undefined),
          ]),
      single(label.dueNext(summary.period), dueNext),
    ],
  }
}

function change(now: Rate, before: Rate | null | undefined): Cell {
  return now.value === null || before?.value == null ? null : { percent: now.value - before.value }
}

function ratesTable(rows: readonly RateRow[], words: Words): Table {
  const { label, table } = words
  return {
    name: table.rates,
    columns: [
      { header: table.dimension, width: 12 },
      { header: table.name, width: 24 },
      ...[
        table.asked,
        table.answered,
        table.inTime,
        label.response,
        table.solved,
        label.resolution,
        table.satisfied,
        table.basically,
        table.unsatisfied,
        table.rated,
        label.satisfaction,
        table.total,
      ].map((header) => ({ header, width: 12 })),
    ],
    rows: rows.map(({ dimension, key, name, callbacks, rates }) => [
      table.dimensions[dimension],
      nameOf(dimension, key, name, words),
      callbacks.asked,
      callbacks.answered,
      callbacks.respondedInTime,
      share(rates.response.value),
      callbacks.solved,
      share(rates.resolution.value),
      callbacks.satisfied,
      callbacks.basicallySatisfied,
      callbacks.unsatisfied,
      rates.satisfaction.base,
      share(rates.satisfaction.value),
      share(rates.total),
    ]),
  }
}

function workTable(dimension: Dimension, rows: readonly RateRow[], summary: Summary, words: Words): Table {
  const { label, table } = words
  const extra = extraColumns(dimension, summary, table)
  return {
    name: table.dimensions[dimension],
    columns: [
      { header: table.name, width: 24 },
      ...[
        ...extra.headers,
        label.given,
        label.onTime,
        label.late,
        label.open,
        label.finished,
        label.finishedOnTime,
        table.unsatisfied,
        table.rated,
        table.unsatisfiedRate,
      ].map((header) => ({ header, width: 13 })),
    ],
    rows: [
      ...rows.map(({ key, name, given, onTime, late, open, finished, finishedOnTime, callbacks, rates }) => [
        nameOf(dimension, key, name, words),
        ...extra.cells(key),
        given,
        onTime,
        late,
        open,
        share(finished.value),
        share(finishedOnTime.value),
        callbacks.unsatisfied,
        rates.satisfaction.base,
        share(rates.satisfaction.base === 0 ? null : callbacks.unsatisfied / rates.satisfaction.base),
      ]),
      ...(dimension === 'party' ? onlyWaitedFor(rows, summary) : []).map((party) => [
        ...[nameOf(dimension, party, party, words), ...extra.cells(party)],
        ...[0, 0, 0, 0, null, null, 0, 0, null],
      ]),
    ],
  }
}

/** Parties that were waited for and have nothing open or done: what they held up is with somebody else again. */
function onlyWaitedFor(rows: readonly RateRow[], { committee }: Summary): readonly string[] {
  const worked = new Set(rows.map(({ key }) => key))
  return (committee?.holdsByParty ?? []).map(({ party }) => party).filter((party) => !worked.has(party))
}

interface Extra {
  readonly headers: readonly string[]
  readonly cells: (key: string) => readonly Cell[]
}

/** What is known of some dimensions only: reports of buildings and categories, holds and lateness of parties. */
function extraColumns(dimension: Dimension, { byBuilding, byCategory, committee }: Summary, table: TableLabels): Extra {
  if (dimension === 'building') {
    const found = new Map(byBuilding.map((row) => [row.building, row]))
    const per100 = (value: number | null | undefined): Cell => (value == null ? null : { tenths: value })
    return {
      headers: [table.reported, table.per100],
      cells: (key) => [found.get(key)?.opened ?? 0, per100(found.get(key)?.per100)],
    }
  }
  if (dimension === 'category') {
    const found = new Map<string, number>(byCategory.map(({ category, opened }) => [category, opened]))
    return { headers: [table.reported], cells: (key) => [found.get(key) ?? 0] }
  }
  if (dimension === 'party' && committee !== null) {
    const held = new Map(committee.holdsByParty.map((row) => [row.party, row.held]))
    const late = new Map(committee.overdueByParty.map((row) => [row.party, row.overdue]))
    return { headers: [table.held, table.overdue], cells: (key) => [held.get(key) ?? 0, late.get(key) ?? 0] }
  }
  return { headers: [], cells: () => [] }
}

function nameOf(dimension: Dimension, key: string, name: string, { label, language }: Words): string {
  if (dimension === 'category') return categoryNames[key as Category].name[language]
  if (dimension === 'building') return buildingText(name, language)
  return dimension === 'party' ? (label.parties[key] ?? name) : name
}

function openTable({ open }: CommitteePart, { label, table, language }: Words): Table {
  return {
    name: table.openList,
    columns: [
      { header: table.number, width: 10 },
      { header: table.category, width: 24 },
      { header: table.place, width: 24 },
      { header: table.day, width: 14 },
      { header: table.ageDays, width: 12 },
      { header: table.assignee, width: 14 },
      { header: table.waitsFor, width: 20 },
      { header: table.until, width: 14 },
      { header: table.lateDays, width: 12 },
    ],
    rows: open.map(({ number, category, place, opened, ageDays, assignee, party, holdUntil, lateDays }) => [
      `#${number}`,
      category === null ? table.masked : categoryNames[category].name[language],
      place === null ? null : publicPlaceText(place, language) || null,
      { date: opened },
      ageDays,
      assignee,
      party === null ? null : (label.parties[party] ?? party),
      holdUntil === null ? null : { date: holdUntil },
      lateDays,
    ]),
  }
}
