const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const tens: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 }
const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

const numerals = new Set([...Object.keys(digits), ...Object.keys(tens), ...Object.keys(scales)])

export const isNumeral = (char: string): boolean => numerals.has(char)

/** Value of Chinese numerals, read by place (二〇二六) or by scale (二十六, 一百零二); null when they make no number. */
export function readNumerals(text: string): number | null {
  if (text === '' || text.length > 8 || ![...text].every(isNumeral)) return null
  if ([...text].every((c) => c in digits)) return Number([...text].map((c) => digits[c]).join(''))
  let total = 0
  let pending: number | null = null
  let lastScale = 0
  for (const char of text) {
    const scale = scales[char]
    if (char in tens) total += tens[char] ?? 0
    else if (scale !== undefined) {
      total += (pending ?? 1) * scale
      pending = null
      lastScale = scale
    } else {
      if (pending !== null && pending !== 0) return null
      pending = digits[char] ?? 0
      if (pending === 0) lastScale = 0
    }
  }
  // 一百二 is 120, 一百零二 is 102.
  if (pending !== null) total += lastScale > 10 ? (pending * lastScale) / 10 : pending
  return total
}
