import { expect, it } from 'vitest'
import { startWorld, type World } from '../support/world.ts'

/** The first line of the staff card of a ticket, and its whole text. */
function card(world: World, number: number): string {
  return world.shows('物业工单群').find((text) => new RegExp(`^\\S+ #${number} `).test(text)) ?? ''
}

async function report(world: World): Promise<void> {
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
}

async function reply(world: World, text: string): Promise<void> {
  const staffCard = world.telegram.chat(-1002).find(/^\S+ #1 /)
  await world.say('王师傅', '物业工单群', text, { replyTo: staffCard?.id ?? 0 })
}

const sentBack = '社区退回(陈书记):先查原因'

/** Nobody takes it until it is on the committee's table. */
async function climbed(world: World, act: () => Promise<unknown>): Promise<void> {
  await world.until('2026-11-18 16:00')
  await act()
}

function called(world: World): number {
  return world.telegram.chat(-1003).find('请督办 #1')?.id ?? 0
}

const ways: readonly (readonly [string, string, (world: World) => Promise<unknown>])[] = [
  ['接单 by button', '已接单', (world) => world.press('王师傅', '物业工单群', '#1', '接单')],
  ['接单 by line', '已接单', (world) => world.say('王师傅', '物业工单群', '接单 1')],
  ['/ack', '已接单', (world) => world.say('王师傅', '物业工单群', '/ack 1')],
  ['/ack@huying_bot', '已接单', (world) => world.say('王师傅', '物业工单群', '/ack@huying_bot 1')],
  ['接单 by reply', '已接单', (world) => reply(world, '接单')],
  ['办结 by button', '等住户确认', (world) => world.press('王师傅', '物业工单群', '#1', '办结')],
  ['办结 by line', '已换灯', (world) => world.say('王师傅', '物业工单群', '办结 1 已换灯')],
  ['办结 by reply', '已换灯', (world) => reply(world, '办结 已换灯')],
  ['挂起 by line', '在等灯具厂家', (world) => world.say('王师傅', '物业工单群', '挂起 1 等灯具厂家 到 周五18:00')],
  ['挂起 by reply', '在等灯具厂家', (world) => reply(world, '挂起 等灯具厂家 到 周五18:00')],
  ['/hold', '在等', (world) => world.say('王师傅', '物业工单群', '/hold 1 灯具厂家 until 2026-11-20 18:00')],
  ['转派 by line', '已派给 刘师傅', (world) => world.say('王师傅', '物业工单群', '转派 1 刘师傅')],
  ['转派 by reply', '已派给 刘师傅', (world) => reply(world, '转派 刘师傅')],
  [
    '转派 by buttons',
    '已派给 刘师傅',
    async (world) => {
      await world.press('王师傅', '物业工单群', '#1', '转派')
      await world.press('王师傅', '物业工单群', '#1', '刘师傅')
    },
  ],
  [
    '移交 by line',
    '已移交 供电公司:公网的线',
    (world) => world.say('王师傅', '物业工单群', '移交 1 供电公司:公网的线'),
  ],
  ['移交 by reply', '已移交 供电公司:公网的线', (world) => reply(world, '移交 供电公司:公网的线')],
  [
    '/handover',
    '已移交 供电公司:公网的线',
    (world) => world.say('王师傅', '物业工单群', '/handover 1 供电公司:公网的线'),
  ],
  ['承诺 by line', '承诺', (world) => world.say('王师傅', '物业工单群', '承诺 1 明天上午9点前')],
  [
    '改时间 by button and reply',
    '承诺',
    async (world) => {
      await world.press('王师傅', '物业工单群', '#1', '接单')
      await world.press('王师傅', '物业工单群', '#1', '改时间')
      await world.say('王师傅', '物业工单群', '明天上午9点', { replyTo: world.telegram.chat(-1002).last?.id ?? 0 })
    },
  ],
  ['备注 by line', '灯具已订', (world) => world.say('王师傅', '物业工单群', '备注 1 灯具已订')],
  ['note by reply', '灯具已订', (world) => reply(world, '灯具已订')],
  ['驳回 by line', '没有受理', (world) => world.say('王师傅', '物业工单群', '驳回 1 属于市政路灯')],
  ['到场 by line', '已到场', (world) => world.say('王师傅', '物业工单群', '到场 1')],
  ['撤回 by reporter', '撤', (world) => world.say('小陈', '业主群', '撤回 1')],
  ['催 by reporter', '催过 1 次', (world) => world.say('小陈', '业主群', '催 1')],
  ['+1 by line', '附议 1', (world) => world.say('老李', '业主群', '附议 1')],
  ['督办 by line', '督办', (world) => world.say('陈书记', '督办群', '督办 1 李经理 到 周五18:00')],
  ['延期 by line', '11/27', (world) => world.say('陈书记', '督办群', '延期 1 等配件 到 11月27日18点')],
  ['改类 by line', '#1 噪声扰民', (world) => world.say('王师傅', '物业工单群', '改类 1 噪声')],
  ['改类 by reply', '#1 噪声扰民', (world) => reply(world, '改类 噪声')],
  [
    '改类 by buttons',
    '#1 噪声扰民',
    async (world) => {
      await world.press('王师傅', '物业工单群', '#1', '改类')
      await world.press('王师傅', '物业工单群', '改成哪一类', '噪声')
    },
  ],
  ['退回 by line', sentBack, (world) => climbed(world, () => world.say('陈书记', '督办群', '退回 1 先查原因'))],
  [
    '退回 by reply',
    sentBack,
    (world) => climbed(world, () => world.say('陈书记', '督办群', '退回 先查原因', { replyTo: called(world) })),
  ],
  [
    '退回 by button and reply',
    sentBack,
    (world) =>
      climbed(world, async () => {
        await world.press('陈书记', '督办群', '请督办 #1', '退回')
        await world.say('陈书记', '督办群', '先查原因', { replyTo: world.telegram.chat(-1003).last?.id ?? 0 })
      }),
  ],
  [
    "退回 by the secretary's button and reply",
    sentBack,
    async (world) => {
      await world.until('2026-11-19 16:00')
      await world.press('陈书记', '督办群', '请过问 #1', '退回')
      await world.say('陈书记', '督办群', '先查原因', { replyTo: world.telegram.chat(-1003).last?.id ?? 0 })
    },
  ],
  [
    'a photo by staff is proof',
    '看照片',
    async (world) => {
      await world.as('王师傅').photo(-1002, { replyTo: world.telegram.chat(-1002).find('#1')?.id ?? 0 })
      await world.settle()
    },
  ],
]

it.each(ways)('%s', async (_name, shown, act) => {
  const world = await startWorld()
  await report(world)
  await act(world)
  expect(card(world, 1)).toContain(shown)
  expect(world.errors).toEqual([])
})

it.each<readonly [string, string, (world: World) => Promise<unknown>]>([
  ['by line', '为什么催', (world) => world.say('王师傅', '物业工单群', '为什么 1')],
  ['by reply', '为什么催', (world) => reply(world, '为什么催我')],
  ['/why', '到时没有就先提醒', (world) => world.say('小陈', '业主群', '/why 1')],
])('为什么 %s is told and changes nothing', async (_name, told, act) => {
  const world = await startWorld()
  await report(world)
  const before = card(world, 1)
  world.news()
  await act(world)
  expect(Object.values(world.news()).flat()).toEqual([expect.stringContaining(told)])
  expect(card(world, 1)).toBe(before)
  expect(world.errors).toEqual([])
})

it("a resident's thanks under a card are no note", async () => {
  const world = await startWorld()
  await report(world)
  const before = card(world, 1)
  const shown = world.telegram.chat(-1001).find('#1')
  for (const words of ['收到', '谢谢', '好的']) await world.say('小陈', '业主群', words, { replyTo: shown?.id ?? 0 })
  expect(card(world, 1)).toBe(before)
  expect(world.errors).toEqual([])
})

it('合并 moves reporter and supporters along, 重开 brings a matter back, 进度 and 列表 tell', async () => {
  const world = await startWorld()
  await report(world)
  await world.say('张女士', '业主群', '5号楼2单元楼道灯也不亮')
  await world.say('王师傅', '物业工单群', '合并 2 到 1')
  expect(card(world, 1)).toContain('附议 1')
  expect(card(world, 2)).toContain('#1')
  await world.say('王师傅', '物业工单群', '办结 1 已换灯')
  await world.press('小陈', '业主群', '王师傅说', '已解决')
  await world.say('小陈', '业主群', '重开 1 又不亮了')
  expect(card(world, 1)).toContain('第 2 次办')
  world.news()
  await world.say('老李', '业主群', '进度 1')
  await world.say('王师傅', '物业工单群', '/list')
  await world.say('老李', '业主群', '进度 99')
  expect(world.news()).toMatchInlineSnapshot(`
    {
      "业主群": [
        "#1 供电照明 · 5号楼1单元:待接单
    已派给 王师傅,今天 12:00 前
    10:00 王师傅 接单
    10:00 派给 王师傅
    10:00 王师傅 办结
    10:00 住户确认已解决
    10:00 重新打开
    [催一下]",
        "没有找到 #99。发「我的」看您报过的事。",
      ],
      "物业工单群": [
        "在办 1 件:
    #1 供电照明 · 5号楼1单元 — 待接单 · 王师傅 · 今天 12:00 前",
      ],
    }
  `)
  expect(world.errors).toEqual([])
})
