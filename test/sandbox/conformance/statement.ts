import { expect, test } from 'vitest'
import type { TelegramOptions } from '../../../src/sandbox/telegram.ts'
import type { Update } from '../../../src/sandbox/wire.ts'
import { type Answer, type OpenSandbox, openSandbox } from '../open-sandbox.ts'

/** Where it is written: a section of core.telegram.org/bots/…, or a function of Telegram's own server in github.com/tdlib. */
export type Source =
  | `bots${'' | '/api' | '/features' | '/faq'}#${string}`
  | `telegram-bot-api/${'Client' | 'WebhookActor'}.cpp ${string}`
  | `td/${string}.cpp ${string}`

/** One thing that a bot can notice of Telegram, and the check that the sandbox does it over HTTP. */
export interface Statement {
  says: string
  follows: Source
  options?: TelegramOptions
  holds(sandbox: OpenSandbox): Promise<void>
}

/** Checks every statement in a sandbox of its own. */
export function conforms(statements: Statement[]): void {
  test.each(statements)('$says ($follows)', async ({ holds, options }) => {
    await holds(await openSandbox(options))
    expect.hasAssertions()
  })
}

/** The updates of a getUpdates answer. */
export function updatesOf(answer: Answer): Update[] {
  return answer.result as Update[]
}

/** An inline keyboard with one callback button. */
export function button(
  text: string,
  callback_data = 'd',
): { inline_keyboard: { text: string; callback_data: string }[][] } {
  return { inline_keyboard: [[{ text, callback_data }]] }
}
