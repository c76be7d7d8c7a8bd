import type { Masked } from '../nlu/mask.ts'

/** What somebody else makes of a doubtful line. */
export interface Opinion {
  readonly report: boolean
  /** 0..1, by his own account. */
  readonly confidence: number
}

/** Somebody else who may be asked about a line that the parser is not sure of. Off unless an operator names an endpoint. */
export interface SecondOpinion {
  /** Takes `withinMs` at most and never rejects. Null: no opinion, and the line is treated as if nobody had been asked. */
  ask(words: Masked, withinMs: number): Promise<Opinion | null>
  /** Told, once the line has been handled, what his answer made of it. */
  moved(to: 'report' | 'chat'): void
}
