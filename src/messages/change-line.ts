import type { Category } from '../domain/category.ts'
import type { Language } from '../domain/ids.ts'
import type { Changed } from '../domain/post/notice.ts'
import { categoryNames } from './category-names.ts'
import { urgencyNames } from './names.ts'

/** What 改类 changed: 供电照明 → 漏水排水, 特急 → 一般, or both. */
export function changeText(
  { category, urgency, before }: Pick<Changed, 'category' | 'urgency' | 'before'>,
  language: Language,
): string {
  const kind = (of: Category): string => categoryNames[of].name[language]
  const changed = [
    before.category === category ? null : `${kind(before.category)} → ${kind(category)}`,
    urgency === undefined || before.urgency === undefined || before.urgency === urgency
      ? null
      : `${urgencyNames[before.urgency][language]} → ${urgencyNames[urgency][language]}`,
  ]
  return changed.filter((part) => part !== null).join(language === 'zh-CN' ? '、' : ', ')
}

/** Whether a matter that was taken for an emergency turned out to be none. */
export function wasNoDanger({ urgency, before }: Pick<Changed, 'urgency' | 'before'>): boolean {
  return before.urgency === 'emergency' && urgency !== undefined && urgency !== 'emergency'
}
