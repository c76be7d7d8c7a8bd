import type { MessageLanguage } from '../meaning.ts'

const words = /[a-z][a-z']+/gi

/** Chinese characters lie in a few blocks; the rare ones beyond are written in pairs of units. */
const isHan = (unit: number): boolean =>
  (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff) || (unit >= 0xd840 && unit <= 0xd888)

function hasHan(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isHan(text.charCodeAt(at))) return true
  return false
}

/** Chinese, English or both; a brand or an abbreviation inside Chinese does not make it mixed. */
export function languageOf(text: string): MessageLanguage {
  const english = text.match(words)?.length ?? 0
  if (!hasHan(text)) return english > 0 ? 'en' : 'zh'
  return english >= 3 ? 'mixed' : 'zh'
}
