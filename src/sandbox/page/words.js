import { recall, remember } from './memory.js'
import { en } from './words-en.js'
import { zh } from './words-zh.js'

/** The page's language: the one chosen, else the browser's. */
export const language = recall('language') ?? (navigator.language.startsWith('zh') ? 'zh-CN' : 'en')
export const words = language === 'zh-CN' ? zh : en

/** Of words in both languages those of the page's. */
export const inOurs = (both) => both?.[language] ?? both?.en ?? ''

/** Remembers the other language and opens the page in it. */
export function switchLanguage() {
  if (remember('language', language === 'en' ? 'zh-CN' : 'en')) location.reload()
}
