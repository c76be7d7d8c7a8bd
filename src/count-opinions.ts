import type { Metrics } from './http/metrics.ts'
import type { OpinionWatch } from './opinion/create-second-opinion.ts'

/** Counts second opinions by outcome, how long they took, and what they moved. */
export function countOpinions(metrics: () => Metrics): OpinionWatch {
  return {
    asked(outcome, ms) {
      const { opinions, opinionSeconds } = metrics()
      opinions.inc({ outcome })
      if (ms !== null) opinionSeconds.observe(ms / 1000)
    },
    moved: (to) => metrics().opinionMoves.inc({ to }),
  }
}
