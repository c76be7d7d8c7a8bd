import type { ChatId, Instant } from '../../domain/ids.ts'

/** What somebody who looks over everybody's shoulder sees in one chat at one moment. */
export type Happening = Seen &
  (
    | {
        readonly kind: 'said'
        readonly who: string
        readonly text: string
        readonly photos: number
        /** The first line of what it answers, where it is a reply. */
        readonly replyTo: string | null
      }
    /** A person corrected a message. */
    | { readonly kind: 'corrected'; readonly who: string; readonly text: string }
    /** A press, with what the presser was shown. */
    | {
        readonly kind: 'pressed'
        readonly who: string
        readonly button: string
        readonly answer: string
        readonly refused: boolean
      }
    /** The bot wrote. */
    | {
        readonly kind: 'posted'
        readonly lines: readonly string[]
        readonly buttons: readonly (readonly string[])[]
        readonly photos: number
      }
    /** The bot changed a message: what is new in it. */
    | {
        readonly kind: 'changed'
        readonly title: string
        readonly lines: readonly string[]
        readonly buttons: readonly string[]
      }
    /** The bot took a message down. */
    | { readonly kind: 'removed'; readonly title: string }
  )

interface Seen {
  readonly at: Instant
  readonly chat: SeenChat
}

export interface SeenChat {
  readonly id: ChatId
  readonly key: string
  /** A group's title, or the name of the person in private. */
  readonly name: string
  readonly direct: boolean
}

export type Posted = Extract<Happening, { readonly kind: 'posted' }>
export type Changed = Extract<Happening, { readonly kind: 'changed' }>

/** The ticket that a message begins with, "#12". */
export function ticketIn(text: string): string | null {
  return /#\d+/.exec(text)?.[0] ?? null
}

export function isByPerson({ kind }: Happening): boolean {
  return kind === 'said' || kind === 'corrected' || kind === 'pressed'
}
