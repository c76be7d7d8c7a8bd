import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

export interface Look {
  readonly locale: 'zh-CN' | 'en-GB'
  readonly viewport: { readonly width: number; readonly height: number }
  readonly colorScheme: 'light' | 'dark'
}

export const desktop = { width: 1360, height: 800 }
export const phone = { width: 390, height: 780 }

/** Somebody before the page, with everything that went wrong meanwhile. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** Requests so far whose address contains the text. */
  asked(part: string): number
  /** Nothing was logged as an error, thrown, refused or asked of another machine. */
  expectQuiet(): void
  /** No violation that axe calls serious or critical, on the page as it is now. */
  expectAccessible(): Promise<void>
}

export async function visit(browser: Browser, url: string, look: Look): Promise<Visitor> {
  const context = await browser.newContext({ ...look, hasTouch: look.viewport.width < 500 })
  const page = await context.newPage()
  const faults: string[] = []
  const asked: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`))
  page.on('request', (request) => {
    asked.push(request.url())
    if (new URL(request.url()).origin !== new URL(url).origin) faults.push(`external: ${request.url()}`)
  })
  page.on('requestfailed', (request) => {
    // A page that is left hangs up on its event stream.
    if (!request.url().endsWith('/api/events')) faults.push(`failed: ${request.url()} ${request.failure()?.errorText}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`)
  })
  const axe = await readFile(axeFile, 'utf8')
  await page.goto(url)
  await page.locator('section.chat').first().waitFor()
  return {
    page,
    context,
    asked: (part) => asked.filter((address) => address.includes(part)).length,
    expectQuiet: () => expect(faults).toEqual([]),
    async expectAccessible() {
      // Colours on their way from one to another are neither.
      await page.waitForFunction(() =>
        document
          .getAnimations()
          .every(
            ({ playState, effect }) =>
              playState !== 'running' || effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY,
          ),
      )
      if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
      const found = await page.evaluate(async () => {
        const { violations } = await (
          window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
        ).axe.run()
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(
            ({ id, nodes }) =>
              `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`).join(' | ')}`,
          )
      })
      expect(found).toEqual([])
    },
  }
}

interface Violation {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[]
}
