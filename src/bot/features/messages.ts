import { Composer } from 'telegraf'
import type { App, BotIdentity } from '../../app/app.ts'
import { type BotContext, wireUpdate } from '../bot-context.ts'
import { toMessage } from '../to-incoming.ts'

/** Messages and edits. What is none of ours goes on to the next feature. */
export function messages(app: Pick<App, 'receiveMessage'>, bot: BotIdentity): Composer<BotContext> {
  const feature = new Composer<BotContext>()
  feature.on(['message', 'edited_message'], async (context, next) => {
    const { inboxId, receivedAt } = context.state.row
    const message = toMessage(wireUpdate(context), bot, inboxId, receivedAt)
    if (message === null) return next()
    await app.receiveMessage(message)
  })
  return feature
}
