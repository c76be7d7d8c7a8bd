import type { Cue } from '../lexicon/rows.ts'

/** Log-odds that a message is a report, by what speaks for and against it. Set by hand; the sum goes through a logistic curve. */
export const weights = {
  bias: -2.3,
  /** A word that states a problem by itself; a second one adds a little. */
  trouble: 3.0,
  moreTrouble: 0.5,
  /** A thing with a fault beside it; a thing alone; a fault alone. */
  brokenThing: 2.8,
  thing: 0.5,
  fault: 0.9,
  topic: 0.8,
  /** A question or wish about a thing or topic of the neighbourhood. */
  asked: 1.6,
  askedNothing: 0.4,
  complaint: 2.0,
  hazard: 1.4,
  house: 0.9,
  spot: 0.3,
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
  advice: -2.2,
  'on-the-way': -3,
}

/** At or above: register at once; at or above: ask. */
export const thresholds = { report: 0.62, maybe: 0.35 } as const
