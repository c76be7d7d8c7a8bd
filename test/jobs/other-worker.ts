import { createApp } from '../../src/app/create-app.ts'
import { connectDatabase } from '../../src/db/connect.ts'
import { createStore } from '../../src/db/store.ts'
import { randomIds } from '../../src/ids.ts'
import { connectQueues } from '../../src/jobs/connection.ts'
import { createJobs } from '../../src/jobs/create-jobs.ts'
import { scriptedCourier } from './scripted-courier.ts'

/**
 * A second process on the same rows and queues. With `die` it is killed as soon as it takes a job; with `serve` it works as
 * any other and says a line for each message it sends and each lock that ran out.
 */
const [mode = '', databaseUrl = '', prefix = '', redisUrl = ''] = process.argv.slice(2)
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const log = { info() {}, warn() {}, error() {} }
const queues = await connectQueues({
  databaseUrl,
  prefix,
  ...(redisUrl !== '' && { redisUrl }),
  log,
  stalls: { lockMs: 1000, lookEveryMs: 300 },
})
if (mode === 'die') {
  const die = async () => void process.kill(process.pid, 'SIGKILL')
  queues.work({ deliver: die, wake: die, summary: die })
} else {
  const store = createStore(connectDatabase(databaseUrl))
  const clock = { now: () => Date.UTC(2026, 10, 23, 4) }
  const bot = () => ({ id: 1, username: 'huying_bot', canReadAll: true })
  const app = createApp({ store, clock, ids: randomIds, bot, chatMember: async () => 'none' })
  const { courier } = scriptedCourier()
  const jobs = createJobs({
    ...{ queues, store, deliveries: store.deliveries, due: store.due, app, clock, log },
    courier: {
      ...courier,
      send(to, message) {
        say('sent')
        return courier.send(to, message)
      },
    },
    render: () => ({ html: '.', keyboard: [], forceReply: null }),
    drawSummary: async () => new Uint8Array([1]),
    summaryFiles: async () => [],
    onUnauthorized() {},
    sweepEveryMs: null,
  })
  await jobs.start()
  let told = 0
  setInterval(() => {
    for (; told < queues.counters.stalled; told += 1) say('stalled')
  }, 50)
}
say('ready')
