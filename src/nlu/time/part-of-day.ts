import { parts } from './words.ts'

/** From and to (hours of the day; over 24 = the next morning) of each part of the day. */
const spans: Readonly<Record<number, readonly [number, number]>> = {
  [parts.dawn]: [0, 6],
  [parts.morning]: [4, 12],
  [parts.noon]: [12, 14],
  [parts.afternoon]: [12, 19],
  [parts.dusk]: [17, 19],
  [parts.evening]: [18, 24],
  [parts.night]: [22, 28],
  [parts.midnight]: [0, 5],
}

export const partSpan = (part: number): readonly [number, number] => spans[part] ?? [0, 24]

/** The hour on a 24-hour clock when a part of the day was said: 下午三点 → 15, 晚上十二点 → 24, 半夜两点 → 2. */
export function hourInPart(hour: number, part: number): number {
  switch (part) {
    case parts.afternoon:
    case parts.dusk:
      return hour < 12 ? hour + 12 : hour
    case parts.noon:
      return hour < 6 ? hour + 12 : hour
    case parts.evening:
      if (hour === 12) return 24
      return hour >= 5 && hour < 12 ? hour + 12 : hour < 5 ? hour + 24 : hour
    case parts.night:
    case parts.midnight:
      if (hour === 12) return part === parts.night ? 24 : 0
      return hour >= 8 && hour < 12 ? hour + 12 : hour
    case parts.dawn:
      return hour === 12 ? 0 : hour
    default:
      return hour
  }
}
