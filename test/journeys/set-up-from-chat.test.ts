import { expect, it } from 'vitest'
import { startWorld } from '../support/world.ts'

it('T06 T07 T23 an owner claims the bot, makes a community, binds its groups and names its people, all in chat', async () => {
  const world = await startWorld({ communities: [] })
  await world.say('李经理', 'dm', '/claim WRONG-CODE')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "李经理": [
        "认领码不对,或已经有人用过。请看启动日志里的最新认领码,再发一次 /claim 认领码。",
      ],
    }
  `)
  const code = await world.huying.app.claimCode()
  await world.say('李经理', 'dm', `/claim ${code?.toLowerCase()}`)
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "李经理": [
        "✅ 认领成功,您是所有者了。下一步建小区:/community 幸福里",
      ],
    }
  `)
  // One-time, and nobody else's any more.
  await world.say('陌生人', 'dm', `/claim ${code}`)
  expect(Object.keys(world.news())).toEqual(['陌生人'])
  expect(await world.huying.app.claimCode()).toBeNull()

  await world.say('李经理', 'dm', '/community 幸福里')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "李经理": [
        "✅ 小区「幸福里」建好了。
    下一步绑群:发 /bind 业主群、/bind 物业群 或 /bind 督办群 领绑定码。",
      ],
    }
  `)

  // Before it is bound the group hears nothing.
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  expect(world.news()).toEqual({})

  for (const [role, chat] of [
    ['业主群', '业主群'],
    ['物业群', '物业工单群'],
    ['committee', '督办群'],
  ] as const) {
    await world.say('李经理', 'dm', `/bind ${role}`)
    const offer = Object.values(world.news()).flat().join('\n')
    const bind = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(offer)?.[0] ?? ''
    // A member cannot bind the group he is in; its administrator can, once.
    await world.say('张女士', chat, `/bind ${bind}`)
    expect(Object.values(world.news()).flat().join()).toContain('管理员')
    await world.say(chat === '督办群' ? '陈书记' : '李经理', chat, `/bind ${bind}`)
    expect(Object.values(world.news()).flat().join()).toContain('幸福里')
    await world.say(chat === '督办群' ? '陈书记' : '李经理', chat, `/bind ${bind}`)
    expect(Object.values(world.news()).flat()).toHaveLength(1)
  }

  const hello = await world.say('王师傅', '物业工单群', '大家好')
  await world.say('张女士', '物业工单群', '任命 物业', { replyTo: hello.id })
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "这要所有者或管理员来定。",
      ],
    }
  `)
  await world.say('李经理', '物业工单群', '任命 物业 王师傅 电梯,电工', { replyTo: hello.id })
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "物业工单群": [
        "✅ 王师傅 现在是物业人员,辛苦了。",
      ],
    }
  `)

  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  await world.press('王师傅', '物业工单群', '#1', '接单')
  expect(world.news().物业工单群?.join('\n')).toContain('王师傅 已接单')
  expect(world.errors).toEqual([])
})
