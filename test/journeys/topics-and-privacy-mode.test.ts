import { expect, it } from 'vitest'
import { community, startWorld } from '../support/world.ts'

it('F39 in a forum the answer stays in the topic of the question, and goes to the parent once the topic is deleted', async () => {
  const world = await startWorld({ communities: [community.replace('-1001', '-4001')] })
  world.telegram.addGroup({ id: -4001, title: '论坛群', is_forum: true, members: [401] })
  const topic = world.telegram.addTopic(-4001, '报修')
  await world.telegram.as(401).say(-4001, '3号楼2单元电梯坏了', { threadId: topic })
  await world.settle()
  const card = world.telegram.chat(-4001).find('#1')
  expect(card?.threadId).toBe(topic)
  // A topic that was deleted: what happens next appears in the parent.
  world.telegram.deleteTopic(-4001, topic)
  await world.say('王师傅', '物业工单群', '办结 1 已换门机')
  const callback = world.telegram.chat(-4001).find('王师傅说 #1')
  expect(callback).toBeDefined()
  expect(callback?.threadId).toBeUndefined()
  expect(world.errors).toEqual([])
})

it('with privacy mode on the bot works by mention, reply and command, and says how to switch it off', async () => {
  const world = await startWorld({ canReadAll: false, owners: [201] })
  await world.settle()
  // The owner hears of it at the start, and how to change it.
  expect(world.shows('李经理').join('\n')).toContain('/setprivacy')
  world.news()
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  expect(world.news()).toEqual({}) // Telegram does not hand it over
  await world.say('张女士', '业主群', '@huying_bot 3号楼2单元电梯坏了')
  expect(world.news().业主群?.[0]).toContain('#1')
  await world.say('张女士', '业主群', '/report 5号楼门口垃圾没人清')
  expect(world.news().业主群?.[0]).toContain('#2')
  await world.say('张女士', '业主群', '/help')
  expect(world.news().业主群?.[0]).toMatchInlineSnapshot(`
    "👋 我是呼应:有人喊,就有人应。
    报事直接说,例如:3号楼2单元电梯坏了
    看进度:进度 128 · 该谁管:谁负责 128 · 看自己报的:我的
    催一催:催 128 · 不用了:撤回 128 · 要补充:直接回复卡片
    现在停什么:停水通知
    办完会问您:好了点「已解决」,没好点「没解决」,会马上重办
    按钮和打字一样管用;回复卡片时不用写号码。
    我在这个群只看得到 @huying_bot 开头的话、对我的回复和命令;想让我听见大家报事,请管理员给 @BotFather 发 /setprivacy 选 Disable,再把我重新拉进群。"
  `)
  expect(world.errors).toEqual([])
})
