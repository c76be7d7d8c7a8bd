/** What whoever mounts the page may add to it; the page knows nothing of what it means. */

/** Words in both of the page's languages. */
export interface Both {
  readonly 'zh-CN': string
  readonly en: string
}

/** A way through the page by real clicks. `{n}` in texts stands for the number that a goal found. */
export interface Tour {
  readonly steps: readonly TourStep[]
}

export interface TourStep {
  readonly id: string
  readonly title: Both
  /** One line: what this step shows. */
  readonly line: Both
  readonly goals: readonly TourGoal[]
}

export interface TourGoal {
  /** Where to click, and why. */
  readonly hint: Both
  /** What leads there; the last that is possible at the moment is pointed at. */
  readonly acts: readonly TourAct[]
  /** Reached when the bot's message in this chat has all these texts. */
  readonly done: { readonly chat: number; readonly shows: readonly string[] }
  /** That message names `#n`: the number for all later goals. */
  readonly findsNumber?: true
}

export type TourAct =
  | { readonly do: 'say'; readonly chat: number; readonly as: number; readonly text: string }
  /** A button of the bot's newest message with `on`. */
  | { readonly do: 'press'; readonly chat: number; readonly as: number; readonly on: string; readonly button: string }
  | { readonly do: 'clock'; readonly step: string }

/** A script that acts in the chats by itself. */
export interface Player {
  state(): PlayerState
  subscribe(listener: (state: PlayerState) => void): () => void
  play(): void
  pause(): void
  /** Lets one step happen and waits again. */
  step(): void
  setPace(pace: Pace): void
  /** Ends the script where it is; the chats are everybody's from then on. */
  stop(): void
}

export const paces = ['slow', 'normal', 'fast'] as const
export type Pace = (typeof paces)[number]

export interface PlayerState {
  /** While it plays or pauses nobody else may act. */
  readonly status: 'playing' | 'paused' | 'taken' | 'done' | 'failed'
  readonly pace: Pace
  readonly done: number
  readonly of: number
  /** What is shown, and the local time at which. */
  readonly caption: Both | null
  readonly when: string
  /** The key of the chat to look at. */
  readonly chat: string | null
  /** Why it failed. */
  readonly why?: string
}

/** What the page asks to see behind the chats. */
export interface CurtainAsked {
  readonly language: keyof Both
  /** The id of a ticket, or empty for the one that changed last. */
  readonly ticket: string
  /** Whose understanding is explained; the newest of a person where it is left out. */
  readonly message: { readonly chat: string; readonly id: number } | null
}

/** In words, ready to be shown. */
export interface CurtainView {
  readonly tickets: readonly { readonly id: string; readonly label: string }[]
  readonly sections: readonly CurtainSection[]
}

export interface CurtainSection {
  readonly id: string
  readonly title: string
  readonly note?: string
  readonly facts?: readonly { readonly name: string; readonly value: string; readonly mark?: 'good' | 'late' }[]
  readonly timeline?: readonly { readonly when: string; readonly what: string; readonly more?: string }[]
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
}

export interface PageExtras {
  /** What the page is called instead of its own name. */
  readonly title?: Both
  readonly tour?: Tour
  /** Looks behind the chats; asked only while somebody looks. */
  readonly curtain?: (asked: CurtainAsked) => Promise<CurtainView>
  /** Opens a neighbourhood in which a script plays; resolves with its address relative to this page. @throws Error with why not. */
  readonly startPlayer?: () => Promise<string>
  /** The script that plays in these chats. */
  readonly player?: Player
  /** The page to go back to from a script, relative. */
  readonly home?: string
}
