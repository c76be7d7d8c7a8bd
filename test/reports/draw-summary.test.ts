import { createHash } from 'node:crypto'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/domain/ids.ts'
import { defaultPolicy } from '../../src/domain/policy/default-policy.ts'
import type { WeeklyFacts } from '../../src/domain/summary/weekly-facts.ts'
import { type Audience, weeklySummary } from '../../src/domain/summary/weekly-summary.ts'
import { drawSummary } from '../../src/reports/draw-summary.ts'
import { drawableText } from '../../src/reports/fonts.ts'
import { emptyWeek, extremeWeek, plausibleWeek } from './plausible-week.ts'

const { rateWeights } = defaultPolicy('Asia/Shanghai')

async function draw(facts: WeeklyFacts, audience: Audience, language: Language): Promise<Buffer> {
  return drawSummary(weeklySummary(facts, audience, 'Asia/Shanghai', rateWeights), { language })
}

/** Share of pixels that are the ink colour or near it, and whether anything touches the right edge of the paper. */
async function look(png: Buffer): Promise<{ width: number; height: number; ink: number; edgeColors: number }> {
  const image = await loadImage(png)
  const { width, height } = image
  const context = createCanvas(width, height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  let ink = 0
  const edge = new Set<string>()
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const [r = 0, g = 0, b = 0] = data.subarray(pixel * 4, pixel * 4 + 3)
    if (r < 60 && g < 70 && b < 70) ink += 1
    if (pixel % width >= width - 4) edge.add(`${r},${g},${b}`)
  }
  return { width, height, ink: ink / (width * height), edgeColors: edge.size }
}

describe('the weekly picture', () => {
  test.each([
    ['residents', 'zh-CN', 1874],
    ['residents', 'en', 1874],
    ['staff', 'zh-CN', 1874],
    ['committee', 'zh-CN', 2304],
    ['committee', 'en', 2304],
  ] as const)(
    'for %s in %s is 1080 px wide, as tall as planned, written on and cut off nowhere',
    async (audience, language, height) => {
      const seen = await look(await draw(plausibleWeek, audience, language))
      expect([seen.width, seen.height]).toEqual([1080, height])
      expect(seen.ink).toBeGreaterThan(0.01)
      expect(seen.ink).toBeLessThan(0.2)
      expect(seen.edgeColors).toBeLessThanOrEqual(4) // header and ground with the seam between them, no letters
    },
  )

  test.each([
    ['an empty first week', emptyWeek],
    ['a week of extremes', extremeWeek],
  ])('%s still fits the sheet', async (_name, facts) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const seen = await look(await draw(facts, 'committee', language))
      expect(seen.width).toBe(1080)
      expect(seen.height).toBeLessThan(3000)
      expect(seen.edgeColors).toBeLessThanOrEqual(4)
    }
  })

  test('the same week gives the same picture', async () => {
    const hash = async () =>
      createHash('sha256')
        .update(await draw(plausibleWeek, 'residents', 'zh-CN'))
        .digest('hex')
    expect(await hash()).toBe(await hash())
  })

  test('once the fonts are loaded a picture takes well under a second', async () => {
    await draw(plausibleWeek, 'committee', 'zh-CN')
    const before = process.cpuUsage()
    await draw(plausibleWeek, 'committee', 'zh-CN')
    // CPU time, not the clock on the wall: a busy machine must not fail this.
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(600)
  })
})

describe('glyphs', () => {
  test('everyday and rare characters are drawn, what no font has is left out', () => {
    expect(drawableText('幸福里 Huying 3号楼 – 90% #97 (22/25)…')).toBe('幸福里 Huying 3号楼 – 90% #97 (22/25)…')
    expect(drawableText('龐喆堃 龢 里')).toBe('龐喆堃 龢 里')
    expect(drawableText('听雨轩 🏡\u{10FFFD} 一期')).toBe('听雨轩 一期')
  })
})
