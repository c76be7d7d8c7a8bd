import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { startWorld, type World } from '../support/world.ts'

/** A message as Telegram hands it over, from somebody of this name. */
async function hears(world: World, messageId: number, said: object, name = '张女士'): Promise<void> {
  const chat = { id: -1001, type: 'supergroup', title: '业主群' }
  const from = { ...world.as('张女士').user, first_name: name }
  world.telegram.inject({ message: { message_id: messageId, date: 1_794_967_200, chat, from, ...said } } as never)
  await world.settle()
}

const hostile = [
  "报修 5号楼1单元楼道灯不亮'; drop table ticket; --",
  '报修 3号楼2单元楼道灯不亮 $(reboot) {{constructor.constructor("return process")()}}',
  "报修 3号楼大门坏了' or '1'='1' union select token from post; \\",
  '报修 5号楼2单元水管漏水 __proto__ constructor prototype',
]

it('T20 SQL and JavaScript in reports, names, commands and updates are words, and nothing else', async () => {
  const world = await startWorld()
  for (const [n, text] of hostile.entries())
    await hears(world, 9_000 + n, { text }, `Robert'); delete from post; --${n}`)
  const kept = await world.sql<{ text: string; reporterName: string }[]>`
    select text, reporter_name from ticket order by number`
  expect(kept.map(({ text }) => `报修 ${text}`)).toEqual(hostile)
  expect(kept[0]?.reporterName).toContain("Robert'); delete from post")
  for (const line of [
    "接单 1' or '1'='1",
    '/ack 1; delete from ticket',
    "转派 1 王'; drop table person; --",
    "改类 1 x' or 1=1",
  ])
    await world.say('王师傅', '物业工单群', line)
  const polluting = JSON.parse(
    '{"text":"大家好","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"entities":{"__proto__":{"polluted":1}}}',
  )
  await hears(world, 9_100, polluting)
  expect(Reflect.get({}, 'polluted')).toBe(undefined)
  const [left] = await world.sql<{ tickets: number; posts: number; people: number }[]>`
    select (select count(*) from ticket) as tickets, (select count(*) from post) as posts,
      (select count(*) from person) as people`
  expect(left).toMatchObject({ tickets: 4, people: 4 })
  expect(left?.posts).toBeGreaterThanOrEqual(8)
  await world.say('王师傅', '物业工单群', '接单 4')
  expect(world.shows('业主群').join('\n')).toContain('王师傅 已接单')
})

it('T19 nothing that people name is fetched: no address, no file however large; only its number at Telegram is kept', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => void server.close())
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/latest/meta-data`
  const world = await startWorld()
  await hears(world, 9_000, {
    text: `报修 5号楼1单元楼道灯不亮 ${address}`,
    entities: [{ type: 'text_link', offset: 0, length: 2, url: address }],
  })
  const document = { file_id: 'big', file_unique_id: 'b', file_name: address, file_size: 25 * 1024 * 1024 }
  await hears(world, 9_001, { caption: '报修 3号楼大门坏了', document })
  await hears(world, 9_002, {
    caption: '报修 3号楼2单元楼道灯不亮',
    video: { ...document, width: 1, height: 1, duration: 1 },
  })
  const [found] = await world.sql<{ tickets: number; bytes: number }[]>`
    select (select count(*) from ticket) as tickets, (select max(octet_length(body::text)) from attachment) as bytes`
  expect(found?.tickets).toBe(3)
  expect(found?.bytes).toBeLessThan(1000)
  expect(asked).toEqual([])
  expect(world.telegram.callsTo('getFile')).toEqual([])
})
