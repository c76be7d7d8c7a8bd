import { connectQueues } from '../../src/jobs/connection.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { type BotParts, KillableBot, prepareBot } from './killable-bot.ts'
import { waitFor } from './wait-for.ts'

/** A killable bot over a test database, into which one can look. */
export class KillableWorld extends KillableBot {
  readonly database: TestDatabase

  private constructor(parts: BotParts, database: TestDatabase) {
    super({ ...parts, env: { ...parts.env, DATABASE_URL: database.url } })
    this.database = database
  }

  static override async open(): Promise<KillableWorld> {
    return new KillableWorld(await prepareBot(), await createTestDatabase())
  }

  /** Resolves when nothing is left to be taken in, done or sent; asked in the order in which things flow. */
  async settled(): Promise<void> {
    const { inbox, due, deliveries } = this.database.store
    await waitFor('everything at rest', async () => {
      if (this.telegram.pendingUpdates().length > 0) return false
      if ((await inbox.counts()).pending > 0) return false
      if ((await due.upTo(Date.now(), 1)).length > 0) return false
      const { pending, sending } = await deliveries.counts()
      return pending + sending === 0
    })
  }

  /** How far things have come, as the database and Telegram see it. */
  async traces() {
    const { sql } = this.database
    // What the dead process asked last may still be under way in the server.
    await waitFor('nobody at work in the database', async () => {
      const others = await sql`
        select from pg_stat_activity
        where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`
      return others.length === 0
    })
    const [found] = await sql<{ inbox: string[]; tickets: number; outbox: string[]; handedOver: number }[]>`
      select
        (select coalesce(json_agg(status order by id), '[]') from inbox) as inbox,
        (select count(*) from ticket) as tickets,
        (select coalesce(json_agg(status order by id), '[]') from outbox) as outbox,
        (select count(*) from outbox where queued_at is not null) as handed_over`
    if (!found) throw new Error('no answer')
    return { unconfirmed: this.telegram.pendingUpdates().length, ...found }
  }

  /** Jobs that BullMQ holds ready or believes to be at work. */
  async jobs(): Promise<number> {
    const queues = await connectQueues({
      databaseUrl: this.database.url,
      redisUrl: process.env.REDIS_URL,
      prefix: `huying-${this.telegram.bot.user.id}`,
      log: { info() {}, warn() {}, error() {} },
    })
    try {
      return await queues.waiting()
    } finally {
      await queues.close(1000)
    }
  }

  override async close(): Promise<void> {
    await super.close()
    await this.database.drop()
  }
}
