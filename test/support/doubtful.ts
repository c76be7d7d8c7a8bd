import { parse } from '../../src/nlu/parse.ts'

/** All of them about the light at building 5, none of them certain. Which of them the parser doubts may change as it learns. */
const lines = [
  '5号楼那灯好像坏了',
  '5号楼那灯好像又有点问题',
  '5号楼那灯感觉有点暗',
  '5号楼那灯不知道是不是又坏了',
  '5号楼那灯可能有问题吧,不确定',
  '5号楼那灯好像不太对',
  '5号楼那楼道灯好像有点闪',
  '5号楼那灯怎么好像有点怪',
]

/** A line in the maybe band, within whatever else is said. @throws when none of them is doubtful any more. */
export function doubtful(within: (line: string) => string = (line) => line): string {
  const context = {
    at: Date.UTC(2026, 10, 18, 2),
    timezone: 'Asia/Shanghai',
    buildings: ['3', '5'],
    botUsername: 'huying_bot',
    audience: 'residents',
  } as const
  const found = lines.map(within).find((line) => {
    const { kind, categories, problems } = parse(line, context)
    return kind === 'maybe' && categories[0] === 'power' && problems.length === 1
  })
  if (found === undefined) throw new Error('none of these lines is doubtful any more: choose others')
  return found
}
