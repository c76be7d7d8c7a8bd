import type { Language } from '../domain/ids.ts'
import type { Rate } from '../domain/rates/three-rates.ts'
import type { Figure, LongOpen, WeeklySummary } from '../domain/summary/weekly-summary.ts'
import { categoryNames } from './category-names.ts'
import { type Html, html, join, lines, quoted, words } from './html.ts'
import { publicPlaceText } from './place.ts'
import { summaryLabels, tenth } from './summary-labels.ts'

/**
 * The weekly text beside the picture: at most nine lines and 1,024 characters, so that it also fits a caption.
 * `markup` is Telegram HTML, `text` what a reader sees.
 */
export function summaryText(summary: WeeklySummary, language: Language): Html {
  return lines(language === 'zh-CN' ? chinese(summary) : english(summary), 9)
}

function chinese(summary: WeeklySummary): (Html | null)[] {
  const label = summaryLabels['zh-CN']
  const { opened, resolved, carriedOver, rates, promises, dueNextWeek, committee } = summary
  const promised = promises.kept + promises.broken
  return [
    heading(summary, 'zh-CN'),
    html`${summary.week.running ? '本周至今' : '本周'}新报 ${opened.now} 件${before(opened, '(上周 ', ')')},办结 ${resolved.now} 件,在办 ${carriedOver.now} 件`,
    join(
      [
        rated('响应率', rates.response, ''),
        rated('解决率', rates.resolution, ''),
        rated('满意率', rates.satisfaction, ''),
      ],
      ' · ',
    ),
    promised === 0 ? null : html`说到做到:承诺 ${promised} 次,兑现 ${promises.kept} 次`,
    longest(summary.longestOpen[0], 'zh-CN', (matter, hold) => html`最久未结:${matter} ${hold}`),
    committee === null ? null : parties(summary, 'zh-CN'),
    committee === null
      ? null
      : join([rated(label.reopen, committee.reopen, ''), rated(label.bounce, committee.bounce, '')], ' · '),
    join([dueNextWeek === 0 ? null : html`下周到期 ${dueNextWeek} 件`, thanks(summary, 'zh-CN')], ' · '),
  ]
}

function english(summary: WeeklySummary): (Html | null)[] {
  const label = summaryLabels.en
  const { opened, resolved, carriedOver, rates, promises, dueNextWeek, committee } = summary
  const promised = promises.kept + promises.broken
  return [
    heading(summary, 'en'),
    html`${summary.week.running ? 'So far: ' : ''}${opened.now} reported${before(opened, ' (last week ', ')')}, ${resolved.now} done, ${carriedOver.now} still open`,
    join(
      [
        rated('Answered in time', rates.response, ' '),
        rated('solved', rates.resolution, ' '),
        rated('satisfied', rates.satisfaction, ' '),
      ],
      ' · ',
    ),
    promised === 0 ? null : html`${promises.kept} of ${promised} promises kept`,
    longest(summary.longestOpen[0], 'en', (matter, hold) => html`Longest open: ${matter}, ${hold}`),
    committee === null ? null : parties(summary, 'en'),
    committee === null
      ? null
      : join([rated(label.reopen, committee.reopen, ' '), rated(label.bounce, committee.bounce, ' ')], ' · '),
    join([dueNextWeek === 0 ? null : html`${dueNextWeek} due next week`, thanks(summary, 'en')], ' · '),
  ]
}

function heading({ communityName, week }: WeeklySummary, language: Language): Html {
  const dates = summaryLabels[language].week(week.number, week.first, week.last)
  return join([words('📊'), quoted(communityName, 60), words(dates)], ' ')
}

function thanks({ volunteers: { people, hours } }: WeeklySummary, language: Language): Html | null {
  return people === 0 ? null : words(summaryLabels[language].thanks(people, tenth(hours)))
}

function before(figure: Figure, open: string, close: string): Html {
  return words(figure.before === null ? '' : `${open}${figure.before}${close}`)
}

/** A rate with the counts behind it; left out when nobody answered. */
function rated(name: string, rate: Rate, gap: string): Html | null {
  return rate.value === null ? null : words(`${name} ${percent(rate.value)}${gap}(${rate.count}/${rate.base})`)
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
  language: Language,
  sentence: (matter: Html, hold: Html) => Html,
): Html | null {
  if (matter === undefined) return null
  const label = summaryLabels[language]
  const comma = language === 'en' ? ', ' : ','
  const hold = matter.hold === null ? null : quoted(label.waiting(matter.hold.party, label.date(matter.hold.until)), 60)
  return sentence(quoted(matterText(matter, language), 80), join([words(label.age(matter.ageDays)), hold], comma))
}

function parties({ committee }: WeeklySummary, language: Language): Html | null {
  if (committee === null || committee.overdueByParty.length === 0) return null
  const label = summaryLabels[language]
  const named = committee.overdueByParty
    .slice(0, 4)
    .map(({ party, overdue }) => quoted(`${label.parties[party] ?? party} ${overdue}`, 30))
  const list = join(named, language === 'en' ? ', ' : '、')
  return language === 'en' ? html`Overdue: ${list}` : html`超时未结:${list}`
}
