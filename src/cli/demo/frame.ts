import type { Language } from '../../domain/ids.ts'
import type { LocalParts } from '../../domain/time/zone.ts'
import type { ToneKind } from './tone.ts'
import type { WeekCount } from './week-count.ts'

/** What the demo itself says around people's and the bot's words. */
export interface Frame {
  readonly heading: (community: string) => readonly string[]
  readonly day: (day: LocalParts) => string
  readonly direct: (person: string) => string
  /** Between a name and what it says. */
  readonly colon: string
  readonly replying: (to: string) => string
  readonly corrects: string
  readonly opensPrivately: string
  readonly presses: (who: string, button: string) => string
  readonly picture: string
  readonly takenDown: string
  /** What it means that time alone brought this about. */
  readonly onTime: Readonly<Record<ToneKind, string>>
  readonly count: (count: WeekCount) => readonly string[]
  readonly pictures: string
}

const zhDays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const enDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const enMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const zh: Frame = {
  heading: (community) => [
    `呼应 · ${community}的一周`,
    '真的机器人、作业和数据库,对着本机的 Telegram;只有时钟是拨的。',
    '│ 卡片和回话  ┃ 提醒、超时、急事  ✎ 卡片上改了的几行  ▸ 有人按按钮  ✕ 收起',
  ],
  day: ({ weekday, month, day }) => `${zhDays[weekday - 1]} ${month}月${day}日`,
  direct: (person) => `私聊 ${person}`,
  colon: ':',
  replying: (to) => `(回复 ${to})`,
  corrects: '改了上一条',
  opensPrivately: '点开和机器人的私聊',
  presses: (who, button) => `${who} 按下 [${button}]`,
  picture: '(周报图)',
  takenDown: '收起',
  onTime: {
    reminder: '时间到了,先提醒经手的人',
    overdue: '超时了,点名请经理',
    committee: '还没办好,报到社区党委',
    danger: '急事',
    summary: '周一九点,各群一份周报',
  },
  count: (n) => [
    `工单 ${n.tickets} 件 · 大家说了 ${n.said} 句、按了 ${n.pressed} 次 · 机器人发 ${n.posted} 条、改卡片 ${n.changed} 次`,
    `提醒 ${n.reminders} 次 · 超时和重办点名 ${n.overdue} 次 · 报社区党委 ${n.committee} 次`,
  ],
  pictures: '周报图:',
}

const en: Frame = {
  heading: (community) => [
    `Huying · a week in ${community}`,
    'The real bot, jobs and database against a local Telegram; only the clock is driven.',
    '│ cards and answers  ┃ reminders, overdue, danger  ✎ changed lines of a card  ▸ a press  ✕ taken down',
  ],
  day: ({ weekday, month, day }) => `${enDays[weekday - 1]} ${day} ${enMonths[month - 1]}`,
  direct: (person) => `in private: ${person}`,
  colon: ': ',
  replying: (to) => ` (replying to ${to})`,
  corrects: 'corrects that',
  opensPrivately: 'opens the private chat with the bot',
  presses: (who, button) => `${who} presses [${button}]`,
  picture: '(summary picture)',
  takenDown: 'taken down',
  onTime: {
    reminder: 'Time is up or nearly so: whoever has it is reminded',
    overdue: 'Overdue: the manager is named',
    committee: 'Still not done: it goes up to the committee',
    danger: 'Danger',
    summary: 'Monday at nine: a summary for each group',
  },
  count: (n) => [
    `${n.tickets} tickets · people said ${n.said} things and pressed ${n.pressed} times · the bot wrote ${n.posted} messages and edited cards ${n.changed} times`,
    `${n.reminders} reminders · the manager named ${n.overdue} times · the committee called ${n.committee} times`,
  ],
  pictures: 'Summary pictures:',
}

/** The frame in a language. */
export const frames: Readonly<Record<Language, Frame>> = { 'zh-CN': zh, en }
