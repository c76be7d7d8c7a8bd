import type { Lateness } from '../domain/escalation/lateness.ts'
import type { Language } from '../domain/ids.ts'
import type { ClockKind, Duration } from '../domain/time/duration.ts'

/** A length of time in at most two units: 30 分钟, 2 小时, 1 天 3 小时; seconds are dropped. `ms` may not be negative. */
export function durationText(ms: number, language: Language): string {
  const minutes = Math.floor(ms / 60_000)
  if (minutes < 1) return language === 'zh-CN' ? '不到 1 分钟' : 'under a minute'
  const parts: readonly (readonly [number, 'day' | 'hour' | 'minute'])[] = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor((minutes % 1440) / 60), 'hour'],
    [minutes % 60, 'minute'],
  ]
  const first = parts.findIndex(([count]) => count > 0)
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => unitText(count, unit, language))
    .join(' ')
}

/** By how much something is late, in its own kind of time: 2 个工作小时, 1 个工作日; the other clocks as `durationText`. */
export function latenessText({ clock, ms, dayMs }: Lateness, language: Language): string {
  if (clock !== 'business' || ms < 3_600_000) return durationText(Math.max(0, ms), language)
  const days = Math.floor(ms / dayMs)
  const hours = Math.floor((ms % dayMs) / 3_600_000)
  const minutes = Math.floor(((ms % dayMs) % 3_600_000) / 60_000)
  const parts = [workingText(days, 'day', language), workingText(hours, 'hour', language)]
  if (days === 0 && minutes > 0) parts.push(unitText(minutes, 'minute', language))
  return parts.filter((part) => part !== null).join(' ')
}

/** A limit as a policy gives it: 3 个工作日, 2 个工作小时, 白天 30 分钟, 24 小时. */
export function limitText({ days, ms }: Duration, kind: ClockKind, language: Language): string {
  const hours = Math.floor(ms / 3_600_000)
  const minutes = Math.floor((ms % 3_600_000) / 60_000)
  if (kind === 'business') {
    const parts = [workingText(days, 'day', language), workingText(hours, 'hour', language)]
    if (minutes > 0) parts.push(unitText(minutes, 'minute', language))
    return parts.filter((part) => part !== null).join(' ')
  }
  const text = durationText(days * 86_400_000 + ms, language)
  if (kind === 'always') return days === 1 && ms === 0 ? unitText(24, 'hour', language) : text
  return language === 'zh-CN' ? `白天 ${text}` : `${text} of daytime`
}

function workingText(count: number, unit: 'day' | 'hour', language: Language): string | null {
  if (count === 0) return null
  if (language === 'zh-CN') return unit === 'day' ? `${count} 个工作日` : `${count} 个工作小时`
  return `${count} working ${unit}${count === 1 ? '' : 's'}`
}

const chineseUnits = { day: '天', hour: '小时', minute: '分钟' } as const

function unitText(count: number, unit: 'day' | 'hour' | 'minute', language: Language): string {
  if (language === 'zh-CN') return `${count} ${chineseUnits[unit]}`
  if (unit === 'minute') return `${count} min`
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
