import type { Fields, Length } from './fields.ts'

/** Whether a moment was named as a limit: 周五前, 从周五起, 周五以后. */
export type Bound = 'before' | 'since' | 'after' | null

/** A time expression as grammar, before it is placed on the calendar. */
export type Phrase =
  | { readonly shape: 'moment'; readonly fields: Fields; readonly bound: Bound }
  | { readonly shape: 'range'; readonly from: Fields; readonly to: Fields }
  /** 三天前 · 三天后 · 三天内 · 三天了 · 三天. */
  | { readonly shape: 'ago' | 'hence' | 'within' | 'lasting' | 'length'; readonly length: Length }
  /** 前两天 (-1) and 下三小时 (1): whole units beside the current one. */
  | { readonly shape: 'beside'; readonly length: Length; readonly side: -1 | 1 }
  /** 今年前五个月 and 上月最后五天. */
  | { readonly shape: 'head' | 'tail'; readonly fields: Fields; readonly length: Length }
  | { readonly shape: 'recurring'; readonly fields: Fields | null }

export const intervalOf = (length: Length, side: -1 | 1): Phrase => ({ shape: 'beside', length, side })
