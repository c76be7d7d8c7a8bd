import type { Messages } from './catalogue.ts'
import { alarms } from './en/alarms.ts'
import { asking, history, toasts } from './en/asking.ts'
import { buttons, cards, committee, safety } from './en/cards.ts'
import { commands } from './en/commands.ts'
import { digest } from './en/digest.ts'
import { gridNotices } from './en/grid.ts'
import { hardCases } from './en/hard-cases.ts'
import { incident } from './en/incident.ts'
import { interruption, interruptionNotices } from './en/interruptions.ts'
import { notices } from './en/notices.ts'
import { refusals } from './en/refusals.ts'
import { responsibility } from './en/responsibility.ts'
import { setup } from './en/setup.ts'
import { who } from './en/who.ts'
import { why } from './en/why.ts'

export const en = {
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
  resent: '[Sent again] ',
} satisfies Messages
