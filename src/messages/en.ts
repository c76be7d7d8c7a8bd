import type { Messages } from './catalogue.ts'
import { asking, history, toasts } from './en/asking.ts'
import { buttons, cards, committee, safety } from './en/cards.ts'
import { commands } from './en/commands.ts'
import { digest } from './en/digest.ts'
import { notices } from './en/notices.ts'
import { refusals } from './en/refusals.ts'
import { setup } from './en/setup.ts'
import { why } from './en/why.ts'

export const en = {
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
  resent: '[Sent again] ',
} satisfies Messages
