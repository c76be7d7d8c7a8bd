import type { MessageAddress } from '../app/incoming.ts'

/** Where the message of a raw update stands, if it holds a new one; whatever else it may be, it is not trusted to be well formed. */
export function messageIn(update: unknown): MessageAddress | null {
  const message = fieldsOf(fieldsOf(update).message)
  const { id } = fieldsOf(message.chat)
  const { message_id: messageId, message_thread_id: threadId, is_topic_message: inTopic } = message
  if (!Number.isSafeInteger(id) || !Number.isSafeInteger(messageId)) return null
  const thread = inTopic === true && Number.isSafeInteger(threadId) ? Number(threadId) : null
  return { chatId: Number(id), threadId: thread, messageId: Number(messageId) }
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
