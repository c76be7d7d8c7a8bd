import { describe, expect, it } from 'vitest'
import type { LateLine } from '../../src/domain/post/notice.ts'
import { messageLimit } from '../../src/messages/html.ts'
import { render } from '../../src/messages/render.ts'
import { mention } from './samples.ts'
import { at, contextOf, drawn, li, visible } from './story.ts'

const line = (number: number, of: Partial<LateLine> = {}): LateLine => ({
  ticket: { ...mention, number },
  clock: 'resolve',
  due: at('12:00'),
  late: { clock: 'business', ms: 9_000_000, dayMs: 27_000_000 },
  assignee: '王师傅',
  named: [],
  ...of,
})

function digest(lines: readonly LateLine[], language: 'zh-CN' | 'en' = 'zh-CN', resend = false) {
  const context = contextOf({ context: { digest: { lines, managers: [li] }, resend } }, language)
  return render({ kind: 'digest', of: 'overdue', items: [] }, context)
}

describe('a digest', () => {
  it('says number, what, where, how late and who; of a private matter the number alone', () => {
    const masked = line(132, { ticket: { ...mention, number: 132, private: true } })
    const called = line(133, { named: [{ id: 301, name: '陈书记' }], assignee: null })
    expect(visible(drawn(digest([line(131), masked, called])))).toMatchInlineSnapshot(`
      "📣 系统停机,迟报:3 件已超时,请 李经理 安排处理
      1. #131 供电照明 · 5号楼1单元 — 办结已超时 2 个工作小时 30 分钟 · 王师傅
      2. #132 专人处理 — 办结已超时 2 个工作小时 30 分钟
      3. #133 供电照明 · 5号楼1单元 — 办结已超时 2 个工作小时 30 分钟 · 还没有人接单
      请 陈书记 过问:#133
      点编号看工单。
      [#131] [#132] [#133]"
    `)
    expect(visible(drawn(digest([line(131), masked, called], 'en', true)))).toMatchInlineSnapshot(`
      "[Sent again] 📣 Reported late, the system was down: 3 overdue. 李经理, please see to them.
      1. #131 Power or lighting · Building 5, Unit 1 — done: 2 working hours 30 min late · 王师傅
      2. #132 in private hands — done: 2 working hours 30 min late
      3. #133 Power or lighting · Building 5, Unit 1 — done: 2 working hours 30 min late · nobody has taken it
      陈书记, please look into #133
      Press a number to see its ticket.
      [#131] [#132] [#133]"
    `)
  })

  it.each(['zh-CN', 'en'] as const)('is cut by whole lines and says how many are missing, in %s', (language) => {
    const text = visible(
      digest(
        Array.from({ length: 300 }, (_, index) => line(100_000 + index)),
        language,
        true,
      ).html,
    )
    expect(text.length).toBeLessThanOrEqual(messageLimit)
    expect(text.length).toBeGreaterThan(messageLimit - 250)
    const told = text.split('\n').filter((one) => /^\d+\. #/.test(one)).length
    const left = Number(/(\d+) (?:件,发|more)/.exec(text.split('\n').at(-2) ?? '')?.[1])
    expect(told + left).toBe(300)
  })

  it('is empty when everything was answered before it went out', () => {
    expect(digest([], 'zh-CN', true)).toEqual({ html: '', keyboard: [], forceReply: null })
  })
})
