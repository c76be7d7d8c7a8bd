import type { BackendClasses, IQueueBackend } from 'bullmq'
import type { Log } from '../app/log.ts'
import type { AlarmKind } from '../domain/post/alarm.ts'
import type { QueueHealth, Queues, Stalls } from './queues-port.ts'
import { type JobHandlers, type JobName, jobNames, payloadOf, registry, runJob } from './registry.ts'
import { within } from './within.ts'

const usualStalls: Stalls = { lockMs: 60_000, lookEveryMs: 30_000 }

interface Opening<B extends IQueueBackend, C> {
  readonly backend: QueueHealth['backend']
  readonly classes: BackendClasses<B, C>
  readonly produce: C
  readonly work: C
  readonly prefix: string
  readonly log: Log
  readonly alarm?: ((of: AlarmKind) => void) | undefined
  readonly stalls?: Stalls | undefined
  readonly warning: () => Promise<string | null>
  readonly end: () => Promise<void>
}

const ADD_LIMIT_MS = 3000
/** After a failure nobody waits for the queue again until this has passed. */
const REST_MS = 2000

/** Opens one queue for each job over any backend. */
export function openQueues<B extends IQueueBackend, C>(opening: Opening<B, C>): Queues {
  const { classes, prefix, log, alarm = () => {}, stalls = usualStalls } = opening
  const counters = { failed: 0, stalled: 0, errors: 0 }
  let error: string | null = null
  let warning: string | null = null
  let restUntil = 0
  let logged = { message: '', at: 0 }
  let handlers: JobHandlers | null = null
  let closing = false

  function report(fault: Error): void {
    counters.errors += 1
    const message = fault.message.slice(0, 200)
    if (closing || (message === logged.message && performance.now() - logged.at < 30_000)) return
    logged = { message, at: performance.now() }
    log.warn({ backend: opening.backend, error: message }, 'queue fault')
  }

  /** BullMQ never opens again what failed while opening: `dead` says that it must be replaced. */
  function openQueue(name: JobName) {
    const queue = new classes.Queue<object, void, string>(`${prefix}-${name}`, {
      connection: opening.produce,
      defaultJobOptions: registry[name].options,
    })
    const part = { name, queue, dead: false }
    queue.on('error', report)
    queue.waitUntilReady().catch((fault: Error) => {
      part.dead = true
      report(fault)
    })
    return part
  }

  /** BullMQ asks for the next job again at once after a fault, thousands of times while a database refuses. */
  class RestingWorker extends classes.Worker<object, void> {
    protected override async moveToActive(token: string, name?: string) {
      try {
        return await super.moveToActive(token, name)
      } catch (fault) {
        if (!closing) await this.delay(REST_MS)
        throw fault
      }
    }
  }

  function openWorker(name: JobName, served: JobHandlers) {
    const worker = new RestingWorker(`${prefix}-${name}`, (job) => runJob(name, served, job), {
      connection: opening.work,
      concurrency: registry[name].concurrency,
      lockDuration: stalls.lockMs,
      stalledInterval: stalls.lookEveryMs,
      maxStalledCount: 2,
      runRetryDelay: 2000,
    })
    const part = { name, worker, dead: false }
    worker.on('error', report)
    worker.on('stalled', () => {
      counters.stalled += 1
    })
    worker.on('failed', (job, fault) => {
      counters.failed += 1
      const last = !job || job.attemptsMade >= (job.opts.attempts ?? 1) || fault.name === 'UnrecoverableError'
      const facts = { job: name, jobId: job?.id, attempts: job?.attemptsMade, error: fault.message.slice(0, 200) }
      if (!last) return log.warn(facts, 'job failed')
      log.error(facts, 'job failed for good, its row is left to the sweep')
      if (/stalled/.test(fault.message)) alarm('job-given-up')
    })
    worker.waitUntilReady().catch((fault: Error) => {
      part.dead = true
      report(fault)
    })
    return part
  }

  let queues = jobNames.map(openQueue)
  let workers: ReturnType<typeof openWorker>[] = []

  const queueOf = (name: JobName) => {
    const part = queues.find((one) => one.name === name)
    if (!part) throw new Error(`no queue for the job ${name}`)
    return part.queue
  }

  async function limited<T>(work: () => Promise<T>): Promise<T> {
    if (performance.now() < restUntil) throw new Error(error ?? 'queue is down')
    try {
      const value = await within(ADD_LIMIT_MS, work())
      if (error !== null) log.info({ backend: opening.backend }, 'queue is back')
      error = null
      return value
    } catch (fault) {
      const reason = (fault instanceof Error ? fault.message : String(fault)).slice(0, 200)
      if (error === null && !closing)
        log.error({ backend: opening.backend, error: reason }, 'queue is down, going on without')
      error = reason
      restUntil = performance.now() + REST_MS
      throw fault
    }
  }

  return {
    add(name, jobs) {
      const bulk = jobs.map(({ id, key, priority = 0, delayMs = 0 }) => ({
        name,
        data: payloadOf(name, id),
        opts: { ...registry[name].options, jobId: `${name}-${key}`, priority, delay: Math.max(0, Math.ceil(delayMs)) },
      }))
      return limited(async () => {
        await queueOf(name).addBulk(bulk)
      })
    },
    schedule(key, pattern, timezone, name, id) {
      const template = { name, data: payloadOf(name, id), opts: registry[name].options }
      return limited(async () => {
        await queueOf(name).upsertJobScheduler(key, { pattern, tz: timezone }, template)
      })
    },
    unschedule: (key, name) =>
      limited(async () => {
        await queueOf(name).removeJobScheduler(key)
      }),
    scheduled: (name) => limited(() => queueOf(name).getJobSchedulersCount()),
    work(served) {
      handlers = served
      workers = jobNames.map((name) => openWorker(name, served))
    },
    waiting: () =>
      limited(async () => {
        const counts = await Promise.all(
          queues.map(({ queue }) => queue.getJobCountByTypes('wait', 'active', 'prioritized')),
        )
        return counts.reduce((sum, count) => sum + count, 0)
      }),
    delayed: (name) => limited(() => queueOf(name).getDelayedCount()),
    counts: () =>
      limited(() =>
        Promise.all(
          queues.map(async ({ name, queue }) => {
            const found = await queue.getJobCounts('wait', 'active', 'prioritized', 'delayed', 'failed')
            const { wait = 0, active = 0, prioritized = 0, delayed = 0, failed = 0 } = found
            return { name, waiting: wait + active + prioritized, delayed, failed }
          }),
        ),
      ),
    async heal() {
      if (closing) return
      queues = queues.map((part) => {
        if (!part.dead) return part
        part.queue.close().catch(report)
        return openQueue(part.name)
      })
      const served = handlers
      if (served) {
        workers = workers.map((part) => {
          if (!part.dead && part.worker.isRunning()) return part
          part.worker.close(true).catch(report)
          return openWorker(part.name, served)
        })
      }
      try {
        await limited(() => Promise.all(queues.map(({ queue }) => queue.getWaitingCount())))
        const found = await within(ADD_LIMIT_MS, opening.warning())
        if (found !== null && found !== warning) {
          log.error({ backend: opening.backend }, found)
          alarm('queue-may-forget')
        }
        warning = found
      } catch (fault) {
        report(fault instanceof Error ? fault : new Error(String(fault)))
      }
    },
    health: () => ({ ok: error === null, backend: opening.backend, error, warning }),
    counters,
    report,
    async close(graceMs) {
      if (closing) return
      closing = true
      const quietly = (work: Promise<unknown>) => work.catch(report)
      // Workers of a queue that is down wait for it for ever: they are not asked to finish.
      await limited(() => queueOf('wake').getWaitingCount()).catch(() => {})
      const down = error !== null
      const finished = Promise.all(workers.map(({ worker }) => quietly(worker.close(down))))
      await within(graceMs, finished).catch(report)
      await within(ADD_LIMIT_MS, Promise.all(queues.map(({ queue }) => quietly(queue.close())))).catch(report)
      await within(ADD_LIMIT_MS, opening.end()).catch(report)
    },
  }
}
