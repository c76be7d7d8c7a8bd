import { Composer } from 'telegraf'
import type { App } from '../../app/app.ts'
import { type BotContext, wireUpdate } from '../bot-context.ts'
import { toMigration } from '../to-incoming.ts'

/** A group becoming a supergroup: told twice, once in each chat, in either order. */
export function migration(app: Pick<App, 'groupMigrated'>): Composer<BotContext> {
  const feature = new Composer<BotContext>()
  feature.on('message', async (context, next) => {
    const change = toMigration(wireUpdate(context), context.state.row.inboxId)
    if (change === null) return next()
    await app.groupMigrated(change)
  })
  return feature
}
