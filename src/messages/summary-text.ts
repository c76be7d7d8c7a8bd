import type { Language } from '../domain/ids.ts'
import type { Rate } from '../domain/rates/three-rates.ts'
import type { LongOpen, Summary } from '../domain/summary/summary.ts'
import { categoryNames } from './category-names.ts'
import { type Html, html, join, lines, quoted, words } from './html.ts'
import { publicPlaceText } from './place.ts'
import { type SummaryLabels, summaryLabels, tenth } from './summary-labels.ts'

/** Telegram's limit for what stands under a picture, in UTF-16 units; a message of its own may have four times that. */
export const captionLimit = 1024

/**
 * The text beside the picture: at most nine lines and a caption's length; what does not fit is left off by whole lines, the
 * last first. The first line says it all. `markup` is Telegram HTML, `text` what a reader sees.
 */
export function summaryText(summary: Summary, language: Language): Html {
  const label = summaryLabels(language, summary.period.kind)
  const all = language === 'zh-CN' ? chinese(summary, label) : english(summary, label)
  const kept = all.filter((line) => line !== null && line.text !== '').slice(0, 9)
  while (join(kept, '\n').text.length > captionLimit) kept.pop()
  return lines(kept)
}

/** What stands under the committee's files. */
export function summaryFilesText(summary: Summary, language: Language): Html {
  const name = summaryLabels(language, summary.period.kind).periodName(summary.period)
  const community = quoted(summary.communityName, 60)
  return language === 'zh-CN'
    ? html`📎 ${community} ${name}明细:表格(xlsx)和数据(csv)各一份,用时按自然时间`
    : html`📎 ${community} ${name} in detail: a workbook (xlsx) and plain data (csv), times in calendar time`
}

function chinese(summary: Summary, label: SummaryLabels): (Html | null)[] {
  const { period, opened, resolved, carriedOver, promises, committee } = summary
  const promised = promises.kept + promises.broken
  const soFar = period.running ? '至今' : ''
  return [
    html`📊 ${quoted(summary.communityName, 60)} ${label.periodName(period)}${soFar}:新报 ${opened.now} 件,办结 ${resolved.now} 件,在办 ${carriedOver.now} 件`,
    join(
      [words(label.days(period)), changes(summary, ['新报', '办结', '在办'], `比${label.before}:`, label, ',')],
      ' · ',
    ),
    rates(summary, [label.response, label.resolution, label.satisfaction], label, ''),
    promised + promises.moved === 0
      ? null
      : html`说到做到:承诺 ${promised} 次,兑现 ${promises.kept} 次${promises.moved > 0 ? `,另改期 ${promises.moved} 次` : ''}`,
    times(summary, label, '接单一般', '办结一般', ','),
    longest(summary.longestOpen[0], label, 'zh-CN', (matter, hold) => html`最久未结:${matter} ${hold}`),
    parties(summary, label, '、', (list) => html`超时未结:${list}`),
    committee === null ? null : comeback(committee, label, ''),
    ahead(summary, label),
  ]
}

function english(summary: Summary, label: SummaryLabels): (Html | null)[] {
  const { period, opened, resolved, carriedOver, promises, committee } = summary
  const promised = promises.kept + promises.broken
  const soFar = period.running ? ' so far' : ''
  return [
    html`📊 ${quoted(summary.communityName, 60)} ${label.periodName(period)}${words(soFar)}: ${opened.now} reported, ${resolved.now} done, ${carriedOver.now} still open`,
    join(
      [
        words(label.days(period)),
        changes(summary, ['reported', 'done', 'open'], `against ${label.before.toLowerCase()}: `, label, ', '),
      ],
      ' · ',
    ),
    rates(summary, [label.response, 'solved', 'satisfied'], label, ' '),
    promised + promises.moved === 0
      ? null
      : html`${promises.kept} of ${promised} promises kept${promises.moved > 0 ? `, ${promises.moved} more put off` : ''}`,
    times(summary, label, 'Usually taken in', 'finished in', ', '),
    longest(summary.longestOpen[0], label, 'en', (matter, hold) => html`Longest open: ${matter}, ${hold}`),
    parties(summary, label, ', ', (list) => html`Overdue: ${list}`),
    committee === null ? null : comeback(committee, label, ' '),
    ahead(summary, label),
  ]
}

/** What is said instead of a change where there is no period before. Reports that were turned down are in no count. */
export function noComparison({ now }: Summary['opened'], label: SummaryLabels): string {
  return now === 0 ? label.noneBefore : label.noLast
}

/** What changed against the period before: '比前一周:新报 −8,办结 +3,在办 −4'. */
function changes(
  { opened, resolved, carriedOver }: Summary,
  names: readonly string[],
  against: string,
  label: SummaryLabels,
  comma: string,
): Html {
  if (opened.before === null) return words(noComparison(opened, label))
  const changed = [opened, resolved, carriedOver].map(({ now, before }, index) =>
    words(`${names[index]} ${signed(now - (before ?? 0))}`),
  )
  return join([words(against), join(changed, comma)], '')
}

/** With a sign that cannot be taken for a dash: '+3', '−8', '0'. */
export function signed(value: number): string {
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0'
}

/** The three rates; where some are weighted it is said by what, where nobody answered it is said, too. */
function rates(
  { rates: { response, resolution, satisfaction }, ratings, weights }: Summary,
  [one, two, three]: readonly [string, string, string],
  label: SummaryLabels,
  gap: string,
): Html {
  if (response.base === 0) return rated(label.rates, response, gap, label.noAnswers)
  const weighed = ratings.basically === 0 ? null : label.basicallyCounts(weights.basically)
  return join(
    [
      rated(one, response, gap, label.noAnswers),
      rated(two, resolution, gap, label.noAnswers),
      rated(three, satisfaction, gap, label.noRatings, weighed),
    ],
    ' · ',
  )
}

/** Medians with the slow tenth, in calendar time. */
function times(
  { acknowledgeMs, finishMs }: Summary,
  label: SummaryLabels,
  take: string,
  finish: string,
  comma: string,
) {
  const one = (name: string, { median, p90 }: Summary['finishMs']): Html | null =>
    median === null || p90 === null
      ? null
      : words(`${name} ${label.span(median)}(${label.p90(label.span(p90))})`.replace(/(?<=[a-z])\(/, ' ('))
  const taken = [one(take, acknowledgeMs), one(finish, finishMs)].filter((found) => found !== null)
  return taken.length === 0 ? null : join([...taken, words(label.calendarTime)], comma)
}

function ahead({ period, dueNext, volunteers }: Summary, label: SummaryLabels): Html {
  const due = dueNext === null || dueNext === 0 ? null : words(label.dueIn(period, dueNext))
  return join(
    [due, volunteers === null ? null : words(label.thanks(volunteers.people, tenth(volunteers.hours)))],
    ' · ',
  )
}

/** A rate with the counts behind it, and what else there is to say of them; where nothing was counted, why. */
function rated(name: string, rate: Rate, gap: string, none: string, more: string | null = null): Html {
  if (rate.value === null) return words(`${name} –${gap}(${none})`)
  const note = more === null ? '' : `,${gap}${more}`
  return words(`${name} ${percent(rate.value)}${gap}(${rate.count}/${rate.base}${note})`)
}

function comeback(
  { reopened, reopen, bounce, visits }: NonNullable<Summary['committee']>,
  label: SummaryLabels,
  gap: string,
): Html {
  return join(
    [
      rated(label.reopen, reopen, gap, label.noneFinished(reopened)),
      rated(label.bounce, bounce, gap, label.noneHandled),
      visits === 0 ? null : words(label.visits(visits)),
    ],
    ' · ',
  )
}

/** Whole per cent; only a full score is printed as 100 and only a zero as 0. */
export function percent(value: number): string {
  const rounded = Math.round(value * 100)
  if (rounded === 100 && value < 1) return '99%'
  return rounded === 0 && value > 0 ? '1%' : `${rounded}%`
}

/** What a matter is called outside: '#97 漏水排水 · 3号楼2单元'. */
export function matterText({ number, category, place }: LongOpen, language: Language): string {
  const where = publicPlaceText(place, language)
  const name = categoryNames[category].matter[language]
  return where === '' ? `#${number} ${name}` : `#${number} ${name} · ${where}`
}

function longest(
  matter: LongOpen | undefined,
  label: SummaryLabels,
  language: Language,
  sentence: (matter: Html, hold: Html) => Html,
): Html | null {
  if (matter === undefined) return null
  const comma = language === 'en' ? ', ' : ','
  const hold = matter.hold === null ? null : quoted(label.waiting(matter.hold.party, label.date(matter.hold.until)), 60)
  return sentence(quoted(matterText(matter, language), 80), join([words(label.age(matter.ageDays)), hold], comma))
}

function parties(
  { committee }: Summary,
  label: SummaryLabels,
  separator: string,
  sentence: (list: Html) => Html,
): Html | null {
  if (committee === null || committee.overdueByParty.length === 0) return null
  const named = committee.overdueByParty
    .slice(0, 4)
    .map(({ party, overdue }) => quoted(`${label.parties[party] ?? party} ${overdue}`, 30))
  return sentence(join(named, separator))
}
