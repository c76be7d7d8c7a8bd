import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Figures read when the page is asked for; each is one cheap query or a number in memory. */
export interface MetricSources {
  inbox(): Promise<{ readonly pending: number; readonly parked: number }>
  outbox(): Promise<Readonly<Record<string, number>>>
  /** How late the most overdue clock is, in ms. */
  dueLagMs(): Promise<number>
  queueUp(): boolean
}

export interface Metrics {
  readonly registry: Registry
  /** Outcomes of requests to Telegram, by method kind and outcome. */
  readonly telegram: Counter<'call' | 'outcome'>
  /** Wishes for a second opinion, by what became of them. */
  readonly opinions: Counter<'outcome'>
  /** Doubtful lines that an answer made a report or chat of. */
  readonly opinionMoves: Counter<'to'>
  /** From question to answer or failure; those that were not asked are not in it. */
  readonly opinionSeconds: Histogram
}

/** The Prometheus registry: process figures, queues, and how far behind the bot is. No names, texts or ids as labels. */
export function createMetrics(sources: MetricSources): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'huying_' })
  const registers = [registry]
  new Gauge({
    name: 'huying_inbox_updates',
    help: 'Updates waiting in the inbox, by state',
    labelNames: ['state'],
    registers,
    async collect() {
      const { pending, parked } = await sources.inbox()
      this.set({ state: 'pending' }, pending)
      this.set({ state: 'parked' }, parked)
    },
  })
  new Gauge({
    name: 'huying_outbox_messages',
    help: 'Messages in the outbox, by status',
    labelNames: ['status'],
    registers,
    async collect() {
      for (const [status, count] of Object.entries(await sources.outbox())) this.set({ status }, count)
    },
  })
  new Gauge({
    name: 'huying_due_lag_seconds',
    help: 'How late the most overdue clock is',
    registers,
    async collect() {
      this.set((await sources.dueLagMs()) / 1000)
    },
  })
  new Gauge({
    name: 'huying_queue_up',
    help: '1 while the job queue answers; 0 means that the sweep delivers alone',
    registers,
    collect() {
      this.set(sources.queueUp() ? 1 : 0)
    },
  })
  const telegram = new Counter({
    name: 'huying_telegram_requests_total',
    help: 'Requests to Telegram by call and outcome',
    labelNames: ['call', 'outcome'],
    registers,
  })
  const opinions = new Counter({
    name: 'huying_second_opinions_total',
    help: 'Second opinions on doubtful lines: report, chat, why there was none, or why nobody was asked',
    labelNames: ['outcome'],
    registers,
  })
  const opinionMoves = new Counter({
    name: 'huying_second_opinion_moves_total',
    help: 'Doubtful lines that a second opinion decided, by what it made of them',
    labelNames: ['to'],
    registers,
  })
  const opinionSeconds = new Histogram({
    name: 'huying_second_opinion_seconds',
    help: 'How long a second opinion took, failures included',
    buckets: [0.1, 0.25, 0.5, 1, 2, 3],
    registers,
  })
  return { registry, telegram, opinions, opinionMoves, opinionSeconds }
}
