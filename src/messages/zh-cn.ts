import type { Messages } from './catalogue.ts'
import { asking, history, toasts } from './zh-cn/asking.ts'
import { buttons, cards, committee, safety } from './zh-cn/cards.ts'
import { commands } from './zh-cn/commands.ts'
import { digest } from './zh-cn/digest.ts'
import { notices } from './zh-cn/notices.ts'
import { refusals } from './zh-cn/refusals.ts'
import { setup } from './zh-cn/setup.ts'
import { why } from './zh-cn/why.ts'

export const zhCn = {
  buttons,
  cards,
  committee,
  safety,
  asking,
  history,
  notices: { ...notices, ...setup, ...why },
  refusals,
  toasts,
  commands,
  digest,
  resent: '【重发】',
} satisfies Messages
