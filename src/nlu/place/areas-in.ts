import type { Area } from '../../domain/interruption/interruption.ts'
import { readNumerals } from '../time/numbers.ts'

/** The buildings a text names, in its order. */
export interface AreasRead {
  readonly areas: readonly Area[]
  /** Named like buildings and on nobody's list. */
  readonly unknown: readonly string[]
  /** 全小区, the whole estate. */
  readonly whole: boolean
  /** The text with the places blanked out at equal length, so that no hour is read together with a house number. */
  readonly rest: string
}

const item = '(?:[A-Za-z]?\\d{1,3}[A-Za-z]?|[A-Za-z]|[一二三四五六七八九十]{1,3})'
const joint = '(?:[、,，/和与及&]|到|至|[-~—–])'
const house = '(?:号楼|#楼|号院|號樓|栋|幢|座)'
const chinese = new RegExp(
  `(?<![\\d.:a-z])(${item}(?:(?:${house}|号|#)?\\s*${joint}\\s*${item})*)\\s*${house}(?:\\s*((?:\\d{1,2}|[一二三四五六七八九十])(?:[、,，和]\\s*\\d{1,2})*)\\s*单元)?`,
  'gi',
)
const number = "[a-z]?\\d{1,3}[a-d]?(?![a-z\\d:]|\\s?(?:am|pm|o'clock)\\b)|[a-z](?![a-z'])"
const english = new RegExp(
  `\\b(?:buildings?|bldgs?\\.?|blocks?|towers?)\\s*#?((?:${number})(?:\\s*(?:,\\s*and|,|and|&|to|-|–)\\s*(?:(?:buildings?|blocks?|towers?)\\s*)?(?:${number}))*)(?:\\s*,?\\s*unit\\s*(\\d{1,2}))?`,
  'gi',
)
const everywhere =
  /全小区|整个小区|全体|全部楼|所有楼|各楼栋|各栋|whole (?:estate|community|compound|neighbou?rhood)|entire (?:estate|community|compound)|all (?:the )?buildings|every building/i

/** Reads 3、4号楼, 1-3栋, 3号楼2单元, buildings 3 and 4. `names`: the community's buildings; where there are none, any is taken. */
export function areasIn(text: string, names: readonly string[]): AreasRead {
  const areas: Area[] = []
  const unknown: string[] = []
  let rest = text
  const blank = (from: number, length: number): void => {
    rest = `${rest.slice(0, from)}${'。'.repeat(length)}${rest.slice(from + length)}`
  }
  for (const name of names) {
    const from = /^[a-z]?\d+[a-z]?$|^[a-z]$/i.test(name) ? -1 : rest.indexOf(name)
    if (from < 0) continue
    areas.push({ building: name, unit: null })
    blank(from, name.length)
  }
  for (const pattern of [chinese, english]) {
    for (const match of rest.matchAll(pattern)) {
      const [whole, list = '', units] = match
      const named = listed(list, names)
      const known = named.filter((one) => names.length === 0 || names.includes(one))
      if (known.length === 0 && pattern === english) continue
      unknown.push(...named.filter((one) => !known.includes(one)))
      const inUnits = units === undefined ? [null] : units.split(/[、,，和]/).map(digits)
      // 3、5号楼2单元 is that unit of both; 3号楼和5号楼2单元 all of 3 and that unit of 5.
      const apart = /号楼|号院|號樓|[楼栋幢座]/.test(list)
      areas.push(
        ...known.flatMap((building, index) =>
          (apart && index < known.length - 1 ? [null] : inUnits).map((unit): Area => ({ building, unit })),
        ),
      )
      blank(match.index, whole.length)
    }
  }
  const all = everywhere.exec(rest)
  if (all) blank(all.index, all[0].length)
  return { areas: unique(areas), unknown: [...new Set(unknown)], whole: all !== null, rest }
}

/** 1-3 → 1, 2, 3 as far as there are such houses. */
function listed(list: string, names: readonly string[]): readonly string[] {
  const parts = list
    .replace(/号楼|#楼|号院|號樓|[栋幢座号#]|buildings?|blocks?|towers?/gi, '')
    .split(/\s*(?:,\s*and|[、,，/和与及&]|and)\s*/i)
    .filter((part) => part.trim() !== '')
  return parts.flatMap((part) => {
    const [from, to] = part.split(/\s*(?:到|至|to|[-~—–])\s*/i).map(digits)
    if (from === undefined) return []
    if (to === undefined) return [from]
    const inside = rangeOf(Number(from), Number(to)).filter((one) => names.length === 0 || names.includes(one))
    return inside.length > 0 ? inside : [from, to]
  })
}

function rangeOf(from: number, to: number): readonly string[] {
  if (!(from <= to && to - from < 100)) return []
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
}

function digits(text: string): string {
  const plain = text.trim()
  return /^\d+$/.test(plain) ? String(Number(plain)) : String(readNumerals(plain) ?? plain.toUpperCase())
}

function unique(areas: readonly Area[]): readonly Area[] {
  return areas.filter(
    (one, index) => areas.findIndex(({ building, unit }) => building === one.building && unit === one.unit) === index,
  )
}
