import type { Telegram } from 'telegraf'
import type { AppDeps, BotIdentity } from '../app/app.ts'
import type { Log } from '../app/log.ts'
import { type Backoff, pauseAfter, sleep } from './backoff.ts'
import { callTelegram } from './telegram-client.ts'
import { faultText, readFault } from './telegram-fault.ts'
import { TokenRefused } from './token-refused.ts'

const askMs = 10_000

export interface FetchIdentityOptions {
  readonly telegram: Telegram
  readonly log: Log
  /** Ends the trying; then the promise rejects. */
  readonly signal?: AbortSignal
  readonly backoff?: Backoff
}

/**
 * Asks Telegram who the bot is, until it answers. Rejects with `TokenRefused` when it does not know the token (401, or
 * 404 for one that is not even shaped like a token).
 */
export async function fetchIdentity({ telegram, log, signal, backoff }: FetchIdentityOptions): Promise<BotIdentity> {
  for (let failures = 1; ; failures += 1) {
    signal?.throwIfAborted()
    try {
      const me = await callTelegram(telegram, 'getMe', {}, { timeoutMs: askMs, ...(signal && { signal }) })
      return { id: me.id, username: me.username, canReadAll: me.can_read_all_group_messages === true }
    } catch (error) {
      const fault = readFault(error)
      if (fault.kind === 'refused' && (fault.code === 401 || fault.code === 404)) throw new TokenRefused()
      const pause = pauseAfter(failures, backoff ?? { baseMs: 1_000, capMs: 30_000 }, Math.random)
      const waitMs = Math.max(pause, fault.kind === 'refused' ? (fault.retryAfterMs ?? 0) : 0)
      log.warn({ error: faultText(fault), waitMs }, 'Telegram does not say who the bot is')
      await sleep(waitMs, signal)
    }
  }
}

/**
 * What a user is in a chat, by Telegram. A refusal (no such member, no such chat) counts as `none`; anything else throws, so
 * that the update is tried again.
 */
export function askChatMember(telegram: Telegram): AppDeps['chatMember'] {
  return async (chatId, userId) => {
    try {
      const asked = { chat_id: chatId, user_id: userId }
      const { status } = await callTelegram(telegram, 'getChatMember', asked, { timeoutMs: askMs })
      if (status === 'creator' || status === 'administrator') return 'admin'
      return status === 'left' || status === 'kicked' ? 'none' : 'member'
    } catch (error) {
      const fault = readFault(error)
      if (fault.kind === 'refused' && fault.code !== 429 && fault.code !== 401) return 'none'
      throw new ChatMemberUnknown(faultText(fault))
    }
  }
}

/** Telegram did not say what somebody is in a chat. */
export class ChatMemberUnknown extends Error {
  constructor(reason: string) {
    super(`getChatMember: ${reason}`)
    this.name = 'ChatMemberUnknown'
  }
}
