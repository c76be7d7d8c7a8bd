import type { JobHandlers, JobName } from './registry.ts'

export interface QueueHealth {
  readonly ok: boolean
  readonly backend: 'redis' | 'postgres'
  /** The last failure, or null when the queue answered since. */
  readonly error: string | null
  /** Something that works now and will hurt later, e.g. a Redis that evicts keys. */
  readonly warning: string | null
}

/** Jobs of one kind: about to run or running, put off, and given up. */
export interface JobCounts {
  readonly name: JobName
  readonly waiting: number
  readonly delayed: number
  readonly failed: number
}

export interface NewJob {
  readonly id: number
  /** 0 first. */
  readonly priority?: number
  readonly delayMs?: number
  /** Tells apart jobs about the same id; adding one whose key is still queued changes nothing. No `:`. */
  readonly key: string
}

/** BullMQ as the rest sees it: promptness, never the truth. Everything may fail or hang, so everything has a time limit. */
export interface Queues {
  /** Throws, within seconds, when the queue is down; what was added may then be there or not. */
  add(name: JobName, jobs: readonly NewJob[]): Promise<void>
  /** Makes or moves a weekly schedule; `pattern` is cron in `timezone`. */
  schedule(key: string, pattern: string, timezone: string, name: JobName, id: number): Promise<void>
  unschedule(key: string, name: JobName): Promise<void>
  scheduled(name: JobName): Promise<number>
  /** Starts the workers. Once only. */
  work(handlers: JobHandlers): void
  /** Jobs waiting or being worked on; delayed ones not counted. */
  waiting(): Promise<number>
  /** Jobs whose hour is still to come. */
  delayed(name: JobName): Promise<number>
  /** How many jobs of each kind there are, for whoever looks on. */
  counts(): Promise<readonly JobCounts[]>
  /** Asks every queue for a sign of life and reopens what has died. Never throws. */
  heal(): Promise<void>
  health(): QueueHealth
  readonly counters: { readonly failed: number; readonly stalled: number; readonly errors: number }
  readonly report: (error: Error) => void
  /** Lets running jobs finish for `graceMs`, then closes regardless. */
  close(graceMs: number): Promise<void>
}

/** When a worker counts as dead, in ms: it renews its lock in half of `lockMs`; others look for locks that ran out. */
export interface Stalls {
  readonly lockMs: number
  readonly lookEveryMs: number
}
