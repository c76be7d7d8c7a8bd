import { civilOf, DAY, type Wall, wallOf } from './civil.ts'

const calendar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })

/** The common date of a Chinese-calendar day in the lunar year that begins in `year`; null when that month has no such day. */
export function lunarDay(year: number, month: number, day: number): Wall | null {
  // New year falls between 21 January and 20 February; the month begins about 29.5 days × (month − 1) later.
  const newYear = wallOf(year, 1, 20)
  const from = newYear + Math.floor((month - 1) * 29.3 + day - 2) * DAY
  for (let wall = from; wall < from + 66 * DAY; wall += DAY) {
    const read = calendar.formatToParts(wall)
    const value = (type: string) => read.find((part) => part.type === type)?.value
    if (value('month') === String(month) && value('day') === String(day)) return wall
    // 除夕 is the 29th when the last month is short.
    if (month === 12 && day === 30 && value('month') === '1' && value('day') === '1') return wall - DAY
  }
  return null
}

/** Day of a festival in a year; see `Fields.festival` for the code. */
export function festivalDay(code: number, year: number): Wall | null {
  if (code > 10000) return wallOf(year, Math.floor((code - 10000) / 100), code % 100)
  const month = Math.floor(code / 100)
  // The last lunar month of a year mostly falls into the next common one.
  const day = lunarDay(month === 12 ? year - 1 : year, month, code % 100)
  return day !== null && month !== 12 && civilOf(day).year !== year ? null : day
}
