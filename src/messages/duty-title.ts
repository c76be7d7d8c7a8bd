import type { DutyEntry } from '../domain/duty/duty-calendar.ts'
import type { Language } from '../domain/ids.ts'
import { categoryNames } from './category-names.ts'

/** What a calendar shows of somebody on duty: 值班:王师傅(电梯、供电照明). Plain text. */
export function dutyTitle({ who, trades }: DutyEntry, language: Language): string {
  const { on, other, comma, open, close } = parts[language]
  const named = trades.map((trade) => (trade === null ? other : categoryNames[trade].name[language]))
  return `${on}${who}${named.length === 0 ? '' : `${open}${named.join(comma)}${close}`}`
}

/** The name of the calendar itself. */
export function dutyCalendarName(community: string, language: Language): string {
  return language === 'zh-CN' ? `${community}值班` : `${community}: on duty`
}

const parts = {
  'zh-CN': { on: '值班:', other: '其他', comma: '、', open: '(', close: ')' },
  en: { on: 'On duty: ', other: 'everything else', comma: ', ', open: ' (', close: ')' },
} as const
