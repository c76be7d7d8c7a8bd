import { expect, test } from 'vitest'
import { buildingNamed, compileWords } from '../../src/nlu/community-words.ts'
import { read } from './support.ts'

const community = compileWords(
  [
    { say: ['快递柜', '丰巢'], as: 'facility' },
    { say: ['没闸了', 'no juice'], as: 'power', urgency: 'urgent' },
    { say: ['冒泡了'], urgency: 'emergency' },
    { say: ['团长接龙', '电梯口见'], as: 'chat' },
  ],
  [
    { say: ['老楼', '小黃樓'], building: '3' },
    { say: ['老楼东门'], building: '3', unit: '2' },
    { say: ['活动中心'], building: '雅苑' },
    { say: ['一号泵房', '水泵之家'] },
    { say: ['电梯公寓'], building: '5' },
  ],
)
const hear = (text: string) => read(text, { community, explain: true })

test.each([
  ['老楼2单元电梯坏了', { building: '3', unit: '2', floor: null, room: null, spot: null }],
  ['老樓502漏水', { building: '3', unit: null, floor: '5', room: '502', spot: null }],
  ['小黄楼3楼的灯不亮', { building: '3', unit: null, floor: '3', room: null, spot: null }],
  ['老楼东门门禁坏了', { building: '3', unit: '2', floor: null, room: null, spot: null }],
  ['活动中心的灯不亮', { building: '雅苑', unit: null, floor: null, room: null, spot: null }],
  ['一号泵房漏水', { building: null, unit: null, floor: null, room: null, spot: '一号泵房' }],
  ['5栋旁边的老楼漏水', { building: '5', unit: null, floor: null, room: null, spot: null }],
] as const)('%s lies where a clerk would write it', (text, place) => {
  expect(hear(text).place).toEqual(place)
})

test('a named place needs no question; without the community it is unknown', () => {
  expect([hear('水泵之家漏水').needsPlace, read('水泵之家漏水').needsPlace]).toEqual([false, true])
  expect(read('老楼2单元电梯坏了').place.building).toBeNull()
})

test('a matter stated in own words is registered as what it is to them; past or thanked for it is not', () => {
  expect(hear('我家又没闸了')).toMatchObject({ kind: 'report', categories: ['power'], urgency: 'urgent' })
  expect(hear('No Juice at home')).toMatchObject({ kind: 'report', categories: ['power'], urgency: 'urgent' })
  expect(hear('3栋门口冒泡了')).toMatchObject({ kind: 'report', class: 'emergency', urgency: 'emergency' })
  expect(hear('昨天没闸了,后来修好了,谢谢师傅').kind).toBe('chat')
  expect(hear('好像没闸了').kind).toBe('maybe')
})

test('a thing named in own words has its kind, unless another thing beside it is the matter', () => {
  expect(hear('快递柜坏了,打不开').categories).toEqual(['facility'])
  expect(hear('快递柜上面的灯不亮').categories).toEqual(['power'])
  expect(hear('快递柜在哪儿').kind).toBe('chat')
})

test('own talk is left alone, and nothing is heard in own names; danger is heard all the same', () => {
  expect(hear('团长接龙:鸡蛋坏了的找我退').kind).toBe('chat')
  expect(hear('团长接龙,没闸了').kind).toBe('report')
  expect(hear('团长接龙,有人困在电梯里了').urgency).toBe('emergency')
  expect(hear('电梯公寓的楼道灯不亮').categories).toEqual(['power'])
})

test('an explanation says first which own words decided', () => {
  expect(hear('老楼没闸了').why.slice(0, 2)).toEqual([
    { rule: 'own place building 3', words: '老楼' },
    { rule: 'own word power urgent', words: '没闸了' },
  ])
  expect(hear('3号楼停电了').why[0]?.rule).toMatch(/^report /)
})

test('thresholds decide between asking and registering; danger is registered under any', () => {
  const line = '快递柜打不开了'
  const { kind, confidence } = hear(line)
  const chance = kind === 'chat' ? 1 - confidence : confidence
  const at = (report: number, maybe: number, text = line) =>
    read(text, { community, thresholds: { report, maybe } }).kind
  expect([
    at(chance - 0.01, chance - 0.02),
    at(chance + 0.01, chance - 0.01),
    at(chance + 0.02, chance + 0.01),
    at(0.999, 0.998, '有人困在电梯里了'),
  ]).toEqual(['report', 'maybe', 'chat', 'report'])
})

test('a building is called what a place calls it', () => {
  expect(['3', '3栋', '3号楼', '三栋', 'b2', 'A座', '雅苑', '东区3栋', 'Building 7'].map(buildingNamed)).toEqual([
    '3',
    '3',
    '3',
    '3',
    'B2',
    'A',
    '雅苑',
    '东区3栋',
    '7',
  ])
})
