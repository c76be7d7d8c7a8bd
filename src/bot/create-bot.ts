import { Telegraf, type Telegram } from 'telegraf'
import type { Update } from 'telegraf/types'
import type { App, BotIdentity } from '../app/app.ts'
import type { Log } from '../app/log.ts'
import type { InboxRow } from '../app/ports-of-delivery.ts'
import type { BotContext, UpdateState } from './bot-context.ts'
import { buttons } from './features/buttons.ts'
import { membership } from './features/membership.ts'
import { messages } from './features/messages.ts'
import { migration } from './features/migration.ts'

export interface BotDeps {
  readonly telegram: Telegram
  readonly app: Pick<App, 'receiveMessage' | 'pressButton' | 'botStandingChanged' | 'groupMigrated'>
  readonly identity: BotIdentity
  readonly log: Log
}

/** Handles one inbox row. `settled`: a use case took it and settled the row. Throws what the use case throws. */
export type Handle = (row: InboxRow) => Promise<'settled' | 'of-no-interest'>

/**
 * Composes the features over telegraf. Its own intake is not used: no polling, no webhook, and what usually hides a
 * failure (the handler time-out, `bot.catch`) is taken out, so that a failed update is seen to have failed.
 */
export function createBot({ telegram, app, identity, log }: BotDeps): Handle {
  const bot = new Telegraf<BotContext>(telegram.token, {
    telegram: telegram.options,
    handlerTimeout: Number.POSITIVE_INFINITY,
  })
  bot.botInfo = {
    id: identity.id,
    is_bot: true,
    first_name: identity.username,
    username: identity.username,
    can_join_groups: true,
    can_read_all_group_messages: identity.canReadAll,
    supports_inline_queries: false,
  }
  bot.catch((error) => {
    throw error
  })

  // telegraf makes a context of its own for each update: its row is found again by the update itself.
  const states = new WeakMap<object, UpdateState>()
  bot.use((context, next) => {
    const state = states.get(context.update)
    if (state === undefined) throw new Error('an update that did not come from the inbox')
    Object.assign(context.state, { row: state })
    return next()
  })
  bot.use(migration(app), messages(app, identity), buttons(app, telegram, log), membership(app))
  // Unhandled, last: nobody took it.
  bot.use((context) => {
    context.state.row.taken = false
  })

  return async (row) => {
    // A copy, so that one payload handed in twice has two states; telegraf's type for what Telegram sent.
    const update = { ...(row.payload as Update) }
    const state: UpdateState = { inboxId: row.id, receivedAt: row.receivedAt, taken: true }
    states.set(update, state)
    await bot.handleUpdate(update)
    return state.taken ? 'settled' : 'of-no-interest'
  }
}
