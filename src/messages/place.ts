import type { Place } from '../domain/category.ts'
import type { Language } from '../domain/ids.ts'
import { withoutPrivateDetail } from '../domain/without-private-detail.ts'
import { cleanText, clip } from './clean-text.ts'

/** The whole place for staff and the reporter: 3号楼2单元 502 · 东侧. Empty when nothing is known. */
export function placeText(place: Place, language: Language): string {
  const { building, unit, floor, room, spot } = trimmed(place)
  const inside = room ?? (floor === null ? null : floorText(floor, language))
  const separator = language === 'zh-CN' ? ' ' : ', '
  const address = [house(building, unit, language), inside].filter((part) => part).join(separator)
  return [address, spot].filter((part) => part).join(' · ')
}

/** The place for groups: building and unit only. Where there is no building, the public spot (车库, 东门) instead. */
export function publicPlaceText(place: Place, language: Language): string {
  const { building, unit, spot } = trimmed(place)
  const address = house(building, unit, language)
  if (address !== '') return address
  // A spot such as "502门口" is a home, whatever it is called.
  return spot === null || /\d{3,}/.test(spot) ? '' : withoutPrivateDetail(spot)
}

/** A building as residents call it: "3" → 3号楼 / Building 3; a name such as 听雨轩 stays. */
export function buildingText(building: string, language: Language): string {
  if (language === 'en') return /^[\dA-Za-z]{1,4}$/.test(building) ? `Building ${building}` : building
  if (/^\d+[A-Za-z]?$/.test(building)) return `${building}号楼`
  return /^[A-Za-z]\d*$/.test(building) ? `${building}座` : building
}

function house(building: string | null, unit: string | null, language: Language): string {
  const name = building === null ? '' : buildingText(building, language)
  if (unit === null) return name
  if (language === 'en')
    return [name, /^[\dA-Za-z]{1,4}$/.test(unit) ? `Unit ${unit}` : unit].filter(Boolean).join(', ')
  return `${name}${/^[\dA-Za-z]{1,4}$/.test(unit) ? `${unit}单元` : unit}`
}

function floorText(floor: string, language: Language): string {
  if (!/^[Bb]?-?\d+$/.test(floor)) return floor
  return language === 'zh-CN' ? `${floor}层` : `floor ${floor}`
}

function trimmed(place: Place): Place {
  const part = (text: string | null): string | null => {
    const shown = text === null ? '' : clip(cleanText(text), 24)
    return shown === '' ? null : shown
  }
  return {
    building: part(place.building),
    unit: part(place.unit),
    floor: part(place.floor),
    room: part(place.room),
    spot: part(place.spot),
  }
}
