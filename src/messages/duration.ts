import type { Language } from '../domain/ids.ts'

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

const chineseUnits = { day: '天', hour: '小时', minute: '分钟' } as const

function unitText(count: number, unit: 'day' | 'hour' | 'minute', language: Language): string {
  if (language === 'zh-CN') return `${count} ${chineseUnits[unit]}`
  if (unit === 'minute') return `${count} min`
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
