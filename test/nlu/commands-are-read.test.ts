import { describe, expect, test } from 'vitest'
import type { TypedCommand } from '../../src/nlu/meaning.ts'
import type { ParseContext } from '../../src/nlu/parse.ts'
import { read, shanghai } from './support.ts'

const friday18 = shanghai('2026-11-27T18:00:00')

/** What staff type, and what it means. */
const staffLines: readonly (readonly [string, Partial<TypedCommand>])[] = [
  ['接单 128', { name: 'ack', ticket: 128 }],
  ['移交 128 供电公司:公网变压器故障', { name: 'handover', ticket: 128, party: '供电公司', text: '公网变压器故障' }],
  ['移交 128 给供电公司,变压器故障', { name: 'handover', ticket: 128, party: '供电公司', text: '变压器故障' }],
  ['转交 128 建设单位 屋面还在保修期', { name: 'handover', ticket: 128, party: '建设单位', text: '屋面还在保修期' }],
  ['移交 128 街道因为归市政管', { name: 'handover', ticket: 128, party: '街道', text: '归市政管' }],
  ['移交 128 供电公司', { name: 'handover', ticket: 128, party: '供电公司', text: null }],
  [
    '/handover 128 to the power company: transformer outside',
    { name: 'handover', ticket: 128, party: 'power company', text: 'transformer outside' },
  ],
  ['谁负责 128', { name: 'who', ticket: 128, text: null }],
  ['该谁管 128 公共部位', { name: 'who', ticket: 128, text: '公共部位' }],
  ['128 谁负责', { name: 'who', ticket: 128 }],
  ['/who 128', { name: 'who', ticket: 128 }],
  ['接单128', { name: 'ack', ticket: 128 }],
  ['接单 #128', { name: 'ack', ticket: 128 }],
  ['接单 1 2', { name: 'ack', ticket: 1, others: [2] }],
  ['进度 1 2', { name: 'progress', ticket: 1, others: [2] }],
  ['/progress 1 2', { name: 'progress', ticket: 1, others: [2] }],
  ['/ack 1 2', { name: 'ack', ticket: 1, others: [2] }],
  ['1、2 接单', { name: 'ack', ticket: 1, others: [2] }],
  ['接单 1号 2号', { name: 'ack', ticket: 1, others: [2] }],
  ['办结 1 2 已换灯', { name: 'resolve', ticket: 1, others: [2], text: '已换灯' }],
  ['done #1 #2 new lamps', { name: 'resolve', ticket: 1, others: [2], text: 'new lamps' }],
  ['done 1 2 new lamps', { name: 'resolve', ticket: 1, others: [], text: '2 new lamps' }],
  ['办结 1 2 个灯换好了', { name: 'resolve', ticket: 1, others: [], text: '2 个灯换好了' }],
  ['挂起 1、2 等配件 到周五', { name: 'hold', ticket: 1, others: [2], party: '配件' }],
  ['挂起 1 2 周', { name: 'hold', ticket: 1, others: [] }],
  ['催 1 2', { name: 'urge', ticket: 1, others: [2], text: null }],
  ['转派 1 2 王师傅', { name: 'assign', ticket: 1, others: [2], person: '王师傅' }],
  ['备注 1 2 楼的灯', { name: 'note', ticket: 1, others: [], text: '2 楼的灯' }],
  ['hold 1 until Friday 18:00 spare part', { name: 'hold', ticket: 1, party: 'spare part' }],
  ['/hold 1 the supplier until Friday', { name: 'hold', ticket: 1, party: 'the supplier' }],
  ['hold 1 until Friday nobody is home', { name: 'hold', ticket: 1, party: null }],
  ['接单 128号', { name: 'ack', ticket: 128 }],
  ['接单 １２８', { name: 'ack', ticket: 128 }],
  ['128 接单', { name: 'ack', ticket: 128 }],
  ['#128 接单', { name: 'ack', ticket: 128 }],
  ['受理 128', { name: 'ack', ticket: 128 }],
  ['收到 128', { name: 'ack', ticket: 128 }],
  ['接單 128', { name: 'ack', ticket: 128 }],
  ['接单', { name: 'ack', ticket: null }],
  ['ack 128', { name: 'ack', ticket: 128 }],
  ['/ack 128', { name: 'ack', ticket: 128 }],
  ['/ack@HuyingBot 128 text', { name: 'ack', ticket: 128, text: 'text' }],
  ['/ACK@huyingbot #128', { name: 'ack', ticket: 128 }],
  ['@HuyingBot 接单 128', { name: 'ack', ticket: 128 }],
  ['办结 128 已换门机', { name: 'resolve', ticket: 128, text: '已换门机' }],
  ['完成 128', { name: 'resolve', ticket: 128, text: null }],
  ['修好了 128 换了灯管', { name: 'resolve', ticket: 128, text: '换了灯管' }],
  ['搞定 128', { name: 'resolve', ticket: 128 }],
  ['done 128 replaced the lamp', { name: 'resolve', ticket: 128, text: 'replaced the lamp' }],
  ['/resolve 128 fixed', { name: 'resolve', ticket: 128, text: 'fixed' }],
  ['/done 128', { name: 'resolve', ticket: 128 }],
  ['改类 128 漏水', { name: 'categorise', ticket: 128, text: '漏水' }],
  ['类别 128 电梯', { name: 'categorise', ticket: 128, text: '电梯' }],
  ['/category 128 leak', { name: 'categorise', ticket: 128, text: 'leak' }],
  ['退回 128 属于市政路灯', { name: 'reject', ticket: 128, text: '属于市政路灯' }],
  [
    '挂起 128 等配件厂家 到 周五下班前',
    { name: 'hold', ticket: 128, text: '等配件厂家', party: '配件厂家', until: friday18 },
  ],
  [
    '挂起 128 等配件 到 2026-11-27 18:00',
    { name: 'hold', ticket: 128, text: '等配件', party: '配件', until: friday18 },
  ],
  ['挂起 128 等防水公司', { name: 'hold', ticket: 128, party: '防水公司', until: null }],
  ['/hold 128 reason until 2026-11-27 18:00', { name: 'hold', ticket: 128, text: 'reason', until: friday18 }],
  ['hold 128 waiting for parts until Friday 6pm', { name: 'hold', ticket: 128, party: 'parts', until: friday18 }],
  ['恢复 128', { name: 'unhold', ticket: 128 }],
  ['转派 128 王师傅', { name: 'assign', ticket: 128, person: '王师傅', text: null }],
  ['转派 128 给王师傅', { name: 'assign', ticket: 128, person: '王师傅' }],
  ['转派 128 到 王师傅 他在附近', { name: 'assign', ticket: 128, person: '王师傅', text: '他在附近' }],
  ['转派 128 @wang_shi', { name: 'assign', ticket: 128, person: 'wang_shi' }],
  ['转派 王师傅 #128', { name: 'assign', ticket: 128, person: '王师傅' }],
  ['assign 128 to Wang', { name: 'assign', ticket: 128, person: 'Wang' }],
  ['承诺 128 明天上午9点前', { name: 'promise', ticket: 128, until: shanghai('2026-11-24T09:00:00') }],
  ['128 今天18:00前修好', { name: 'promise', ticket: 128, until: shanghai('2026-11-23T18:00:00') }],
  ['promise 128 by tomorrow 9am', { name: 'promise', ticket: 128, until: shanghai('2026-11-24T09:00:00') }],
  ['备注 128 已联系厂家', { name: 'note', ticket: 128, text: '已联系厂家' }],
  ['note 128 called them', { name: 'note', ticket: 128, text: 'called them' }],
  ['驳回 128 不在本小区', { name: 'reject', ticket: 128, text: '不在本小区' }],
  ['不受理 128 重复', { name: 'reject', ticket: 128, text: '重复' }],
  ['重开 128 又漏了', { name: 'reopen', ticket: 128, text: '又漏了' }],
  ['合并 128 到 130', { name: 'merge', ticket: 128, target: 130 }],
  ['merge 128 into #130', { name: 'merge', ticket: 128, target: 130 }],
  [
    '督办 128 陈书记 到 明天18:00',
    { name: 'supervise', ticket: 128, person: '陈书记', until: shanghai('2026-11-24T18:00:00') },
  ],
  [
    '延期 128 等审批 到 月底前',
    { name: 'extend', ticket: 128, text: '等审批', until: shanghai('2026-11-30T18:00:00') },
  ],
  ['延期 128 等审批 三个工作日内', { name: 'extend', ticket: 128, until: shanghai('2026-11-26T18:00:00') }],
]

/** Each line of the typed interface in the chat it is typed in. */
const chatLines: readonly (readonly [ParseContext['audience'], boolean, string, Partial<TypedCommand>])[] = [
  ['staff', false, '办结 2 灯座和线路都换了', { name: 'resolve', ticket: 2, text: '灯座和线路都换了' }],
  [
    'staff',
    false,
    '挂起 3 等防水公司 到 11月27日上午10点',
    { name: 'hold', ticket: 3, party: '防水公司', until: shanghai('2026-11-27T10:00:00') },
  ],
  ['staff', true, '挂起 等防水公司 到 周五18:00', { name: 'hold', ticket: null, party: '防水公司', until: friday18 }],
  [
    'staff',
    false,
    '/hold 3 waiting for parts until Friday 18:00',
    { name: 'hold', ticket: 3, party: 'parts', until: friday18 },
  ],
  ['staff', true, '转派 刘师傅', { name: 'assign', ticket: null, person: '刘师傅' }],
  ['staff', false, '到场 128', { name: 'arrive', ticket: 128 }],
  ['staff', false, 'arrived 128', { name: 'arrive', ticket: 128 }],
  ['staff', false, '/arrive 128', { name: 'arrive', ticket: 128 }],
  ['staff', true, '/arrive', { name: 'arrive', ticket: null }],
  ['staff', true, '到了', { name: 'arrive' }],
  ['staff', true, '已到场', { name: 'arrive' }],
  [
    'committee',
    false,
    '退回 3 先说清楚什么原因 周五18:00前',
    { name: 'sendback', ticket: 3, text: '先说清楚什么原因', until: friday18 },
  ],
  [
    'committee',
    true,
    '/sendback find the cause first by Fri 18:00',
    { name: 'sendback', ticket: null, text: 'find the cause first', until: friday18 },
  ],
  ['staff', true, '为什么催我', { name: 'why', ticket: null }],
  ['residents', true, '为什么', { name: 'why', ticket: null }],
  ['staff', true, '改类 噪声', { name: 'categorise', ticket: null, text: '噪声' }],
  ['committee', false, '督办 3 李经理 到 周五18:00', { name: 'supervise', person: '李经理', until: friday18 }],
  [
    'committee',
    false,
    '延期 3 等配件 到 12月1日',
    { name: 'extend', ticket: 3, text: '等配件', until: shanghai('2026-12-01T18:00:00') },
  ],
  ['residents', false, '重开 3 还在漏', { name: 'reopen', ticket: 3, text: '还在漏' }],
  ['dm', false, '进度 3', { name: 'progress', ticket: 3 }],
  ['dm', false, '催', { name: 'urge', ticket: null }],
  ['dm', false, '不满意', { name: 'rate', rating: 'unsatisfied' }],
  ['residents', true, '催', { name: 'urge' }],
  ['residents', true, '催一下', { name: 'urge' }],
  ['residents', true, '怎么还没人来', { name: 'urge' }],
  ['residents', true, 'any update?', { name: 'urge' }],
  ['residents', true, '怎么还没人来,水已经漏到客厅了地板都泡了', { name: 'note' }],
  ['residents', true, '已解决', { name: 'confirm' }],
  ['residents', true, '解决了谢谢', { name: 'confirm' }],
  ['residents', true, '没解决啊', { name: 'unsolved' }],
  ['residents', true, '满意', { name: 'rate', rating: 'satisfied' }],
  ['residents', true, '不满意,又漏了', { name: 'rate', rating: 'unsatisfied', text: '又漏了' }],
]

const residentLines: readonly (readonly [string, Partial<TypedCommand>])[] = [
  ['催 128', { name: 'urge', ticket: 128 }],
  ['催办 128', { name: 'urge', ticket: 128 }],
  ['撤回 128', { name: 'withdraw', ticket: 128 }],
  ['不用了 128', { name: 'withdraw', ticket: 128 }],
  ['进度 128', { name: 'progress', ticket: 128 }],
  ['我的', { name: 'mine', ticket: null }],
  ['附议 128', { name: 'support', ticket: 128 }],
  ['+1 128', { name: 'support', ticket: 128 }],
  ['已解决 128', { name: 'confirm', ticket: 128 }],
  ['没解决 128', { name: 'unsolved', ticket: 128 }],
  ['满意 128', { name: 'rate', ticket: 128, rating: 'satisfied' }],
  ['基本满意 128', { name: 'rate', ticket: 128, rating: 'basically' }],
  ['不满意 128 态度差', { name: 'rate', ticket: 128, rating: 'unsatisfied', text: '态度差' }],
  ['重开 128', { name: 'reopen', ticket: 128 }],
  ['报修 3号楼2单元灯坏了', { name: 'report', text: '3号楼2单元灯坏了' }],
  ['帮助', { name: 'help' }],
  ['周报', { name: 'summary', text: null }],
  ['周报 第47周', { name: 'summary', text: '第47周' }],
  ['为什么催我 128', { name: 'why', ticket: 128 }],
  ['为什么 128', { name: 'why', ticket: 128 }],
  ['/why 128', { name: 'why', ticket: 128 }],
  ['why 128', { name: 'why', ticket: 128 }],
  ['看经过 128', { name: 'history', ticket: 128 }],
  ['/history 128', { name: 'history', ticket: 128 }],
  ['/start abc', { name: 'start', text: 'abc' }],
]

describe('typed commands', () => {
  test.each(staffLines)('staff: %s', (line, wanted) => {
    expect(read(line, { audience: 'staff' })).toMatchObject({ kind: 'command', command: wanted })
  })
  test.each(residentLines)('residents: %s', (line, wanted) => {
    expect(read(line, { audience: 'residents' })).toMatchObject({ kind: 'command', command: wanted })
  })

  test.each(chatLines)('%s, under a card %s: %s', (audience, replyToTicket, line, wanted) => {
    expect(read(line, { audience: audience ?? 'residents', replyToTicket })).toMatchObject({
      kind: 'command',
      command: wanted,
    })
  })

  test.each([
    ['接单', { name: 'ack' }],
    ['收到', { name: 'ack' }],
    ['办结 已换门机', { name: 'resolve', text: '已换门机' }],
    ['今天18:00前修好', { name: 'promise', until: shanghai('2026-11-23T18:00:00') }],
    ['已换门机', { name: 'note', text: '已换门机' }],
    ['没解决', { name: 'unsolved' }],
  ])('under a card: %s', (line, wanted) => {
    expect(read(line, { audience: 'staff', replyToTicket: true })).toMatchObject({
      kind: 'command',
      command: { ticket: null, ...wanted },
    })
  })

  test.each([
    ['接单', { name: 'ack', text: null }],
    ['办结 已换灯', { name: 'resolve', text: '已换灯' }],
    ['挂起 等配件厂家 到 周五18:00', { name: 'hold', party: '配件厂家', until: friday18 }],
    ['转派 王师傅', { name: 'assign', person: '王师傅' }],
    ['督办', { name: 'supervise' }],
    ['收到', null],
    ['好的', null],
    ['修好了吗?', { name: 'note', text: '修好了吗?' }],
    ['办结了吗', { name: 'note', text: '办结了吗' }],
    ['接单了没有?', { name: 'note', text: '接单了没有?' }],
    ['到场了', { name: 'note', text: '到场了' }],
    ['受理,但没人来', { name: 'note', text: '受理,但没人来' }],
    ['还没接单', { name: 'note', text: '还没接单' }],
    ['承诺的事要做到', { name: 'note', text: '承诺的事要做到' }],
    ['师傅让我说一声,灯已经办结', { name: 'note' }],
  ] as const)('a resident under a card: %s', (line, wanted) => {
    const { command } = read(line, { audience: 'residents', replyToTicket: true })
    if (wanted === null) expect(command).toBeNull()
    else expect(command).toMatchObject({ ticket: null, ...wanted })
  })

  test.each(['谢谢', '好的', '👍', '辛苦了'])('thanks under a card are no note: %s', (line) => {
    expect(read(line, { audience: 'residents', replyToTicket: true }).command).toBeNull()
  })
})

describe('a time that is past', () => {
  const late = shanghai('2026-11-23T22:15:00')
  const lateLines: readonly (readonly [string, string | null])[] = [
    // A day or an hour of today that is named and gone stays what it is, for the answer to say so.
    ['承诺 3 今天20:00', '2026-11-23T20:00:00'],
    ['承诺 3 今晚8点前', '2026-11-23T20:00:00'],
    ['承诺 3 昨天前修好', '2026-11-22T18:00:00'],
    ['3 今天18:00前修好', '2026-11-23T18:00:00'],
    ['挂起 3 等备件 到 昨天', '2026-11-22T18:00:00'],
    ['挂起 3 等备件 到 2026-11-20', '2026-11-20T18:00:00'],
    ['挂起 3 等备件 到 上周五', '2026-11-20T18:00:00'],
    ['延期 3 等审批 到 昨天18:00', '2026-11-22T18:00:00'],
    ['督办 3 李经理 到 昨天18:00', '2026-11-22T18:00:00'],
    ['hold 3 waiting for parts until yesterday', '2026-11-22T18:00:00'],
    ['promise 3 by today 8pm', '2026-11-23T20:00:00'],
    // A bare hour is the next one; today without an hour lasts until midnight.
    ['承诺 3 9点前', '2026-11-24T09:00:00'],
    ['3 20:00前修好', '2026-11-24T20:00:00'],
    ['延期 3 等审批 到 今天', '2026-11-24T00:00:00'],
    // What is still to come goes first; what is only told is no limit.
    ['挂起 3 昨天约了厂家 到 周五18:00', '2026-11-27T18:00:00'],
    ['挂起 3 昨天问过厂家 等厂家', null],
  ]
  test.each(lateLines)('said at a quarter past ten in the evening: %s', (line, until) => {
    const { command } = read(line, { audience: 'staff', at: late })
    expect(command).not.toBeNull()
    expect(command?.until).toBe(until === null ? null : shanghai(until))
  })

  test.each(['今天8点修好的', '昨天修好'])('told under a card, it is a note: %s', (line) => {
    const { command } = read(line, { audience: 'staff', at: late, replyToTicket: true })
    expect(command).toMatchObject({ name: 'note', text: line, until: null })
  })
})

describe('everyday words are no commands', () => {
  test.each([
    '收到',
    '接单',
    '完成',
    '好了',
    '满意',
    '我的天哪',
    '催 3号楼的电梯',
    '帮助别人快乐自己',
    '恢复得不错',
    '转给大家看看',
    '收到 128',
    '我也是',
    '进度条卡住了',
    '催',
    '到了',
    '/claim 1234',
    '/bind staff',
    'staff',
  ])('in a residents chat: %s', (line) => {
    expect(read(line, { audience: 'residents' }).command).toBeNull()
  })

  test('a slash command for another bot is not ours', () => {
    expect(read('/ack@OtherBot 128')).toMatchObject({ kind: 'chat', command: null })
  })

  test.each([
    ['/akc 128', '/ack 128'],
    ['接但 128', '接单 128'],
    ['@HuyingBot /akc 128', '/ack 128'],
    ['@HuyingBot,接但 128', '接单 128'],
    ['/holld 128 等配件', '/hold 128 等配件'],
  ])('a slip is answered with the nearest command: %s', (line, suggestion) => {
    expect(read(line, { audience: 'staff' })).toMatchObject({ command: null, suggestion })
  })
})
