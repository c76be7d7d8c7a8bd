import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openChromium } from './browser/chromium.ts'
import { chats, useSandboxPage } from './browser/sandbox-page.ts'
import { environment, startProduct } from './browser/start-product.ts'

/** Retakes the pictures of the README: `npm run screenshots`. Needs a Chromium; CHROMIUM names one that is elsewhere. */
const repository = join(import.meta.dirname, '..')
const images = join(repository, 'docs/images')
const mostBytes = 300_000

async function main(): Promise<void> {
  await mkdir(images, { recursive: true })
  const sandbox = await startProduct()
  const browser = await openChromium()
  try {
    const desk = await open(browser, sandbox.url, { width: 1360, height: 800 }, 'light')
    await desk.getByRole('button', { name: '先到这里' }).click()
    await tellStory(desk)
    await shoot(desk, 'sandbox.png')
    const phone = await open(browser, sandbox.url, { width: 390, height: 780 }, 'dark')
    await phone.locator('.wanted').waitFor()
    await shoot(phone, 'sandbox-phone.png')
    await shootWeek(desk)
  } finally {
    await browser.close()
    await sandbox.stop()
  }
  await keepSummary()
}

/** One finished week for the summary; then a working day: a lift mended, a leak waiting for parts, a lamp nobody takes. */
async function tellStory(page: Page): Promise<void> {
  const { residents, staff, committee } = chats
  const { say, album, press, travel } = useSandboxPage(page)
  await finish(page, '王阿姨 1-2-101', '孙姐', '1号楼东侧垃圾桶没人清,都臭了', 1, '已清运并消毒')
  await finish(page, '周姐 2-1-602', '王师傅', '2号楼1单元门禁坏了,刷卡没反应', 2, '换了读卡器电源')
  // Monday is summary day; the story is Tuesday's.
  await travel('周一')
  await travel('明天')
  await say(residents, '小陈 5-1-302', '5号楼1单元楼道灯不亮,黑漆漆的', '#3 ')
  await say(residents, '张女士 3-2-502', '3号楼2单元电梯又坏了,老人下不来楼', '#4 ')
  await press(residents, '老李 3-2-801', '#4 ', '+1 我家也是', '+1 我家也是 · 1')
  await press(staff, '王师傅', '#4 ', '接单', '王师傅 已接单')
  await travel('+10 分钟')
  await press(staff, '王师傅', '#4 ', '到场', '已到场')
  await album(residents, '刘先生 6-3-2201', '6号楼地下车库漏水,车都淋湿了', '#5 ')
  await press(staff, '刘师傅', '#5 ', '接单', '刘师傅 已接单')
  await travel('+10 分钟')
  await say(staff, '刘师傅', '挂起 5 防水公司 到 周四10:00', '防水公司')
  await travel('+10 分钟')
  await say(staff, '王师傅', '办结 4 更换门机,已试运行', '更换门机')
  await press(residents, '张女士 3-2-502', '张女士 3-2-502和', '已解决', '已结案')
  // The lamp: two working hours to take it, two more until the committee hears of it.
  for (let step = 0; step < 3; step += 1) await travel('+2 小时')
  await page.locator(`section[data-key="${committee}"] article.bot`).filter({ hasText: '请督办 #3' }).waitFor()
}

/** The demo week under way, with the matter that is told of behind the curtain. */
async function shootWeek(page: Page): Promise<void> {
  await page.locator('#week').click()
  await page.waitForURL('**/week/')
  await page.locator('#player-pace').selectOption('fast')
  await page.getByRole('button', { name: '幕后' }).click()
  await page
    .locator('article.bot .key', { hasText: /· [3-9]$/ })
    .first()
    .waitFor({ timeout: 120_000 })
  await page.locator('#player-pause').click()
  await page.locator('#player .told', { hasText: '已暂停' }).waitFor()
  await shoot(page, 'sandbox-week.png')
  await page.locator('#player-stop').click()
}

/** A matter from report to rating, within a minute. */
async function finish(page: Page, who: string, by: string, text: string, number: number, how: string): Promise<void> {
  const { residents, staff } = chats
  const { say, press } = useSandboxPage(page)
  await say(residents, who, text, `#${number} `)
  await say(staff, by, `接单 ${number}`, `${by} 已接单`)
  await say(staff, by, `办结 ${number} ${how}`, how)
  await press(residents, who, `说 #${number} `, '已解决', `#${number} 这次办得怎么样`)
  await press(residents, who, `#${number} 这次办得怎么样`, '满意', '谢谢您的评价')
}

/** The residents' picture of the demo's week, drawn as the bot draws it. */
async function keepSummary(): Promise<void> {
  const out = await mkdtemp(join(tmpdir(), 'huying-demo-'))
  const demo = spawn(process.execPath, ['bin/huying.mjs', 'demo', '--out', out], {
    cwd: repository,
    env: environment(),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const code = await new Promise((resolve) => demo.once('close', resolve))
  if (code !== 0) throw new Error(`huying demo ended with ${code}`)
  await keep('weekly-summary.png', await readFile(join(out, 'summary-residents.png')))
  await rm(out, { recursive: true })
}

async function open(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number },
  colorScheme: 'light' | 'dark',
): Promise<Page> {
  const context = await browser.newContext({ viewport, colorScheme, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(url)
  await page.locator('section.chat').first().waitFor()
  return page
}

async function shoot(page: Page, name: string): Promise<void> {
  // Short words at the page's edge have had their time.
  await page.waitForFunction(() => document.querySelectorAll('.toast').length === 0)
  await keep(name, await page.screenshot())
}

async function keep(name: string, png: Uint8Array): Promise<void> {
  const file = join(images, name)
  await writeFile(file, png)
  const { size } = await stat(file)
  if (size > mostBytes) throw new Error(`${name} has ${size} bytes; at most ${mostBytes} may go into the repository`)
  process.stdout.write(`docs/images/${name} ${Math.round(size / 1000)} kB\n`)
}

await main()
