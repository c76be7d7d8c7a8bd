import type { CommandName, Rating } from '../meaning.ts'

/** Who may be meant to say a word: in a residents' chat a staff word needs its ticket number beside it. */
export type CommandSide = 'residents' | 'staff' | 'any'

export interface CommandWord {
  readonly name: CommandName
  readonly side: CommandSide
  readonly rating: Rating | null
  /** Said in daily talk as well: counts only with a ticket number or in reply to a card. */
  readonly everyday: boolean
  /** Complete without a ticket. */
  readonly alone: boolean
}

type Row = readonly [
  name: CommandName,
  side: CommandSide,
  kind: 'plain' | 'everyday' | 'alone',
  words: string,
  rating?: Rating,
]

const rows: readonly Row[] = [
  ['ack', 'staff', 'plain', '接单 受理 ack /ack /accept /take'],
  ['ack', 'staff', 'everyday', '收到 我来 接 马上来 马上到 接了 on_it got_it accept take'],
  ['arrive', 'staff', 'plain', '到场 已到场 到场了 /arrive /arrived /onsite'],
  [
    'arrive',
    'staff',
    'everyday',
    '到了 已到 我到了 到现场 到现场了 已到现场 人到了 arrive arrived on_site onsite here',
  ],
  ['resolve', 'staff', 'plain', '办结 结单 /resolve /done /fix /fixed /finish'],
  [
    'resolve',
    'staff',
    'everyday',
    '完成 修好了 修好 搞定 搞定了 完工 处理完 处理好了 已修好 已处理 弄好了 done resolve resolved fixed finish finished',
  ],
  ['hold', 'staff', 'plain', '挂起 暂停处理 /hold /pause'],
  ['hold', 'staff', 'everyday', 'hold pause'],
  ['unhold', 'staff', 'plain', '取消挂起 解除挂起 解挂 unhold /unhold /resume'],
  ['unhold', 'staff', 'everyday', '恢复 恢复处理 继续 resume'],
  ['assign', 'staff', 'plain', '转派 改派 派单 指派 转单 /assign /transfer'],
  ['handover', 'staff', 'plain', '移交 转交 /handover /hand_over'],
  ['handover', 'staff', 'everyday', 'hand_over handover'],
  ['assign', 'staff', 'everyday', '转给 派给 交给 转 assign transfer'],
  ['promise', 'staff', 'plain', '承诺 /promise'],
  ['promise', 'staff', 'everyday', '预计 答应 promise eta'],
  ['note', 'any', 'plain', '备注 /note /comment'],
  ['note', 'any', 'everyday', '补充 记录 说明 note comment'],
  ['reject', 'staff', 'plain', '驳回 不受理 不予受理 /reject /decline'],
  ['reject', 'staff', 'everyday', '退回 reject decline'],
  ['reopen', 'any', 'plain', '重开 重办 重新打开 /reopen'],
  ['reopen', 'any', 'everyday', '返工 reopen'],
  ['merge', 'staff', 'plain', '合并 并单 /merge'],
  ['merge', 'staff', 'everyday', 'merge'],
  ['split', 'staff', 'plain', '拆开 拆单 取消合并 /split'],
  ['urge', 'residents', 'plain', '催办 催单 /urge /nudge'],
  ['urge', 'residents', 'everyday', '催 催一下 催催 催一催 再催 再催一下 加急 urge nudge chase'],
  ['withdraw', 'residents', 'plain', '撤回 撤单 撤销 /withdraw /cancel'],
  ['withdraw', 'residents', 'everyday', '不用了 不用来了 不用修了 取消 不是报修 withdraw cancel never_mind'],
  ['progress', 'any', 'plain', '查进度 查单 查询进度 /progress /status /show'],
  ['progress', 'any', 'everyday', '进度 进展 怎么样了 到哪了 状态 progress status show'],
  ['mine', 'any', 'alone', '我的 我的工单 我的报修 我报的 /mine /my'],
  ['support', 'residents', 'plain', '附议 /support /metoo'],
  ['support', 'residents', 'everyday', '+1 我家也是 我也是 我家也 me_too support same_here'],
  ['supervise', 'staff', 'plain', '督办 /supervise'],
  ['supervise', 'staff', 'everyday', 'supervise'],
  ['extend', 'staff', 'plain', '延期 展期 /extend'],
  ['extend', 'staff', 'everyday', 'extend'],
  ['sendback', 'staff', 'plain', '退回物业 /sendback /send_back'],
  ['sendback', 'staff', 'everyday', 'send_back sendback'],
  ['categorise', 'staff', 'plain', '改类 改类别 改分类 /category /recategorise /recategorize'],
  ['categorise', 'staff', 'everyday', '类别 分类 category recategorise recategorize'],
  ['unsolved', 'residents', 'plain', '/unsolved /notsolved'],
  [
    'unsolved',
    'residents',
    'everyday',
    '没解决 未解决 还没解决 没修好 还没修好 没有解决 没弄好 没好 根本没修 又坏了 又漏了 还漏 还在漏 not_solved unsolved not_fixed still_broken leaking_again still_leaking',
  ],
  ['confirm', 'residents', 'plain', '确认解决 /confirm /solved'],
  [
    'confirm',
    'residents',
    'everyday',
    '已解决 解决了 确认 好了 已经好了 没漏了 不漏了 没再漏 confirm solved yes_fixed',
  ],
  [
    'rate',
    'residents',
    'everyday',
    '不满意 很不满意 不太满意 非常不满意 unsatisfied not_satisfied dissatisfied',
    'unsatisfied',
  ],
  ['rate', 'residents', 'everyday', '基本满意 还行 还可以 一般 basically_satisfied mostly_satisfied', 'basically'],
  ['rate', 'residents', 'everyday', '满意 很满意 非常满意 挺满意 satisfied very_satisfied', 'satisfied'],
  ['rate', 'residents', 'plain', '评价 /rate'],
  ['report', 'any', 'plain', '报修 /report /new /baoxiu'],
  ['help', 'any', 'alone', '帮助 使用帮助 怎么用 使用说明 /help help'],
  [
    'summary',
    'any',
    'alone',
    '周报 本周周报 上周周报 月报 本月月报 上月月报 季报 本季季报 上季季报 /summary /weekly /week /month /quarter',
  ],
  ['summary', 'any', 'everyday', 'summary weekly'],
  ['why', 'any', 'alone', '为什么催我 为啥催我 why_me /why'],
  ['why', 'any', 'everyday', '为什么 为啥 why'],
  ['who', 'any', 'alone', '/who'],
  ['who', 'any', 'everyday', '谁负责 该谁管 谁管 归谁管 谁来管 由谁负责 who_is_responsible whose_job'],
  ['history', 'staff', 'plain', '看经过 /history /log'],
  ['history', 'staff', 'everyday', '经过 history'],
  ['list', 'staff', 'alone', '待办 工单列表 列表 未结 /list /open /todo'],
  ['list', 'staff', 'everyday', 'list todo'],
  ['overdue', 'staff', 'alone', '超时 超时工单 超时列表 看超时 /overdue /late'],
  ['overdue', 'staff', 'everyday', 'overdue'],
  ['duty', 'staff', 'alone', '值班 谁值班 今天谁值班 现在谁值班 /duty on_duty'],
  ['roster', 'staff', 'alone', '值班表 排班表 /roster'],
  ['dutycal', 'staff', 'alone', '值班日历 /dutycal'],
  ['swap', 'staff', 'alone', '换班 /swap'],
  ['notice', 'any', 'alone', '停水通知 停电通知 停水停电 停水停电通知 /notice /notices'],
  ['notice', 'staff', 'plain', '发通知'],
  ['grid', 'any', 'alone', '我的网格 网格 /grid'],
  ['visit', 'any', 'plain', '走访 走访记录 /visit'],
  ['start', 'any', 'alone', '/start'],
]

/** Every command word in lower case; a blank inside an English phrase is a plain blank. */
export const commandWords: ReadonlyMap<string, CommandWord> = new Map(
  rows.flatMap(([name, side, kind, words, rating]) =>
    words.split(' ').map((word): [string, CommandWord] => [
      // A slash word keeps its underscore: Telegram has no blanks there.
      word.startsWith('/') ? word : word.replaceAll('_', ' '),
      { name, side, rating: rating ?? null, everyday: kind === 'everyday', alone: kind === 'alone' },
    ]),
  ),
)
