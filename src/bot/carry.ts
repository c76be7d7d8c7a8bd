import type { Telegram } from 'telegraf'
import type { Telegram as Methods, Opts } from 'telegraf/types'
import type { CourierOutcome, Destination } from '../app/courier.ts'
import { type Errand, outcomeOfFault } from './refusal-to-outcome.ts'
import { callTelegram } from './telegram-client.ts'
import { readFault } from './telegram-fault.ts'

/** Carries one request out and says what became of it; never throws. `payload` may: then nothing is sent. */
export type Carry = <M extends keyof Methods>(
  method: M,
  errand: Errand,
  to: Pick<Destination, 'threadId'>,
  payload: () => Opts<M>,
) => Promise<CourierOutcome>

/** How long to wait for Telegram's answer, in ms: to media, and to everything else. */
export interface Deadlines {
  readonly sendMs: number
  readonly pictureMs: number
}

/** Makes the one way requests go out on. */
export function createCarry(telegram: Telegram, { sendMs, pictureMs }: Deadlines): Carry {
  return async (method, errand, to, payload) => {
    let written: Opts<typeof method>
    try {
      written = payload()
    } catch (error) {
      return {
        kind: 'rejected',
        error: `cannot write ${method}: ${error instanceof Error ? error.name : typeof error}`,
      }
    }
    try {
      const timeoutMs = errand === 'media' ? pictureMs : sendMs
      return { kind: 'done', messageId: messageIdOf(await callTelegram(telegram, method, written, { timeoutMs })) }
    } catch (error) {
      return outcomeOfFault(readFault(error), errand, to.threadId !== null)
    }
  }
}

/** Chat, topic and the message answered; the message is sent even when that one is gone. */
export function addressed(to: Destination) {
  return {
    chat_id: to.chatId,
    ...(to.threadId !== null && { message_thread_id: to.threadId }),
    ...(to.replyTo !== null && {
      reply_parameters: { message_id: to.replyTo, allow_sending_without_reply: true as const },
    }),
  }
}

/** The field, or nothing: telegraf's typings know no `undefined`. */
export function present<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]: V })
}

function messageIdOf(result: unknown): number | null {
  const sent: unknown = Array.isArray(result) ? result[0] : result
  return typeof sent === 'object' && sent !== null && 'message_id' in sent && typeof sent.message_id === 'number'
    ? sent.message_id
    : null
}
