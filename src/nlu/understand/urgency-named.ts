import type { Urgency } from '../../domain/category.ts'

/** How pressing somebody says a matter is, as words of their own: between blanks or commas, never inside another word. */
const words: readonly (readonly [Urgency, string])[] = [
  ['emergency', '特急|险情|突发险情|emergency'],
  ['normal', '普通|一般|不急|不紧急|维修|普通维修|不是险情|误报|虚惊|normal|ordinary|not urgent|false alarm'],
  ['urgent', '紧急|急修|加急|urgent'],
]

/** Reads "维修 普通", "漏水 紧急", "leak, not urgent": the urgency that is named, null where none is, and the words left over. */
export function urgencyNamed(text: string): { readonly urgency: Urgency | null; readonly rest: string } {
  let urgency: Urgency | null = null
  let rest = text
  for (const [named, list] of words) {
    const pattern = new RegExp(`(?<=^|[\\s,，、;；])(?:${list})(?=$|[\\s,，、;；])`, 'giu')
    if (!pattern.test(rest)) continue
    urgency ??= named
    rest = rest.replace(pattern, ' ')
  }
  return { urgency, rest: rest.replace(/[\s,，、;；]+/gu, ' ').trim() }
}
