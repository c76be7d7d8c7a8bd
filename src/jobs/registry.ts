import { type JobsOptions, UnrecoverableError } from 'bullmq'

/** What a job carries: one id, nothing else. The row behind it says what to do, and whether it is still to be done. */
export interface JobPayloads {
  /** A row of the outbox: send what is due to its chat. */
  readonly deliver: { readonly outboxId: number }
  /** A row of the due table: do what time asks. */
  readonly wake: { readonly dueId: number }
  /** A community whose weekly hour has come. */
  readonly summary: { readonly communityId: number }
}

export type JobName = keyof JobPayloads

/** A job is safe to run twice, and to lose: the sweep does what a lost job would have done. */
export type JobHandlers = { readonly [N in JobName]: (id: number) => Promise<void> }

export interface JobSpec {
  /** The key of the id in the payload. */
  readonly carries: string
  readonly concurrency: number
  readonly options: JobsOptions
}

/** Finished jobs go at once, so that their id may be used again; failed ones stay for a look. */
const kept = { removeOnComplete: true, removeOnFail: { count: 1000, age: 7 * 86_400 } } as const

/** Every job of the product, once. Each has a queue of its own name; few attempts, for the sweep is the last resort. */
export const registry = {
  deliver: {
    carries: 'outboxId',
    concurrency: 16,
    options: { ...kept, attempts: 3, backoff: { type: 'exponential', delay: 1000 } },
  },
  wake: {
    carries: 'dueId',
    concurrency: 4,
    options: { ...kept, attempts: 5, backoff: { type: 'exponential', delay: 1000 } },
  },
  summary: {
    carries: 'communityId',
    concurrency: 1,
    options: { ...kept, attempts: 5, backoff: { type: 'exponential', delay: 5000 } },
  },
} as const satisfies Record<JobName, JobSpec>

export const jobNames = Object.keys(registry) as readonly JobName[]

/** The payload of a job. */
export function payloadOf(name: JobName, id: number): Readonly<Record<string, number>> {
  return { [registry[name].carries]: id }
}

/** Throws, naming them, when jobs have no handler: a start with a hole in it must not happen. */
export function assertHandlers(handlers: Partial<JobHandlers>): asserts handlers is JobHandlers {
  const missing = jobNames.filter((name) => typeof handlers[name] !== 'function')
  if (missing.length > 0) throw new Error(`no handler for the job ${missing.join(', ')}`)
}

/**
 * Runs one job of the queue `queue`. A job with an unknown name or payload (a newer version beside this one) is parked:
 * failed at once with the reason and kept, never dropped and never retried.
 */
export async function runJob(
  queue: JobName,
  handlers: JobHandlers,
  job: { readonly name: string; readonly data: unknown },
): Promise<void> {
  if (job.name !== queue) throw new UnrecoverableError(`parked: unknown job "${job.name.slice(0, 60)}"`)
  const id = idIn(job.data, registry[queue].carries)
  if (id === null) throw new UnrecoverableError(`parked: job "${queue}" without ${registry[queue].carries}`)
  await handlers[queue](id)
}

function idIn(data: unknown, key: string): number | null {
  if (typeof data !== 'object' || data === null) return null
  const id: unknown = Reflect.get(data, key)
  return typeof id === 'number' && Number.isSafeInteger(id) ? id : null
}
