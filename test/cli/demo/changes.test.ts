import { expect, it } from 'vitest'
import { changedLines, freshLabels } from '../../../src/cli/demo/changes.ts'

it.each([
  [
    'new lines only',
    '🛗 #1 电梯\n今天 09:17 前会有人接单',
    '🛗 #1 电梯\n王师傅 已接单(09:06)',
    ['王师傅 已接单(09:06)'],
  ],
  ['a new sign alone before the title', '🛗 #1 电梯\n在办', '✅ #1 电梯\n已修好', ['✅ 已修好']],
  ['a new title whole', '💡 #5 供电照明', '💡 #5 供电照明 · 6号楼', ['💡 #5 供电照明 · 6号楼']],
  ['what went away', '🛗 #1 电梯\n网格员:赵网格', '🛗 #1 电梯', ['− 网格员:赵网格']],
  ['nothing where only the day has another name', '明天 09:12 前修好', '今天 09:12 前修好', []],
  ['another hour', '明天 09:12 前修好', '明天 10:00 前修好', ['明天 10:00 前修好']],
] as const)('shows %s', (_, before, after, shown) => {
  expect(changedLines(before, after)).toEqual(shown)
})

it('shows the buttons that were not there before', () => {
  expect(freshLabels([['接单', '转派']], [['改时间', '转派'], ['到场']])).toEqual(['改时间', '到场'])
})
