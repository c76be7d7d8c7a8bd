import { describe, expect, test } from 'vitest'
import type { Place } from '../../src/domain/category.ts'
import { read } from './support.ts'

describe('places', () => {
  const lines: readonly (readonly [string, Partial<Place>])[] = [
    ['3号楼2单元502漏水', { building: '3', unit: '2', floor: '5', room: '502' }],
    ['3#楼2单元电梯坏了', { building: '3', unit: '2', floor: null, room: null }],
    ['三栋二单元五楼灯不亮', { building: '3', unit: '2', floor: '5', room: null }],
    ['3-2-502漏水', { building: '3', unit: '2', floor: '5', room: '502' }],
    ['12幢1梯电梯坏了', { building: '12', unit: '1' }],
    ['B1车库积水', { building: null, floor: 'B1' }],
    ['负一楼灯坏了', { floor: 'B1' }],
    ['地下二层漏水', { floor: 'B2' }],
    ['Building 3 unit 2 lift is broken', { building: '3', unit: '2' }],
    ['leak at bldg 5, 1203', { building: '5', floor: '12', room: '1203' }],
    ['tower T2 has no power', { building: 'T2' }],
    ['A座停电', { building: 'A' }],
    ['十一号楼没水', { building: '11' }],
    ['15#2-302 地漏堵了', { building: '15', unit: '2', floor: '3', room: '302' }],
    ['8楼楼道灯坏了', { building: null, floor: '8', room: null }],
    ['3-2-502顶上滴水,602说不是他家', { building: '3', unit: '2', floor: '5', room: '502' }],
  ]
  test.each(lines)('%s', (text, place) => {
    expect(read(text).place).toMatchObject(place)
  })

  test.each([
    '电梯坏了,我爬了十七层',
    '物业费涨到2380元,太贵了',
    '漏水打我电话13800001203',
    '灭火器2019年就过期了',
    '12345都投诉过了,还是停水',
    '楼上漏水',
  ])('numbers that are no place: %s', (text) => {
    expect(read(text).place).toMatchObject({ building: null, unit: null, floor: null, room: null })
  })

  test('a matter to be found on site asks for its place', () => {
    expect(read('灯坏了').needsPlace).toBe(true)
    expect(read('3号楼灯坏了').needsPlace).toBe(false)
    expect(read('车库灯坏了')).toMatchObject({ needsPlace: false, place: { spot: '车库' } })
    expect(read('物业费凭什么涨价').needsPlace).toBe(false)
  })

  test('a building by name is known from the community', () => {
    expect(read('桂苑电梯坏了', { buildings: ['1', '桂苑'] }).place.building).toBe('桂苑')
    const quarters = { buildings: ['东区3栋', '西区3栋', '西区13栋'] }
    expect(read('西区3栋2单元电梯坏了', quarters).place).toMatchObject({ building: '西区3栋', unit: '2' })
    expect(read('西区13栋电梯坏了', quarters).place.building).toBe('西区13栋')
  })
})
