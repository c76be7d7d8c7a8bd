import { civilOf, DAY, type Wall, wallOf } from './civil.ts'

const calendar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })

/**
 * Days by which the published calendar's first month begins apart from ICU's: the new moons of February 2027 and 2030 fall
 * within minutes of midnight in Beijing. Checked against chinese-days for 2024..2040.
 */
const newYearShift: Readonly<Record<number, number>> = { 2027: -1, 2030: 1 }

/** The common date of a Chinese-calendar day in the lunar year that begins in `year`; null when that month has no such day. */
export function lunarDay(year: number, month: number, day: number): Wall | null {
  // 除夕 is the eve of new year, whether the last month has 29 days or 30.
  if (month === 12 && day === 30) {
    const newYear = lunarDay(year + 1, 1, 1)
    return newYear === null ? null : newYear - DAY
  }
  // New year falls between 21 January and 20 February; a month begins about 29.5 days × (month − 1) later.
  const from = wallOf(year, 1, 20) + Math.floor((month - 1) * 29.3 + day - 2) * DAY
  for (let wall = from; wall < from + 66 * DAY; wall += DAY) {
    const read = calendar.formatToParts(wall)
    const value = (type: string) => read.find((part) => part.type === type)?.value
    if (value('month') === String(month) && value('day') === String(day))
      return wall + (month === 1 ? (newYearShift[year] ?? 0) * DAY : 0)
  }
  return null
}

/** Day of a festival in a year; see `Fields.festival` for the code. */
export function festivalDay(code: number, year: number): Wall | null {
  if (code > 10000) return wallOf(year, Math.floor((code - 10000) / 100), code % 100)
  const month = Math.floor(code / 100)
  // The last lunar month of a year mostly falls into the next common one.
  const day = lunarDay(month === 12 ? year - 1 : year, month, code % 100)
  return day !== null && month < 11 && civilOf(day).year !== year ? null : day
}
