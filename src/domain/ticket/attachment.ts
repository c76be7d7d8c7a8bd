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

/** How many of them can be looked at or listened to again (看照片); a location pin is told in words. */
export function viewable(attachments: readonly Attachment[]): number {
  return attachments.filter(({ kind }) => kind !== 'location').length
}

/** Location pins as a line for the card: latitude, longitude. Null where there are none. */
export function pinText(attachments: readonly Attachment[]): string | null {
  const pins = attachments.flatMap(({ latitude, longitude }) =>
    latitude === null || longitude === null ? [] : [`📍 ${latitude},${longitude}`],
  )
  return pins.length === 0 ? null : pins.join(' ')
}
