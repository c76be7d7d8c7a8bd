import type { CourierOutcome } from '../app/courier.ts'
import { faultText, type TelegramFault } from './telegram-fault.ts'

/** What was being done: a lost right means something else for a text, a picture and a deletion. */
export type Errand = 'text' | 'media' | 'edit' | 'delete' | 'leave' | 'pin'

/** Telegram tells its refusals apart by words only; those are tdlib's, and MTProto's own names where it passes them on. */
const words = {
  notModified: /message is not modified/i,
  editGone:
    /message to (edit|delete) not found|message can't be (edited|deleted)|MESSAGE_ID_INVALID|message identifier is not specified|there is no (text|caption) in the message/i,
  replyGone: /message to (be )?repl(y|ied)( to)? not found|repl(y|ied) message not found/i,
  threadGone: /message thread not found|TOPIC_DELETED|TOPIC_ID_INVALID/i,
  topicClosed: /TOPIC_CLOSED/i,
  noRights: /not enough rights|have no rights|need administrator rights|CHAT_ADMIN_REQUIRED|CHAT_WRITE_FORBIDDEN/i,
  mediaForbidden:
    /rights to send (?!text)|CHAT_SEND_(MEDIA|PHOTOS|VIDEOS|DOCS|VOICES|ROUNDVIDEOS|AUDIOS|GIFS|STICKERS)_FORBIDDEN/i,
  chatGone:
    /chat not found|chat was (deleted|deactivated)|group chat was (deleted|deactivated)|chat is deactivated|user not found|user is deactivated|USER_DEACTIVATED|USER_IS_BLOCKED|PEER_ID_INVALID|CHANNEL_(PRIVATE|INVALID)|CHAT_RESTRICTED|CHAT_FORBIDDEN|CHAT_SEND_PLAIN_FORBIDDEN|bot was (kicked|blocked)|not a member/i,
}

/** Sorts a fault into what the courier may say about it. `inThread`: the message was meant for a topic. */
export function outcomeOfFault(fault: TelegramFault, errand: Errand, inThread: boolean): CourierOutcome {
  if (fault.kind !== 'refused') return fault
  const { code, description } = fault
  const error = faultText(fault)
  if (code === 401) return { kind: 'unauthorized' }
  if (code === 429) return { kind: 'slow-down', retryAfterMs: fault.retryAfterMs ?? 5_000 }
  if (fault.migratedTo !== null) return { kind: 'migrated', to: fault.migratedTo }
  // A pin is a courtesy: where the bot may not, the message is there all the same.
  if (errand === 'pin' && !words.chatGone.test(description) && code !== 403) return { kind: 'not-modified' }
  if (words.notModified.test(description)) return { kind: 'not-modified' }
  if (words.editGone.test(description)) return { kind: 'edit-gone' }
  if (words.replyGone.test(description)) return { kind: 'reply-gone' }
  if (words.threadGone.test(description)) return { kind: 'thread-gone' }
  // A closed topic takes nothing more, its parent does; with no topic named it was the parent that is closed.
  if (words.topicClosed.test(description)) return inThread ? { kind: 'thread-gone' } : { kind: 'chat-gone', error }
  if (code === 403 || words.chatGone.test(description)) return { kind: 'chat-gone', error }
  if (errand === 'media' && words.mediaForbidden.test(description)) return { kind: 'rejected', error }
  // Deleting somebody's message needs a right that writing does not: the chat is still there.
  if (words.noRights.test(description))
    return errand === 'delete' ? { kind: 'rejected', error } : { kind: 'chat-gone', error }
  return { kind: 'rejected', error }
}
