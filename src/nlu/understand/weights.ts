import type { Cue } from '../lexicon/rows.ts'

/** Log-odds that a message is a report, by what speaks for and against it. Set by hand; the sum goes through a logistic curve. */
export const weights = {
  bias: -2.3,
  /** A word that states a problem by itself; a second one adds a little. */
  trouble: 3.0,
  moreTrouble: 0.5,
  /** A thing with a fault beside it; a thing alone; a fault alone. */
  brokenThing: 2.8,
  thing: 0.75,
  fault: 0.9,
  topic: 1.1,
  /** A question or wish about a thing or topic of the neighbourhood. */
  asked: 1.6,
  askedNothing: 0.9,
  complaint: 2.0,
  hazard: 1.4,
  house: 0.9,
  spot: 0.3,
  /** The writer is not sure either: asked about, unless it would be danger. */
  doubt: -1.8,
  leastDoubted: -0.6,
  /** Three words or fewer with a problem in them are a cry, not a story. */
  short: 0.4,
} as const

/** What each cue adds once, however often it is said. */
export const cueWeights: Readonly<Partial<Record<Cue, number>>> = {
  address: 0.6,
  again: 0.6,
  now: 0.3,
  urgent: 0.6,
  ad: -4.5,
  sale: -3.2,
  notice: -4.5,
  thanks: -2.2,
  solved: -3.2,
  joke: -1.8,
  hypothetical: -3.2,
  elsewhere: -3.0,
  past: -1.2,
  plan: -1.8,
  media: -1.6,
  found: -4,
  smalltalk: -0.7,
  advice: -3,
  'on-the-way': -3.5,
}

/** At or above: register at once; at or above: ask. */
export const thresholds = { report: 0.62, maybe: 0.3 } as const
