import type { Messages } from './catalogue.ts'
import { alarms } from './zh-cn/alarms.ts'
import { asking, history, toasts } from './zh-cn/asking.ts'
import { buttons, cards, committee, safety } from './zh-cn/cards.ts'
import { commands } from './zh-cn/commands.ts'
import { digest } from './zh-cn/digest.ts'
import { gridNotices } from './zh-cn/grid.ts'
import { hardCases } from './zh-cn/hard-cases.ts'
import { incident } from './zh-cn/incident.ts'
import { interruption, interruptionNotices } from './zh-cn/interruptions.ts'
import { notices } from './zh-cn/notices.ts'
import { refusals } from './zh-cn/refusals.ts'
import { responsibility } from './zh-cn/responsibility.ts'
import { setup } from './zh-cn/setup.ts'
import { who } from './zh-cn/who.ts'
import { why } from './zh-cn/why.ts'

export const zhCn = {
  buttons,
  cards,
  committee,
  safety,
  asking,
  history,
  notices: { ...notices, ...interruptionNotices, ...gridNotices, ...setup, ...why, ...alarms, ...who },
  refusals,
  toasts,
  commands,
  digest,
  responsibility,
  hardCases,
  interruption,
  incident,
  resent: '【重发】',
} satisfies Messages
