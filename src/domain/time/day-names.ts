import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { Language } from '../ids.ts'

/** What a day off is called, in both languages. */
export type DayName = Readonly<Record<Language, string>>

const holidays: Readonly<Record<string, string>> = published.holidays

/** The name of a statutory day off of mainland China, 'YYYY-MM-DD'; null where the library knows none. */
export function statutoryDayName(date: string): DayName | null {
  const [en, zh] = (holidays[date] ?? '').split(',')
  return en && zh ? { 'zh-CN': zh, en } : null
}
