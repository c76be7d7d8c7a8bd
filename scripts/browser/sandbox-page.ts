import type { Page } from 'playwright-core'

/** The three chats of the demo neighbourhood, by their keys on the page. */
export const chats = { residents: '-1001', staff: '-1002', committee: '-1003' } as const

export type ChatKey = (typeof chats)[keyof typeof chats]

/** Uses the sandbox's page as a visitor does: by its fields and buttons only. */
export interface SandboxPage {
  /** Writes in a chat and waits until the bot's answer contains `answered`. */
  say(chat: ChatKey, who: string, text: string, answered: string): Promise<void>
  /** Sends an album of three with this caption. */
  album(chat: ChatKey, who: string, caption: string, answered: string): Promise<void>
  /** Presses a button of the newest message that contains `on`, and waits until that chat shows `then`. */
  press(chat: ChatKey, who: string, on: string, label: string, then: string): Promise<void>
  /** Moves the clock by one of the page's own steps; resolves when everything due has happened. */
  travel(step: string): Promise<void>
}

export function useSandboxPage(page: Page): SandboxPage {
  const column = (chat: ChatKey) => page.locator(`section[data-key="${chat}"]`)
  const as = (chat: ChatKey, who: string) => column(chat).locator('.composer select').selectOption({ label: who })
  const sees = (chat: ChatKey, text: string) =>
    column(chat).locator('article.bot').filter({ hasText: text }).last().waitFor({ timeout: 20_000 })

  return {
    async say(chat, who, text, answered) {
      await as(chat, who)
      await column(chat).locator('textarea').fill(text)
      await column(chat).locator('button.send').click()
      await sees(chat, answered)
    },
    async album(chat, who, caption, answered) {
      await as(chat, who)
      await column(chat).locator('textarea').fill(caption)
      await column(chat).getByLabel('发相册(3 张)').click()
      await sees(chat, answered)
    },
    async press(chat, who, on, label, then) {
      await as(chat, who)
      const message = column(chat).locator('article.bot').filter({ hasText: on }).last()
      await message.locator('button.key').filter({ hasText: label }).first().click()
      await sees(chat, then)
    },
    async travel(step) {
      await page.locator('#clock button.step').filter({ hasText: step }).first().click()
      await page.locator('#clock:not(.passing)').waitFor({ timeout: 60_000 })
    },
  }
}
