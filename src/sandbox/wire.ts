/** The shapes that travel over the Bot API, as far as the sandbox speaks it; names are Telegram's own. */

export interface User {
  id: number
  is_bot: boolean
  first_name: string
  last_name?: string
  username?: string
  language_code?: string
}

export interface Chat {
  id: number
  type: 'private' | 'group' | 'supergroup' | 'channel'
  title?: string
  username?: string
  first_name?: string
  last_name?: string
  is_forum?: true
}

export interface Entity {
  type: string
  /** UTF-16 code units, as everywhere in Telegram. */
  offset: number
  length: number
  url?: string
  user?: User
  language?: string
  custom_emoji_id?: string
}

export interface Button {
  text: string
  callback_data?: string
  url?: string
  [other: string]: unknown
}

export interface InlineKeyboard {
  inline_keyboard: Button[][]
}

export interface FileRef {
  file_id: string
  file_unique_id: string
  file_size?: number
  file_name?: string
  mime_type?: string
  width?: number
  height?: number
  duration?: number
}

export interface Location {
  latitude: number
  longitude: number
}

/** A poll as the Bot API shows it; `correct_option_id` only where the viewer may know it. */
export interface PollWire {
  id: string
  question: string
  options: { text: string; voter_count: number; persistent_id: string }[]
  total_voter_count: number
  is_closed: boolean
  is_anonymous: boolean
  type: 'regular' | 'quiz'
  allows_multiple_answers: boolean
  allows_revoting: boolean
  correct_option_id?: number
  correct_option_ids?: number[]
  explanation?: string
  explanation_entities?: Entity[]
  open_period?: number
  /** Unix seconds. */
  close_date?: number
}

export interface Message {
  message_id: number
  /** Unix seconds. */
  date: number
  chat: Chat
  from?: User
  sender_chat?: Chat
  message_thread_id?: number
  is_topic_message?: true
  is_automatic_forward?: true
  edit_date?: number
  media_group_id?: string
  reply_to_message?: Message
  forward_origin?: Record<string, unknown>
  text?: string
  entities?: Entity[]
  caption?: string
  caption_entities?: Entity[]
  photo?: FileRef[]
  document?: FileRef
  voice?: FileRef
  video?: FileRef
  audio?: FileRef
  animation?: FileRef
  location?: Location
  poll?: PollWire
  reply_markup?: InlineKeyboard
  new_chat_members?: User[]
  left_chat_member?: User
  migrate_to_chat_id?: number
  migrate_from_chat_id?: number
  forum_topic_created?: { name: string; icon_color: number }
  pinned_message?: Message
}

export interface CallbackQuery {
  id: string
  from: User
  message?: Message
  chat_instance: string
  data?: string
}

export interface Reaction {
  type: string
  emoji?: string
}

export interface MemberChange {
  chat: Chat
  from: User
  date: number
  old_chat_member: Record<string, unknown>
  new_chat_member: Record<string, unknown>
}

export interface Update {
  update_id: number
  message?: Message
  edited_message?: Message
  callback_query?: CallbackQuery
  my_chat_member?: MemberChange
  chat_member?: MemberChange
  message_reaction?: Record<string, unknown>
  poll?: PollWire
  poll_answer?: { poll_id: string; user?: User; voter_chat?: Chat; option_ids: number[] }
  [other: string]: unknown
}

/** An update before the queue has numbered it. */
export type UpdateBody = { [kind: string]: unknown }
