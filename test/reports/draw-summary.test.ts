import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/domain/ids.ts'
import type { PeriodFacts } from '../../src/domain/summary/period-facts.ts'
import { type Audience, summarize } from '../../src/domain/summary/summary.ts'
import { drawSummary } from '../../src/reports/draw-summary.ts'
import { drawableText } from '../../src/reports/fonts.ts'
import { plausibleWeek } from './plausible-facts.ts'

async function draw(facts: PeriodFacts, audience: Audience, language: Language): Promise<Buffer> {
  return drawSummary(summarize(facts, audience, 'Asia/Shanghai'), { language })
}

describe('the weekly picture', () => {
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
