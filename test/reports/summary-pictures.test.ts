import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import pixelmatch from 'pixelmatch'
import { expect, test } from 'vitest'
import type { Language } from '../../src/domain/ids.ts'
import type { PeriodFacts } from '../../src/domain/summary/period-facts.ts'
import { type Audience, summarize } from '../../src/domain/summary/summary.ts'
import { drawSummary } from '../../src/reports/draw-summary.ts'
import { sheet } from '../../src/reports/palette.ts'
import { emptyWeek, extremeWeek, noAnswers, periodNamed, plausibleMonth, plausibleWeek } from './plausible-facts.ts'

const folder = fileURLToPath(new URL('golden/', import.meta.url))
/** Fonts are drawn a little differently on another machine; anything that moved or changed colour is far more than this. */
const mostDifferent = 0.015

/** Draws the picture and looks at it beside the one that somebody approved. GOLDEN=renew keeps the new one instead. */
test.each<[string, PeriodFacts, Audience, Language]>([
  ['residents', plausibleWeek, 'residents', 'zh-CN'],
  ['staff', plausibleWeek, 'staff', 'zh-CN'],
  ['committee', plausibleWeek, 'committee', 'zh-CN'],
  ['month', plausibleMonth, 'committee', 'zh-CN'],
  ['empty', emptyWeek, 'committee', 'zh-CN'],
  ['crowded', extremeWeek, 'committee', 'zh-CN'],
  [
    'quarter',
    { ...plausibleMonth, period: periodNamed('2026-Q4'), asOf: periodNamed('2026-Q4').end },
    'committee',
    'zh-CN',
  ],
  ['english', plausibleMonth, 'committee', 'en'],
  ['english-residents', plausibleWeek, 'residents', 'en'],
  ['english-staff', noAnswers, 'staff', 'en'],
])('%s looks as it was approved', async (name, facts, audience, language) => {
  const drawn = await drawSummary(summarize(facts, audience, 'Asia/Shanghai'), { language })
  expect(drawn.readUInt32BE(20), 'height').toBeLessThanOrEqual(sheet.tallest)
  const path = `${folder}${name}.png`
  if (process.env.GOLDEN === 'renew') {
    await mkdir(folder, { recursive: true })
    await writeFile(path, drawn)
  }
  const [seen, approved] = await Promise.all([pixels(drawn), readFile(path).then(pixels)])
  expect([seen.width, seen.height]).toEqual([approved.width, approved.height])
  const { width, height } = seen
  const different = pixelmatch(seen.data, approved.data, undefined, width, height, { threshold: 0.2 })
  expect(different / (width * height)).toBeLessThan(mostDifferent)
  // Dark chats see the same sheet: it brings its own ground, to every edge.
  const opaque = seen.data.every((value, index) => index % 4 !== 3 || value === 255)
  expect(opaque).toBe(true)
})

async function pixels(png: Buffer) {
  const image = await loadImage(png)
  const { width, height } = image
  const context = createCanvas(width, height).getContext('2d')
  context.drawImage(image, 0, 0)
  return { width, height, data: context.getImageData(0, 0, width, height).data }
}
