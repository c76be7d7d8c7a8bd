import type { Instant, Language } from '../domain/ids.ts'
import type { ButtonAction } from '../domain/post/body.ts'
import type { Notice } from '../domain/post/notice.ts'
import type { Person } from '../domain/ticket/actor.ts'
import type { Refusal } from '../domain/ticket/refusal.ts'
import { clip } from './clean-text.ts'
import type { Html } from './html.ts'
import { messagesIn } from './messages-in.ts'
import { refusalText } from './refusal-text.ts'
import { type Speech, speechIn } from './speech.ts'

/** Longest answer to a pressed button, in UTF-16 units (Telegram's limit). */
export const toastLimit = 200

/** A refusal as the plain answer to a pressed button, at most 200 UTF-16 units. */
export function refusalToast(
  refusal: Refusal,
  help: Person | null,
  language: Language,
  timezone: string,
  now: Instant,
): string {
  const say = speechIn(language, timezone, now)
  return clip(refusalText(messagesIn(language).refusals, refusal, help, say).text, toastLimit)
}

/** What a successful press answers, e.g. "#128 已接单,辛苦了"; at most 200 UTF-16 units. */
export function doneToast(
  action: ButtonAction,
  { number }: { readonly number: number | null },
  language: Language,
): string {
  return clip(messagesIn(language).toasts[action](number), toastLimit)
}

/** The words of a notice, with its markup and as plain text. */
export function noticeText(notice: Notice, language: Language, timezone: string, now: Instant): Html {
  // The table is complete by type; the compiler cannot see that key and params belong together.
  const tell = messagesIn(language).notices[notice.key] as (notice: Notice, say: Speech) => Html
  return tell(notice, speechIn(language, timezone, now))
}
