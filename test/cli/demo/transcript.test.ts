import { expect, it } from 'vitest'
import { frames } from '../../../src/cli/demo/frame.ts'
import type { Happening } from '../../../src/cli/demo/happening.ts'
import { colourInk, plainInk } from '../../../src/cli/demo/ink.ts'
import { createTranscript } from '../../../src/cli/demo/transcript.ts'
import { localToUtc } from '../../../src/domain/time/zone.ts'

const zone = 'Asia/Shanghai'
const residents = { id: -1, key: '-1', name: '业主群', direct: false }
const staff = { id: -2, key: '-2', name: '物业群', direct: false }
const granny = { id: 7, key: '9:7', name: '何奶奶 2-1-203', direct: true }
const at = (time: string): number => localToUtc(zone, '2026-11-16', time)
const order = [-1, -2]
const start = (ink = plainInk, language: 'zh-CN' | 'en' = 'zh-CN') =>
  createTranscript({ frame: frames[language], timezone: zone, ink, order, telling: [-1, -2] })

const taken: readonly Happening[] = [
  { kind: 'pressed', at: at('09:06'), chat: staff, who: '王师傅', button: '接单', answer: '#1 已接单', refused: false },
  { kind: 'changed', at: at('09:06'), chat: staff, title: '🔴 #1', lines: ['到场 09:32 前'], buttons: ['到场'] },
  { kind: 'changed', at: at('09:06'), chat: residents, title: '🛗 #1', lines: ['王师傅 已接单(09:06)'], buttons: [] },
]

it('heads each day once, names the chat and sets the bot apart from people', () => {
  const transcript = start()
  const said: Happening = {
    kind: 'said',
    at: at('09:02'),
    chat: residents,
    who: '张女士 3-2-502',
    text: '电梯坏了',
    photos: 2,
    replyTo: null,
  }
  const card: Happening = {
    kind: 'posted',
    at: at('09:02'),
    chat: residents,
    lines: ['🛗 #1 电梯故障', '紧急'],
    buttons: [['补充', '不是报修']],
    photos: 0,
  }
  expect(transcript.moment([said, card], '一句话就是一张工单')).toEqual([
    '',
    `── 周一 11月16日 ${'─'.repeat(61)}`,
    '',
    '09:02  业主群  · 一句话就是一张工单',
    '       张女士:📷×2 电梯坏了',
    '         │ 🛗 #1 电梯故障',
    '         │ 紧急',
    '         │ [补充] [不是报修]',
  ])
  expect(transcript.moment([{ ...said, replyTo: '🛗 #1 电梯故障', photos: 0 }], null)).toEqual([
    '       张女士(回复 #1):电梯坏了',
  ])
})

it('tells a change once, in the chat of those who wait, and by the way', () => {
  expect(start().moment(taken, null).slice(2)).toEqual([
    '',
    '09:06  物业群',
    '       ▸ 王师傅 按下 [接单]  → #1 已接单',
    '       ✎ 业主群 #1 → 王师傅 已接单(09:06)',
  ])
})

it('lets what time alone brings stand out, and says what it means', () => {
  const overdue: Happening = {
    kind: 'posted',
    at: at('18:00'),
    chat: staff,
    lines: ['⚠️ #1 办结刚超时'],
    buttons: [],
    photos: 0,
  }
  expect(start(plainInk, 'en').moment([overdue], null).slice(3)).toEqual([
    '18:00  物业群  · Overdue: the manager is named',
    '         ┃ ⚠️ #1 办结刚超时',
  ])
  expect(start(colourInk).moment([overdue], null).at(-1)).toBe(
    '         \u001b[31m┃\u001b[39m \u001b[1m\u001b[31m⚠️ #1 办结刚超时\u001b[39m\u001b[22m',
  )
})

it('shows a refused press and a private chat as what they are', () => {
  const refused: Happening = {
    kind: 'pressed',
    at: at('10:00'),
    chat: granny,
    who: '何奶奶 2-1-203',
    button: '已解决',
    answer: '这个按钮已失效',
    refused: true,
  }
  expect(start().moment([refused], null).slice(3)).toEqual([
    '10:00  私聊 何奶奶 2-1-203',
    '       ▸ 何奶奶 按下 [已解决]  ✗ 这个按钮已失效',
  ])
})

it('says nothing of a moment in which nothing is to be seen', () => {
  expect(start().moment([], '没人看见')).toEqual([])
})
