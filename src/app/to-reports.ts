import { privateKinds } from '../domain/category.ts'
import type { Instant } from '../domain/ids.ts'
import type { ReportCommand } from '../domain/ticket/command.ts'
import type { Meaning } from '../nlu/meaning.ts'
import type { IncomingMessage } from './incoming.ts'

/** A message with its meaning → what to register: one report for each separate problem in it. Pure. */
export function toReports(message: IncomingMessage, meaning: Meaning, now: Instant): readonly ReportCommand[] {
  const direct = message.chatKind === 'private'
  const common = {
    type: 'report',
    since: meaning.since,
    origin: { chatId: message.chatId, messageId: message.messageId, threadId: message.threadId, direct },
    attachments: message.attachments,
    reportedAt: writtenAt(message, now),
  } as const
  const problems = meaning.problems.length > 0 ? meaning.problems : [wholeMessage(message, meaning)]
  return problems.map((problem) => {
    const category = problem.categories[0] ?? 'other'
    return {
      ...common,
      // What is told to the bot alone stays between the teller and staff; some matters are private by their kind.
      private: meaning.private || direct || privateKinds.includes(category),
      category,
      class: problem.class,
      urgency: problem.urgency,
      text: problem.text,
      place: problem.place,
      needsPlace: problem.needsPlace,
    }
  })
}

function wholeMessage(message: IncomingMessage, meaning: Meaning) {
  return {
    text: message.text ?? '',
    categories: meaning.categories,
    class: meaning.class ?? ('repair' as const),
    urgency: meaning.urgency ?? ('normal' as const),
    place: meaning.place,
    needsPlace: meaning.needsPlace,
  }
}

/**
 * When the resident wrote it: Telegram's time where the message waited for us, ours otherwise.
 * A clock that runs ahead of ours is not believed.
 */
export function writtenAt(message: IncomingMessage, now: Instant): Instant {
  return now - message.date > 60_000 ? message.date : now
}
