import type { Params } from '../params.ts'
import type { Bot, World } from '../world.ts'

/** One Bot API call being answered. */
export interface MethodCall {
  world: World
  bot: Bot
  params: Params
  /** Aborted when the caller hung up. */
  gone: AbortSignal
}

/** Returns what goes into `result`; throws a Refusal for `ok: false`. */
export type Method = (call: MethodCall) => unknown

/** A success about which Telegram says something beside `true`. */
export class Told {
  readonly description: string

  constructor(description: string) {
    this.description = description
  }
}
