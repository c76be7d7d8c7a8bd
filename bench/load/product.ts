import { machineClock } from '../../src/clocks.ts'
import { publishedDays } from '../../src/domain/time/china-days.ts'
import { startHuying } from '../../src/huying.ts'
import { openStore } from '../../src/open-store.ts'
import type { BotSettings } from './load.ts'

/** The whole product in a process of its own, as `npm start` runs it. */
const { apiRoot, token, databaseUrl, redisUrl, limits, prefix } = JSON.parse(process.argv[2] ?? '{}') as BotSettings
const complain = (facts: object, message: string) => console.error(`product: ${message} ${JSON.stringify(facts)}`)
const log = { info: () => {}, warn: complain, error: complain }
const opened = await openStore({ databaseUrl, dataDir: '', chinaDays: publishedDays, log })
await startHuying({
  opened,
  botToken: token,
  telegramApiRoot: apiRoot,
  webhook: null,
  redisUrl,
  queuePrefix: prefix,
  ownerIds: [],
  clock: machineClock,
  log,
  // A Bot API server that sets no limits: what is measured is the product's own speed.
  ...(!limits && {
    limiter: { ask: () => ({ go: true as const, answered() {}, refund() {} }), blockChat() {}, slowDown() {} },
  }),
  onUnauthorized: () => process.exit(1),
})
let rssMb = 0
setInterval(() => {
  rssMb = Math.max(rssMb, process.memoryUsage().rss / 1024 / 1024)
}, 100)
process.on('message', () => process.send?.({ rssMb }))
process.send?.({})
