import { TelegramError } from 'telegraf'
import { expect, it } from 'vitest'
import { type Errand, outcomeOfFault } from '../../src/bot/refusal-to-outcome.ts'
import { readFault } from '../../src/bot/telegram-fault.ts'

type Case = [code: number, description: string, kind: string, errand?: Errand, inThread?: boolean]

/** Refusals in Telegram's own words (tdlib and the Bot API server), and what each lets us conclude. */
const refusals: Case[] = [
  [
    400,
    'Bad Request: message is not modified: specified new message content and reply markup are exactly the same',
    'not-modified',
    'edit',
  ],
  [400, 'Bad Request: message to edit not found', 'edit-gone', 'edit'],
  [400, "Bad Request: message can't be edited", 'edit-gone', 'edit'],
  [400, 'Bad Request: MESSAGE_ID_INVALID', 'edit-gone', 'edit'],
  [400, 'Bad Request: there is no text in the message to edit', 'edit-gone', 'edit'],
  [400, 'Bad Request: message to delete not found', 'edit-gone', 'delete'],
  [400, "Bad Request: message can't be deleted for everyone", 'edit-gone', 'delete'],
  [400, 'Bad Request: message to be replied not found', 'reply-gone'],
  [400, 'Bad Request: message to reply not found', 'reply-gone'],
  [400, 'Bad Request: reply message not found', 'reply-gone'],
  [400, 'Bad Request: message thread not found', 'thread-gone', 'text', true],
  [400, 'Bad Request: TOPIC_DELETED', 'thread-gone', 'text', true],
  [400, 'Bad Request: TOPIC_CLOSED', 'thread-gone', 'text', true],
  [400, 'Bad Request: TOPIC_CLOSED', 'chat-gone', 'text', false],
  [400, 'Bad Request: chat not found', 'chat-gone'],
  [400, 'Bad Request: group chat was deactivated', 'chat-gone'],
  [400, 'Bad Request: user not found', 'chat-gone'],
  [400, 'Bad Request: PEER_ID_INVALID', 'chat-gone'],
  [400, 'Bad Request: need administrator rights in the channel chat', 'chat-gone'],
  [400, 'Bad Request: not enough rights to send text messages to the chat', 'chat-gone'],
  [400, 'Bad Request: have no rights to send a message', 'chat-gone'],
  [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', 'chat-gone'],
  [400, 'Bad Request: CHAT_RESTRICTED', 'chat-gone'],
  [400, 'Bad Request: not enough rights to send photos to the chat', 'rejected', 'media'],
  [400, 'Bad Request: not enough rights', 'rejected', 'delete'],
  [403, 'Forbidden: bot was kicked from the supergroup chat', 'chat-gone'],
  [403, 'Forbidden: bot was blocked by the user', 'chat-gone'],
  [403, 'Forbidden: user is deactivated', 'chat-gone'],
  [403, 'Forbidden: bot is not a member of the supergroup chat', 'chat-gone'],
  [403, "Forbidden: bot can't initiate conversation with a user", 'chat-gone'],
  [403, 'Forbidden: the group chat was deleted', 'chat-gone'],
  [401, 'Unauthorized', 'unauthorized'],
  [404, 'Not Found', 'rejected'],
  [413, 'Request Entity Too Large', 'rejected', 'media'],
  [400, 'Bad Request: message is too long', 'rejected'],
  [400, 'Bad Request: BUTTON_DATA_INVALID', 'rejected'],
  [500, 'Internal Server Error', 'unknown'],
  [502, 'Bad Gateway', 'unknown'],
]

it.each<Case>(refusals)('%i %s: %s', (code, description, kind, errand = 'text', inThread = false) => {
  const fault = readFault(new TelegramError({ error_code: code, description }))
  expect(outcomeOfFault(fault, errand, inThread).kind).toBe(kind)
})

it('reads the parameters: how long to wait, where the group went', () => {
  const slow = new TelegramError({ error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 37 } })
  expect(outcomeOfFault(readFault(slow), 'text', false)).toEqual({ kind: 'slow-down', retryAfterMs: 37_000 })
  const moved = new TelegramError({
    error_code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: -1009 },
  })
  expect(outcomeOfFault(readFault(moved), 'edit', false)).toEqual({ kind: 'migrated', to: -1009 })
})

it('repeats nothing that Telegram quotes', () => {
  const error = new TelegramError({
    error_code: 400,
    description: `Bad Request: can't parse entities: Unsupported start tag "张三" at byte offset 3, button 'tg://secret'`,
  })
  expect(outcomeOfFault(readFault(error), 'text', false)).toEqual({
    kind: 'rejected',
    error: `400 Bad Request: can't parse entities: Unsupported start tag "…" at byte offset 3, button '…'`,
  })
})

it.each([[{ error_code: undefined, description: undefined }], [{ error_code: 'x', description: {} }]])(
  'JSON that is not Telegram’s proves nothing: %j',
  (answer) => {
    const error = new TelegramError(answer as unknown as { error_code: number; description: string })
    expect(readFault(error)).toEqual({ kind: 'unknown', error: 'the answer was not Telegram’s' })
  },
)
