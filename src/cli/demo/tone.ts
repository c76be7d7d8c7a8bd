import type { Colour } from './ink.ts'

export type ToneKind = 'reminder' | 'overdue' | 'committee' | 'danger' | 'summary'

export interface Tone {
  readonly kind: ToneKind
  readonly colour: Colour
  /** What a message of this kind begins with. */
  readonly signs: readonly string[]
}

/** From the least to the most remarkable. */
export const tones: readonly Tone[] = [
  { signs: ['⏳', '▶️', '🔔'], kind: 'reminder', colour: 'yellow' },
  { signs: ['⚠️', '🔁'], kind: 'overdue', colour: 'red' },
  { signs: ['📣', '📌'], kind: 'committee', colour: 'magenta' },
  { signs: ['🚨'], kind: 'danger', colour: 'red' },
  { signs: ['📊'], kind: 'summary', colour: 'green' },
]

/** How a message of the bot stands out, by the sign it begins with; null for an ordinary one. */
export function toneOf(line: string): Tone | null {
  return tones.find(({ signs }) => signs.some((sign) => line.startsWith(sign))) ?? null
}
