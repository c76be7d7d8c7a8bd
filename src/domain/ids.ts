/** An instant: milliseconds since 1970-01-01T00:00:00Z. The domain never reads a clock; instants come in on commands. */
export type Instant = number

/** A Telegram user id. */
export type UserId = number

/** A Telegram chat id (negative for groups). */
export type ChatId = number

/** The screen languages; residents of one community share one. */
export type Language = 'zh-CN' | 'en'
