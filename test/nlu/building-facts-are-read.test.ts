import { expect, it } from 'vitest'
import { buildingAnswerIn, buildingFactsIn } from '../../src/nlu/understand/building-facts.ts'

it.each([
  ['5号楼1单元楼道灯不亮', 'power', 'shared', 'fittings'],
  ['1号楼楼顶漏水', 'leak', 'shared', 'waterproofing'],
  ['卫生间渗水到楼下', 'leak', null, 'waterproofing'],
  ['我家厨房下水管堵了', 'leak', null, 'pipes'],
  ['漏水了', 'leak', null, null],
  ['外墙瓷砖掉下来了', 'facility', 'shared', 'facade'],
  ['承重墙开裂', 'facility', null, 'structure'],
  ['暖气不热', 'heating', null, 'heating'],
  ['水泵坏了,高层没水', 'water', null, 'equipment'],
  ['全小区停电', 'power', 'shared', null],
  ['3号楼2单元电梯坏了', 'elevator', 'shared', null],
  ['the roof is leaking', 'leak', 'shared', 'waterproofing'],
  ['stair light broken', 'power', 'shared', 'fittings'],
  ['邻居家装修太吵', 'noise', null, null],
] as const)('%s', (text, category, part, component) => {
  expect(buildingFactsIn(text, category)).toEqual({ part, component })
})

it.each([
  ['公共部位', { part: 'shared' }],
  ['是我家的', { part: 'private' }],
  ['At home', { part: 'private' }],
  ['不到2年', { age: 'under-2' }],
  ['2 到 5 年', { age: '2-to-5' }],
  ['5年以上', { age: 'over-5' }],
  ['over 5 years', { age: 'over-5' }],
  ['谢谢', null],
  ['公共部位的灯昨天就已经坏了,请你们今天一定要派人来看', null],
] as const)('an answer: %s', (text, said) => {
  expect(buildingAnswerIn(text)).toEqual(said)
})
