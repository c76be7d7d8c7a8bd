import type { RateWeights } from '../policy/policy.ts'

/**
 * Answers to callbacks. A callback is one question about one resolve: one per ticket and cycle, by its reporter's answer,
 * else by the first supporter who answered. Unanswered ones are counted apart and in no rate.
 */
export interface CallbackCounts {
  /** Callbacks asked. */
  readonly asked: number
  /** Of them, answered whether it was solved. Base of the resolution rate. */
  readonly answered: number
  /** Of the answered, "solved". */
  readonly solved: number
  /** Of the answered, those acknowledged within their acknowledge clock. Base: `answered`. */
  readonly respondedInTime: number
  /** Answered how satisfied they were; their sum is the base of the satisfaction rate. */
  readonly satisfied: number
  readonly basicallySatisfied: number
  readonly unsatisfied: number
}

/** A part of a counted base. `value` is 0 to 1, null when nothing was counted. */
export interface Rate {
  /** Counted with weights, so it may have a fraction. */
  readonly score: number
  /** Plain count of the favourable answers, as printed in "22/25". */
  readonly count: number
  readonly base: number
  readonly value: number | null
}

/** The three rates (三率) and their weighted total. */
export interface ThreeRates {
  readonly response: Rate
  readonly resolution: Rate
  /** "Basically satisfied" counts `weights.basically` in the value; the printed count has both kinds. */
  readonly satisfaction: Rate
  /** 0 to 1; null unless all three are known. */
  readonly total: number | null
}

/**
 * Response, resolution and satisfaction over answered callbacks only; who did not answer is not counted as content.
 * Source of the rule: the district scoring code that weighs 0.1, 0.5 and 0.4; here the weights are policy.
 */
export function threeRates(counts: CallbackCounts, weights: RateWeights): ThreeRates {
  const { answered, satisfied, basicallySatisfied, unsatisfied } = counts
  const rated = satisfied + basicallySatisfied + unsatisfied
  const response = rate(counts.respondedInTime, counts.respondedInTime, answered)
  const resolution = rate(counts.solved, counts.solved, answered)
  const score = satisfied + basicallySatisfied * weights.basically
  const satisfaction = rate(score, satisfied + basicallySatisfied, rated)
  return {
    response,
    resolution,
    satisfaction,
    total: total(response.value, resolution.value, satisfaction.value, weights),
  }
}

/** A rate over a base that may be empty. */
export function rate(score: number, count: number, base: number): Rate {
  return { score, count, base, value: base === 0 ? null : score / base }
}

function total(
  response: number | null,
  resolution: number | null,
  satisfaction: number | null,
  weights: RateWeights,
): number | null {
  if (response === null || resolution === null || satisfaction === null) return null
  return response * weights.response + resolution * weights.resolution + satisfaction * weights.satisfaction
}
