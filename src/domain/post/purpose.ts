/**
 * Why a message goes out. It decides order, and what happens when Telegram's answer was lost:
 * `resend` = send again, marked as a repeat (at least once); `drop` = leave it (at most once).
 */
export const purposes = {
  emergency: { priority: 0, onUnknown: 'resend' },
  escalation: { priority: 1, onUnknown: 'resend' },
  reply: { priority: 2, onUnknown: 'resend' },
  card: { priority: 3, onUnknown: 'resend' },
  reminder: { priority: 4, onUnknown: 'drop' },
  summary: { priority: 5, onUnknown: 'drop' },
} as const satisfies Record<string, { readonly priority: number; readonly onUnknown: 'resend' | 'drop' }>

export type Purpose = keyof typeof purposes
