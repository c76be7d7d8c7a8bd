import type { Log } from '../app/log.ts'
import type { Clock } from '../app/ports.ts'
import type { SecondOpinion } from '../app/second-opinion.ts'
import type { Instant } from '../domain/ids.ts'
import type { Masked } from '../nlu/mask.ts'
import { createCircuit } from './circuit.ts'
import { type Endpoint, type OpinionAnswer, type OpinionFault, requestOpinion } from './request-opinion.ts'

/** What became of one wish for an opinion: `report`, `chat`, why it failed, or why nobody was asked. */
export type OpinionOutcome = 'report' | 'chat' | OpinionFault | 'paused' | 'busy' | 'capped' | 'stopped'

/** Who counts. */
export interface OpinionWatch {
  /** `ms` is null where nobody was asked. */
  asked(outcome: OpinionOutcome, ms: number | null): void
  moved(to: 'report' | 'chat'): void
}

export interface SecondOpinionOptions {
  readonly endpoint: Endpoint
  readonly clock: Clock
  readonly log: Log
  readonly watch: OpinionWatch
  readonly perMinute?: number
}

/** Chats wait for an answer three at a time; the other lanes of the inbox stay free. */
const atOnce = 3
const usualPerMinute = 30
const circuit = { after: 3, firstPauseMs: 30_000, longestPauseMs: 3_600_000 }
/** A try that costs a chat its whole patience, or that will fail the same way next time, is not made three times. */
const grave: readonly OpinionFault[] = ['timeout', 'unauthorized', 'limited']

/** Asks an OpenAI-compatible server, and leaves it alone while it fails. `stop` ends what is under way. */
export function createSecondOpinion(options: SecondOpinionOptions): SecondOpinion & { stop(): void } {
  const { endpoint, clock, log, watch, perMinute = usualPerMinute } = options
  const health = createCircuit(circuit)
  const underWay = new Set<AbortController>()
  let stopped = false
  let recent: readonly Instant[] = []
  let jsonMode = true

  function obstacle(now: Instant): OpinionOutcome | null {
    recent = recent.filter((at) => at > now - 60_000)
    if (stopped) return 'stopped'
    if (underWay.size >= atOnce) return 'busy'
    if (recent.length >= perMinute) return 'capped'
    return health.allows(now) ? null : 'paused'
  }

  async function request(words: Masked, signal: AbortSignal): Promise<OpinionAnswer> {
    const first = await requestOpinion(endpoint, words, jsonMode, signal)
    if (!jsonMode || first.ok || first.fault !== 'refused') return first
    // It may be response_format that the server does not know.
    const second = await requestOpinion(endpoint, words, false, signal)
    if (second.ok) jsonMode = false
    return second
  }

  function learn(answer: OpinionAnswer): void {
    if (answer.ok) {
      health.succeeded()
      return
    }
    if (stopped) {
      health.givenUp()
      return
    }
    const { fault } = answer
    const pauseMs = health.failed(clock.now(), grave.includes(fault))
    if (pauseMs === null) log.info({ fault }, 'no second opinion')
    else log.warn({ fault, pauseMs }, 'no second opinion; none is asked for a while')
  }

  return {
    async ask(words, withinMs) {
      const now = clock.now()
      const why = obstacle(now)
      if (why !== null) {
        watch.asked(why, null)
        return null
      }
      recent = [...recent, now]
      const ending = new AbortController()
      underWay.add(ending)
      const alarm = setTimeout(() => ending.abort(), withinMs)
      const started = performance.now()
      const answer = await request(words, ending.signal)
      clearTimeout(alarm)
      underWay.delete(ending)
      learn(answer)
      watch.asked(outcomeOf(answer), performance.now() - started)
      return answer.ok ? answer.opinion : null
    },
    moved: (to) => watch.moved(to),
    stop() {
      stopped = true
      for (const ending of underWay) ending.abort()
    },
  }

  function outcomeOf(answer: OpinionAnswer): OpinionOutcome {
    if (answer.ok) return answer.opinion.report ? 'report' : 'chat'
    return stopped ? 'stopped' : answer.fault
  }
}
