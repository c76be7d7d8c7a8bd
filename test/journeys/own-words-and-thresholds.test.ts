import { expect, it } from 'vitest'
import { parse } from '../../src/nlu/parse.ts'
import { community, instant, readSetup, startWorld } from '../support/world.ts'

const own = `${community}
words:
  - { say: [没闸了], as: power, urgency: urgent }
  - { say: [团长接龙], as: chat }
places:
  - { say: [老楼, 小黄楼], building: 3栋 }
  - { say: [一号泵房] }
`

it('hears the words of its community, also those of a file imported a minute ago', async () => {
  const world = await startWorld({ communities: [own] })
  await world.say('张女士', '业主群', '老楼2单元电梯坏了')
  expect(world.shows('业主群')[0]).toContain('#1 电梯故障 · 3号楼2单元')
  // The same matter by its other name.
  await world.say('老李', '业主群', '3号楼2单元电梯不动了')
  expect(world.shows('业主群').at(-1)).toContain('[+1 到 #1]')
  await world.say('小陈', '业主群', '一号泵房漏水')
  expect(world.shows('业主群').at(-1)).toContain('漏水排水 · 一号泵房')
  // The answer to "which building?" may be a name of their own.
  await world.say('小陈', '业主群', '团长接龙:鸡蛋坏了的找我退')
  await world.say('小陈', '业主群', '我家没闸了')
  const asked = world.shows('业主群').findIndex((text) => text.includes('供电照明') && text.includes('哪一栋'))
  expect(asked).toBeGreaterThan(0)
  world.news()
  const card = world.telegram.chat(-1001).find('供电照明')
  await world.say('小陈', '业主群', '小黄楼', { replyTo: card?.id ?? 0 })
  expect(world.news().业主群?.join()).toContain('供电照明 · 3号楼')

  await world.say('张女士', '业主群', '快递柜那里黑咕隆咚冒泡了')
  const before = world.shows('物业工单群').length
  await world.huying.app.importCommunity(
    readSetup(`${own.replace('words:', 'words:\n  - { say: [冒泡了], as: leak, urgency: normal }')}`),
  )
  await world.say('老李', '业主群', '5号楼门口冒泡了')
  expect(world.shows('物业工单群')).toHaveLength(before + 1)
  expect(world.shows('业主群').at(-1)).toContain('漏水排水 · 5号楼')
  expect(world.errors).toEqual([])
})

it('what one community asks about another registers at once, by their thresholds', async () => {
  const chanceOf = (text: string): number => {
    const { kind, confidence } = parse(text, { at: instant('2026-11-18 10:00'), timezone: 'Asia/Shanghai' })
    return kind === 'chat' ? 1 - confidence : confidence
  }
  const line = ['快递柜打不开了', '5号楼那灯有点暗', '5号楼的井盖有点响'].find(
    (text) => Math.abs(chanceOf(text) - 0.5) < 0.4,
  )
  if (line === undefined) throw new Error('the parser is sure of all these lines: choose others')
  const chance = chanceOf(line)
  const near = (report: number, maybe: number) => `understanding: { report: ${report}, maybe: ${maybe} }\n`
  const there = `
community: { name: 安乐苑 }
buildings: [{ name: "5" }]
chats: [{ id: -2001, role: residents, title: 安乐业主群 }, { id: -2002, role: staff, title: 安乐工单群 }]
${near(chance - 0.01, chance - 0.02)}`
  const world = await startWorld({ communities: [`${community}${near(chance + 0.01, chance - 0.01)}`, there] })
  world.telegram.addGroup({ id: -2001, title: '安乐业主群', owner: 201, members: [401] })
  world.telegram.addGroup({ id: -2002, title: '安乐工单群', owner: 201, members: [] })
  await world.say('张女士', '业主群', line)
  await world.telegram.as(401).say(-2001, line)
  await world.settle()
  const news = world.news()
  expect(Object.keys(news).toSorted()).toEqual(['业主群', '安乐业主群', '安乐工单群'].toSorted())
  expect(news.业主群?.join()).toContain('[登记] [不用]')
  expect(news.安乐业主群?.join()).toContain('#1')
  expect(world.errors).toEqual([])
})
