import type { Category, Urgency } from '../category.ts'

/** Words of a community's own, and what they are to it. */
export interface OwnWords {
  readonly say: readonly string[]
  /** The kind of matter they belong to; `chat`: a line with them is talk. Left out: only how urgent they are is said. */
  readonly as?: Category | 'chat'
  /** Given, the words state a matter by themselves (跳闸了); left out, they name a thing that may fail (快递柜). */
  readonly urgency?: Urgency
}

/** What a place of a community is called there. Without building and spot the words themselves are the spot. */
export interface OwnPlace {
  readonly say: readonly string[]
  /** As a clerk writes it: "3". */
  readonly building?: string
  readonly unit?: string
  readonly spot?: string
}

/** From which chance on a message is registered at once, and from which it is asked about first; 0..1. */
export interface Understanding {
  readonly report: number
  readonly maybe: number
}
