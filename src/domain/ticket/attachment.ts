import type { ChatId } from '../ids.ts'

/** Media is referenced by Telegram's file id, never copied. */
export interface Attachment {
  readonly kind: 'photo' | 'video' | 'voice' | 'document' | 'location'
  readonly fileId: string | null
  readonly fileUniqueId: string | null
  readonly chatId: ChatId
  readonly messageId: number
  readonly latitude: number | null
  readonly longitude: number | null
}
