import { expect, it } from 'vitest'
import { roles } from '../../src/domain/community/role.ts'
import { announcers } from '../../src/domain/interruption/interruption.ts'
import { community, startWorld, type World } from '../support/world.ts'

const other = `
community: { name: 安乐苑, timezone: Asia/Shanghai, language: zh-CN }
buildings: [ { name: "3" } ]
chats:
  - { id: -2001, role: residents, title: 安乐业主群 }
  - { id: -2002, role: staff, title: 安乐工单群 }
people:
  - { id: 911, name: 周师傅, role: manager }
`

/** One person of each role there is, and one of another community's. */
const people = [
  ...roles.map((role, index) => ({ id: 700 + index, name: `某${index}`, role })),
  { id: 911, name: '周师傅', role: null },
]
const cast = people
  .flatMap(({ id, name, role }) => (role ? [`  - { id: ${id}, name: ${name}, role: ${role} }`] : []))
  .join('\n')
const foreigner = 911

async function start() {
  const world = await startWorld({ communities: [`${community}${cast}\n`, other] })
  for (const { id, name } of people) world.telegram.addUser({ id, first_name: name })
  world.telegram.addGroup({ id: -2001, title: '安乐业主群', owner: foreigner, members: [] })
  world.telegram.addGroup({ id: -2002, title: '安乐工单群', owner: foreigner, members: [] })
  return world
}

const refusal = '发停水停电通知要物业或社区的人来'
const state = (world: World) =>
  world.sql`select status, starts_at, ends_at, areas, version from interruption order by id`

/** Every way to change a notice: what has to be done before, and the way itself. */
const ways: readonly {
  readonly name: string
  readonly published: boolean
  readonly act: (world: World, id: number) => Promise<string>
}[] = [
  ...(['发布', '改', '不发'] as const).map((label) => ({
    name: label,
    published: false,
    act: pressing('我这样理解', label),
  })),
  ...(['已恢复', '改时间', '取消'] as const).map((label) => ({
    name: label,
    published: true,
    act: pressing('📢', label),
  })),
  { name: 'reply 发布', published: false, act: replying('我这样理解', '发布') },
  { name: 'reply with a new time', published: false, act: replying('我这样理解', '11点到13点') },
  { name: 'reply 延长', published: true, act: replying('📢', '延长到15点') },
  { name: 'reply 取消', published: true, act: replying('📢', '取消') },
]

function pressing(on: string, label: string) {
  return async (world: World, id: number) => {
    const message = world.telegram.chat(-1002).find(on)
    if (!message) throw new Error(`nothing with ${on}`)
    const answer = await world.telegram.as(id).press(-1002, message, label)
    await world.settle()
    return answer.text ?? ''
  }
}

function replying(on: string, text: string) {
  return async (world: World, id: number) => {
    world.news()
    world.telegram.as(id).say(-1002, text, { replyTo: world.telegram.chat(-1002).find(on)?.id ?? 0 })
    await world.settle()
    return Object.values(world.news()).flat().join()
  }
}

it('T01 T05 nobody but staff, manager and committee changes a notice, by any button or reply, and it stays as it was', async () => {
  const world = await start()
  await world.say('刘师傅', '物业工单群', '现在3号楼停水抢修,12点恢复')
  for (const published of [false, true]) {
    if (published) await world.press('刘师傅', '物业工单群', '我这样理解', '发布')
    const before = await state(world)
    for (const { name, act } of ways.filter((way) => way.published === published)) {
      for (const { id, role } of people) {
        if (role !== null && (announcers as readonly string[]).includes(role)) continue
        expect([name, role, await act(world, id)]).toEqual([name, role, expect.stringContaining(refusal)])
      }
      expect(await state(world)).toEqual(before)
    }
  }
  expect(world.errors).toEqual([])
})

it.each(announcers)('%s may, in each of these ways', async (role) => {
  const world = await start()
  for (const { name, published, act } of ways) {
    await world.say('刘师傅', '物业工单群', '现在3号楼停水抢修,12点恢复')
    if (published) await world.press('刘师傅', '物业工单群', '我这样理解', '发布')
    const before = await state(world)
    expect([name, await act(world, 700 + roles.indexOf(role))]).toEqual([name, expect.not.stringContaining(refusal)])
    // Only asking how to change it changes nothing yet.
    if (name !== '改' && name !== '改时间') expect(await state(world)).not.toEqual(before)
  }
  expect(world.errors).toEqual([])
})

it('writing one: in the staff group as they talk, by command there and in the committee’s, and nowhere else', async () => {
  const world = await start()
  const line = '明天9点到15点 3号楼停水'
  const drafts = async () => (await world.sql`select count(*)::int as n from interruption`)[0]?.n
  for (const { id, role } of people) {
    const may = role !== null && (announcers as readonly string[]).includes(role)
    for (const [chat, text, there] of [
      [-1002, line, true],
      [-1002, `/notice ${line}`, true],
      [-1003, `/notice ${line}`, true],
      [-1001, `/notice ${line}`, false],
    ] as const) {
      const before = await drafts()
      world.telegram.as(id).say(chat, text)
      await world.settle()
      expect([role, chat, text, await drafts()]).toEqual([role, chat, text, may && there ? before + 1 : before])
    }
  }
  expect(world.errors).toEqual([])
})

it('T02 T05 nothing of a notice, nor a report it answered, crosses into another community', async () => {
  const world = await start()
  await world.say('刘师傅', '物业工单群', '现在3号楼停水抢修,12点恢复')
  await world.press('刘师傅', '物业工单群', '我这样理解', '发布')
  await world.say('张女士', '业主群', '3号楼没水了')
  world.news()
  // The same building there has water, as far as anybody said.
  await world.telegram.as(911).say(-2001, '3号楼没水了')
  await world.settle()
  expect(Object.keys(world.news()).sort()).toEqual(['安乐业主群', '安乐工单群'].sort())
  await world.telegram.as(911).say(-2002, '/notice')
  await world.settle()
  expect(world.news()).toEqual({ 安乐工单群: ['现在没有停水停电的通知。'] })
  // The data of each button here, pressed on a card there.
  const target = world.telegram.chat(-2002).fromBot[0]
  const copied = [...world.telegram.chat(-1002).fromBot, ...world.telegram.chat(-1001).fromBot]
    .flatMap(({ keyboard }) => keyboard.flat())
    .flatMap(({ callback_data: data }) => (data ? [data] : []))
  expect(copied.length).toBeGreaterThanOrEqual(4)
  const before = await state(world)
  for (const data of copied) {
    if (!target) throw new Error('no card there')
    const answer = await world.telegram.as(911).press(-2002, target, { data })
    expect(answer.text).toContain('这个按钮已失效')
  }
  expect(await state(world)).toEqual(before)
  expect(world.errors).toEqual([])
})
