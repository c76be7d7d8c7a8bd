import { cleanText, clip } from '../messages/clean-text.ts'

/** Longer than any name or place; far below what a spreadsheet's cell may hold. */
const cellLimit = 500

/** Somebody's words as a cell's text: one line, nothing that XML cannot hold or that hides or reverses text. */
export function plainText(text: string): string {
  // Two code points of each plane are no characters; XML refuses the first plane's.
  return clip(cleanText(text).replace(/[\u{FFFE}\u{FFFF}]/gu, ''), cellLimit)
}
