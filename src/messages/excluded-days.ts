import type { Excluded } from '../domain/escalation/excluded.ts'
import type { Language } from '../domain/ids.ts'
import { dateRanges } from './date-ranges.ts'
import { type Html, html, quoted, words } from './html.ts'

/** What days and hours off are called where they have no name of their own. */
const unnamed: Readonly<Record<'holiday' | 'off' | 'break', Readonly<Record<Language, string>>>> = {
  holiday: { 'zh-CN': '假日', en: 'holidays' },
  off: { 'zh-CN': '停工', en: 'days off' },
  break: { 'zh-CN': '停工', en: 'a break' },
}

/** The dates that a working clock leaves out, by their names: 国庆节 10/1–10/2 10/5, 停工 11/20, 消防演练 11/19 14:00–16:00. */
export function excludedDays(excluded: Excluded, language: Language): readonly Html[] {
  const nameOf = (date: string, kind: 'holiday' | 'off'): string =>
    excluded.names?.[date]?.[language] ?? unnamed[kind][language]
  const byName = new Map<string, string[]>()
  for (const [kind, dates] of [['holiday', excluded.holidays] as const, ['off', excluded.emptied ?? []] as const])
    for (const date of dates) {
      const name = nameOf(date, kind)
      byName.set(name, [...(byName.get(name) ?? []), date])
    }
  return [
    ...[...byName].map(
      ([name, dates]) => html`${quoted(name, 30)} ${dateRanges(dates, language).join(language === 'en' ? ', ' : ' ')}`,
    ),
    ...(excluded.datedBreaks ?? []).map(
      ({ date, from, to, name }) =>
        html`${quoted(name?.[language] ?? unnamed.break[language], 30)} ${dateRanges([date], language).join('')} ${from}–${to}`,
    ),
  ]
}

/** Dates worked at hours of their own: 11/28 11/29 上班 10:00–14:00; those of equal hours together. */
export function specialDays({ special = [] }: Excluded, language: Language): readonly Html[] {
  const byHours = new Map<string, string[]>()
  for (const { date, slots } of special) {
    const hours = slots.map(([from, to]) => `${from}–${to}`).join(language === 'en' ? ' and ' : '、')
    byHours.set(hours, [...(byHours.get(hours) ?? []), date])
  }
  return [...byHours].map(([hours, dates]) => {
    const ranges = dateRanges(dates, language)
    return words(language === 'en' ? `${ranges.join(', ')} worked ${hours}` : `${ranges.join(' ')} 上班 ${hours}`)
  })
}
