import { expect, it } from 'vitest'
import { community, startWorld } from '../support/world.ts'

const other = community
  .replaceAll('幸福里小区', '安乐苑')
  .replaceAll('-100', '-200')
  .replaceAll('id: 101', 'id: 111')
  .replaceAll('id: 102', 'id: 112')
  .replaceAll('id: 201', 'id: 211')
  .replaceAll('id: 301', 'id: 311')

it('nothing of one community is seen or touched from another: numbers, cards, buttons, replies, private chat', async () => {
  const world = await startWorld({ communities: [community, other] })
  world.telegram.addUser({ id: 111, first_name: '赵师傅' })
  world.telegram.addGroup({ id: -2001, title: '安乐业主群', members: [402] })
  world.telegram.addGroup({ id: -2002, title: '安乐工单群', members: [111] })
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  expect(Object.keys(world.news()).sort()).toEqual(['业主群', '物业工单群'])

  // By number: absent. A stranger to the other staff by role as well.
  await world.telegram.as(111).say(-2002, '接单 1')
  await world.settle()
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "安乐工单群": [
        "没有找到 #1。发「我的」看您报过的事。",
      ],
    }
  `)

  // With data copied from the other community's card.
  const card = world.telegram.chat(-1002).find('#1')
  const data = card?.keyboard.flat().find(({ text }) => text === '接单')?.callback_data ?? ''
  await world.telegram.as(402).say(-2001, '3号楼门禁坏了')
  await world.settle()
  const theirs = world.telegram.chat(-2002).find('#1')
  if (!theirs) throw new Error('no card there')
  world.news()
  const answer = await world.telegram.as(111).press(-2002, theirs, { data })
  await world.settle()
  expect(answer.text).toMatchInlineSnapshot(`"这个按钮已失效。请看最新的卡片,或直接打字,例如:接单 128"`)
  expect(world.news()).toEqual({})
  expect(world.shows('物业工单群')[0]).toContain('[接单]')

  // Staff of one are nobody in the other.
  world.telegram.addUser({ id: 111, first_name: '赵师傅' })
  if (card)
    expect((await world.telegram.as(111).press(-1002, card, '接单')).text).toMatchInlineSnapshot(
      `"只有物业人员可以接单。需要帮忙请找 李经理。"`,
    )
  await world.settle()
  expect(world.news()).toEqual({})
  expect(world.errors).toEqual([])
})
