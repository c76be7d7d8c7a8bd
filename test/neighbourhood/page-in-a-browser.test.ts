import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumHere, openChromium } from '../../scripts/browser/chromium.ts'
import { type RunningProduct, startProduct } from '../../scripts/browser/start-product.ts'
import { tour } from '../../seeds/tour.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { desktop, phone, type Visitor, visit } from './visitor.ts'

// Where CI runs a missing Chromium is a failure; a laptop without one is told so and goes on.
const canRun = chromiumHere() !== null || process.env.CI !== undefined
const name = canRun ? 'the page in a browser' : 'the page in a browser (not run: no Chromium here, set CHROMIUM)'

let database: TestDatabase
let product: RunningProduct
let browser: Browser

describe.runIf(canRun)(name, () => {
  beforeAll(async () => {
    browser = await openChromium()
    database = await createTestDatabase()
    const { REDIS_URL } = process.env
    product = await startProduct({ DATABASE_URL: database.url, ...(REDIS_URL && { REDIS_URL }) })
  })
  afterAll(async () => {
    await browser?.close()
    expect(await product?.stop()).toBe(0)
    await database?.drop()
  })

  const chat = (page: Page, id: number): Locator => page.locator(`section[data-key="${id}"]`)

  /** Goes the whole tour: finds what is ringed and uses it, until nothing is wanted any more. */
  async function takeTour({ page }: Visitor, use: (wanted: Locator) => Promise<void>): Promise<string[]> {
    const steps: string[] = []
    const goals = tour.steps.flatMap(({ goals }) => goals)
    const told = page.locator('#guide .told')
    for (let press = 0; press < goals.length + 12; press += 1) {
      const wanted = page.locator('.wanted')
      const end = page.locator('#guide .dots .past').nth(tour.steps.length - 1)
      await wanted.or(end).first().waitFor({ timeout: 20_000 })
      if (await end.isVisible()) break
      const step = ((await told.locator('b').textContent()) ?? '').trim()
      if (steps.at(-1) !== step) steps.push(step)
      const before = await told.textContent()
      await use(wanted)
      // Either the goal is reached, or time has passed and it is to pass once more.
      await page.waitForFunction(
        (was) =>
          !document.querySelector('.passing') &&
          (document.querySelector('#guide .told')?.textContent !== was ||
            (document.querySelector('.step.wanted') && !document.querySelector('.reached'))),
        before,
        { timeout: 30_000 },
      )
    }
    return steps
  }

  async function expectWholeWay(page: Page, number: number): Promise<void> {
    const shown = (id: number, text: string) => chat(page, id).locator('article.bot').filter({ hasText: text }).last()
    for (const [id, text] of [
      [-1002, `⚠️ #${number} `],
      [-1003, `#${number} `],
      [-1001, `谢谢您的评价:#${number} 满意`],
      [-1001, '📊'],
    ] as const)
      expect(await shown(id, text).count(), `${id} shows ${text}`).toBe(1)
    for (const id of [-1001, -1002, -1003]) {
      const times = await chat(page, id)
        .locator('article time')
        .evaluateAll((all) => all.map((one) => (one as HTMLTimeElement).dateTime))
      expect(times, `messages of ${id} are in the order of their hours`).toEqual([...times].sort())
    }
  }

  it('leads through the tour in Chinese on a desktop by mouse, and can be left and resumed', async () => {
    const visitor = await visit(browser, product.url, { locale: 'zh-CN', viewport: desktop, colorScheme: 'light' })
    const { page } = visitor
    await visitor.expectAccessible()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')

    await page.locator('.wanted').click()
    await page.locator('#guide .told b', { hasText: '2 接单' }).waitFor()
    await page.locator('#guide').getByRole('button', { name: '先到这里' }).click()
    expect(await page.locator('#guide').isVisible()).toBe(false)
    expect(await page.locator('.wanted').count()).toBe(0)
    await page.reload()
    await page.getByRole('button', { name: '接着走 2/7' }).click()
    await page.locator('#guide .told b', { hasText: '2 接单' }).waitFor()

    const steps = await takeTour(visitor, (wanted) => wanted.click())
    expect(steps).toEqual(['2 接单', '3 超时', '4 督办', '5 办结', '6 评价', '7 周报'])
    await expectWholeWay(page, 1)
    await visitor.expectAccessible()
    visitor.expectQuiet()
    await visitor.context.close()
  }, 120_000)

  it('leads through the tour in English on a phone in the dark by keyboard alone', async () => {
    const visitor = await visit(browser, product.url, { locale: 'en-GB', viewport: phone, colorScheme: 'dark' })
    const { page } = visitor
    await visitor.expectAccessible()
    const steps = await takeTour(visitor, async (wanted) => {
      const show = page.getByRole('button', { name: 'Take me there' })
      await show.focus()
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => document.activeElement?.classList.contains('wanted'))
      expect(await wanted.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
      await page.keyboard.press('Enter')
    })
    expect(steps).toEqual(['1 Report', '2 Take it', '3 Overdue', '4 Committee', '5 Resolve', '6 Rate', '7 Summary'])
    await expectWholeWay(page, 2)
    await visitor.expectAccessible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth), 'nothing sticks out').toBeLessThanOrEqual(
      390,
    )
    visitor.expectQuiet()
    await visitor.context.close()
  }, 120_000)

  it('shows behind the curtain what lies in the database, and asks for nothing while it is closed', async () => {
    const visitor = await visit(browser, product.url, { locale: 'zh-CN', viewport: phone, colorScheme: 'light' })
    const { page } = visitor
    await chat(page, -1001).locator('textarea').fill('2号楼1单元门禁坏了,刷卡没反应')
    await chat(page, -1001).locator('textarea').press('Enter')
    await chat(page, -1001).locator('article.bot').filter({ hasText: '门禁' }).waitFor()
    expect(visitor.asked('api/curtain')).toBe(0)

    await page.getByRole('button', { name: '幕后' }).click()
    const curtain = page.locator('#curtain')
    await curtain.locator('details').nth(6).waitFor()
    const told = await curtain.textContent()
    for (const part of [
      '报事,直接登记',
      '2号楼1单元',
      '待接单',
      '接单',
      'reported',
      'acknowledge/warn',
      'card',
      'deliver',
    ])
      expect(told).toContain(part)
    await visitor.expectAccessible()
    await curtain.getByRole('button', { name: '关闭' }).click()
    const before = visitor.asked('api/curtain')
    await chat(page, -1001).locator('textarea').fill('早上好')
    await chat(page, -1001).locator('textarea').press('Enter')
    await chat(page, -1001).locator('article', { hasText: '早上好' }).waitFor()
    await page.waitForTimeout(600)
    expect(visitor.asked('api/curtain')).toBe(before)
    visitor.expectQuiet()
    await visitor.context.close()
  })

  it('lets anybody say, send, correct and press, in groups and in private', async () => {
    const visitor = await visit(browser, product.url, { locale: 'en-GB', viewport: desktop, colorScheme: 'dark' })
    const { page } = visitor
    await page.getByRole('button', { name: 'Leave for now' }).click()
    const residents = chat(page, -1001)
    const own = residents.locator('article.own')
    await residents.getByLabel('Write and press as').selectOption({ label: '刘先生 6-3-2201' })
    await residents.locator('textarea').fill('6号楼地下车库漏水')
    await residents.getByRole('button', { name: 'Send an album of three' }).click()
    await own.locator('.photos.many img').nth(2).waitFor()
    await residents.getByRole('button', { name: 'Send a location' }).click()
    await own.locator('.place').waitFor()
    await own.first().hover()
    await own.first().getByRole('button', { name: 'Edit' }).click()
    await residents.locator('textarea').fill('6号楼地下车库漏水,车都淋湿了')
    await residents.locator('textarea').press('Enter')
    await own.filter({ hasText: '淋湿' }).locator('.edited').waitFor()
    await own.locator('.photos button').first().click()
    await page.locator('dialog#photo[open] img').waitFor()
    await page.keyboard.press('Escape')

    // Somebody who has no say in it is told so.
    const staff = chat(page, -1002)
    await residents.getByLabel('Write and press as').selectOption({ label: '路过的人' })
    await residents.locator('article.bot .key', { hasText: '+1 我家也是' }).last().click()
    await page.locator('.toast').last().waitFor()
    await staff.locator('article.bot .key', { hasText: '接单' }).last().click()
    await page.locator('.toast', { hasText: '已接单' }).waitFor()

    await page.getByLabel('Private chat of the bot with').selectOption({ label: '路过的人' })
    const direct = page.locator('section.chat').last()
    await direct.locator('article.bot').first().waitFor()
    await direct.getByRole('button', { name: 'Close: 路过的人' }).click()
    expect(await direct.isVisible()).toBe(false)
    await page.getByLabel('Private chat of the bot with').selectOption({ label: '路过的人' })
    await direct.locator('article.bot').first().waitFor()
    await visitor.expectAccessible()
    visitor.expectQuiet()
    await visitor.context.close()
  })

  it('plays the week in a neighbourhood of its own, to be paused, stepped and taken over', async () => {
    const visitor = await visit(browser, product.url, { locale: 'zh-CN', viewport: desktop, colorScheme: 'light' })
    const { page } = visitor
    const residents = chat(page, -1001)
    await residents.locator('textarea').fill('今天真暖和')
    await residents.locator('textarea').press('Enter')
    await residents.locator('article', { hasText: '今天真暖和' }).waitFor()
    await page.locator('#week').click()
    await page.waitForURL('**/week/')
    await page.locator('#player-pace').selectOption('fast')
    await residents.locator('article', { hasText: '今天降温' }).waitFor()
    expect(await residents.locator('textarea').isVisible()).toBe(false)
    await page.locator('.toast', { hasText: '王师傅 按下「接单」' }).waitFor()
    await page.locator('#player-pause').click()
    await page.locator('#player .told', { hasText: '已暂停' }).waitFor()
    await visitor.expectAccessible()
    const shown = () => page.locator('#player progress').evaluate((bar) => (bar as HTMLProgressElement).value)
    await page.waitForTimeout(700)
    const paused = await shown()
    await page.waitForTimeout(700)
    expect(await shown()).toBe(paused)
    await page.locator('#player-step').click()
    await page.locator('#player-step').click()
    await page.waitForFunction(
      (was) => (document.querySelector('#player progress') as HTMLProgressElement).value > was,
      paused,
    )
    await page.locator('#player-stop').click()
    await page.locator('#player .told', { hasText: '现在归您' }).waitFor()
    await residents.locator('textarea').fill('1号楼路灯不亮')
    await residents.locator('textarea').press('Enter')
    await residents.locator('article.bot', { hasText: '供电照明 · 1号楼' }).waitFor()
    await page.locator('#player-home').click()
    await page.waitForURL(new URL('/', product.url).href)
    await residents.locator('article', { hasText: '今天真暖和' }).waitFor()
    visitor.expectQuiet()
    expect(product.said(), 'no fault inside').not.toMatch(/"level":[56]0/)
    await visitor.context.close()
  })
})
