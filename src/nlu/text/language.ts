import type { MessageLanguage } from '../meaning.ts'

const words = /[a-z][a-z']+/gi
const han = /\p{Script=Han}/gu

/** Chinese, English or both; a brand or an abbreviation inside Chinese does not make it mixed. */
export function languageOf(text: string): MessageLanguage {
  const english = text.match(words)?.length ?? 0
  const chinese = text.match(han)?.length ?? 0
  if (chinese === 0) return english > 0 ? 'en' : 'zh'
  if (english >= 3) return 'mixed'
  return 'zh'
}
