import { Composer } from 'telegraf'
import type { App } from '../../app/app.ts'
import type { BotContext } from '../bot-context.ts'
import { toStanding } from '../to-incoming.ts'

/** The bot added, promoted, muted, thrown out. Other members' comings and goings change nothing: roles are ours. */
export function membership(app: Pick<App, 'botStandingChanged'>): Composer<BotContext> {
  const feature = new Composer<BotContext>()
  feature.on('my_chat_member', async (context, next) => {
    const change = toStanding(context.update.my_chat_member, context.state.row.inboxId)
    if (change === null) return next()
    await app.botStandingChanged(change)
  })
  return feature
}
