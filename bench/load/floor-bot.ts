import postgres from 'postgres'
import { Telegraf } from 'telegraf'
import type { BotSettings } from './load.ts'

/** The floor: a bare telegraf bot that polls, writes one row an update and answers once. */
const { apiRoot, token, databaseUrl } = JSON.parse(process.argv[2] ?? '{}') as BotSettings
const sql = postgres(databaseUrl)
await sql`create table if not exists floor_update (id bigint primary key, payload jsonb not null)`
const bot = new Telegraf(token, { telegram: { apiRoot } })
bot.on('message', async (context) => {
  await sql`insert into floor_update (id, payload) values (${context.update.update_id}, ${sql.json(JSON.parse(JSON.stringify(context.update)))})`
  await context.reply('收到')
})
void bot.launch()
process.on('message', () => process.send?.({ rssMb: process.memoryUsage().rss / 1024 / 1024 }))
process.send?.({})
