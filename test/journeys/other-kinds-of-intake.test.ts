import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('voice, video and a location pin are kept with the ticket just reported; without one they are left alone', async () => {
  const world = await startWorld()
  await world.as('张女士').voice(-1001)
  await world.settle()
  expect(world.news()).toEqual({})
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  await world.as('张女士').voice(-1001)
  await world.as('张女士').location(-1001, { latitude: 31.2, longitude: 121.4 })
  await world.as('张女士').video(-1001, {})
  await world.settle()
  const media = await world.huying.app.media(1)
  expect(media.map(({ kind }) => kind)).toEqual(['voice', 'video'])
  expect(world.shows('业主群')).toHaveLength(1)
  // Staff can look at all of it: media by the button, the pin in words.
  expect(world.shows('物业工单群')[0]).toContain('[看照片(2)]')
  expect(world.shows('物业工单群')[0]).toContain('📍 31.2,121.4')
  expect(world.errors).toEqual([])
})

it('two problems in one message are two tickets, shown together', async () => {
  const world = await startWorld()
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了,另外5号楼门口垃圾没人清')
  expect(world.shows('业主群').map((text) => text.split('\n')[0])).toMatchInlineSnapshot(`
    [
      "🛗 #1 电梯故障 · 3号楼2单元",
      "🧹 #2 环境卫生 · 5号楼",
    ]
  `)
  expect(world.shows('物业工单群')).toHaveLength(2)
  expect(world.errors).toEqual([])
})

it('F41 a message that Telegram hands over twice is one ticket, and its edit may come first', async () => {
  const world = await startWorld()
  const sent = await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  const update = world.telegram.updates().find(({ message }) => message?.message_id === sent.id)
  if (!update) throw new Error('no update')
  world.telegram.redeliver(update.update_id)
  const { message } = update
  world.telegram.inject({
    edited_message: { ...message, message_id: 8001, text: '5号楼大门坏了', edit_date: message?.date },
  } as never)
  await world.settle()
  world.telegram.inject({ message: { ...message, message_id: 8001, text: '5号楼大们坏了' } } as never)
  await world.settle()
  expect(world.shows('物业工单群').map((text) => text.split('\n')[0])).toMatchInlineSnapshot(`
    [
      "🔴 #1 紧急 电梯故障 · 3号楼2单元",
      "🟡 #2 门禁治安 · 5号楼",
    ]
  `)
  expect(world.errors).toEqual([])
})
