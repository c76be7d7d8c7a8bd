import type { Language } from '../domain/ids.ts'
import type { Messages } from './catalogue.ts'
import { en } from './en.ts'
import { zhCn } from './zh-cn.ts'

const byLanguage: Readonly<Record<Language, Messages>> = { 'zh-CN': zhCn, en }

/** Every word of a screen language. */
export function messagesIn(language: Language): Messages {
  return byLanguage[language]
}
