import { describe, expect, test } from 'vitest'
import { nowhere } from '../../src/domain/category.ts'
import { botCommands } from '../../src/messages/bot-commands.ts'
import { dateRanges } from '../../src/messages/date-ranges.ts'
import { durationText } from '../../src/messages/duration.ts'
import { mention } from '../../src/messages/mention.ts'
import { placeText, publicPlaceText } from '../../src/messages/place.ts'
import { shortWhen, when } from '../../src/messages/when.ts'
import { at, zone } from './story.ts'

const now = at('14:02')

test.each([
  ['18:00', '2026-11-19', '今天 18:00', 'today 18:00'],
  ['09:30', '2026-11-20', '明天 09:30', 'tomorrow 09:30'],
  ['17:30', '2026-11-18', '昨天 17:30', 'yesterday 17:30'],
  ['18:00', '2026-11-21', '周六 18:00', 'Sat 18:00'],
  ['09:00', '2026-11-25', '周三 09:00', 'Wed 09:00'],
  ['09:00', '2026-11-26', '11/26 09:00', '26 Nov 09:00'],
  ['10:05', '2026-11-17', '11/17 10:05', '17 Nov 10:05'],
  ['09:00', '2027-01-04', '2027/1/4 09:00', '4 Jan 2027 09:00'],
])('%s on %s is %s, %s', (time, date, zh, en) => {
  expect(when(at(time, date), now, zone, 'zh-CN')).toBe(zh)
  expect(when(at(time, date), now, zone, 'en')).toBe(en)
})

test.each([
  [['2026-10-01'], '10/1', '1 Oct'],
  [['2026-10-01', '2026-10-02'], '10/1–10/2', '1–2 Oct'],
  [['2026-09-30', '2026-10-01', '2026-10-05'], '9/30–10/1 10/5', '30 Sep – 1 Oct 5 Oct'],
  [['2026-12-31', '2027-01-01', '2027-01-03'], '12/31–1/1 1/3', '31 Dec – 1 Jan 3 Jan'],
])('the dates %j are %s, %s', (dates, zh, en) => {
  expect(dateRanges(dates, 'zh-CN').join(' ')).toBe(zh)
  expect(dateRanges(dates, 'en').join(' ')).toBe(en)
})

test('the day is the local one, and on the same day the time is enough', () => {
  expect(when(at('00:30'), at('23:50', '2026-11-18'), zone, 'zh-CN')).toBe('明天 00:30')
  expect(when(at('00:30'), at('23:50', '2026-11-18'), 'Europe/London', 'en')).toBe('today 16:30')
  expect(shortWhen(at('18:00'), now, zone, 'zh-CN')).toBe('18:00')
  expect(shortWhen(at('18:00', '2026-11-20'), now, zone, 'zh-CN')).toBe('明天 18:00')
})

test.each([
  [0, '不到 1 分钟', 'under a minute'],
  [30, '30 分钟', '30 min'],
  [120, '2 小时', '2 hours'],
  [61, '1 小时 1 分钟', '1 hour 1 min'],
  [27 * 60 + 5, '1 天 3 小时', '1 day 3 hours'],
  [48 * 60 + 5, '2 天', '2 days'],
])('%i minutes are %s, %s', (minutes, zh, en) => {
  expect(durationText(minutes * 60_000 + 59_000 * (minutes > 0 ? 1 : 0), 'zh-CN')).toBe(zh)
  expect(durationText(minutes * 60_000, 'en')).toBe(en)
})

describe('places', () => {
  const flat = { building: '3', unit: '2', floor: '5', room: '502', spot: '东侧' }
  test('whole for staff, to the unit for groups', () => {
    expect(placeText(flat, 'zh-CN')).toBe('3号楼2单元 502 · 东侧')
    expect(placeText(flat, 'en')).toBe('Building 3, Unit 2, 502 · 东侧')
    expect(publicPlaceText(flat, 'zh-CN')).toBe('3号楼2单元')
    expect(publicPlaceText(flat, 'en')).toBe('Building 3, Unit 2')
  })
  test('floors, names, spots', () => {
    expect(placeText({ ...nowhere, building: 'A', floor: 'B1' }, 'zh-CN')).toBe('A座 B1层')
    expect(placeText({ ...nowhere, building: '听雨轩', unit: '东单元' }, 'zh-CN')).toBe('听雨轩东单元')
    expect(publicPlaceText({ ...nowhere, spot: '地下车库' }, 'zh-CN')).toBe('地下车库')
    expect(publicPlaceText({ ...nowhere, spot: '502门口' }, 'zh-CN')).toBe('')
    expect(placeText(nowhere, 'zh-CN')).toBe('')
  })
})

test('a mention goes by id; without one it is a name', () => {
  expect(mention({ id: 101, name: '王<师傅' }).markup).toBe('<a href="tg://user?id=101">王&lt;师傅</a>')
  expect(mention({ id: 0, name: '王师傅' }).markup).toBe('王师傅')
})

test('command menus are what Telegram takes, each with what fits there', () => {
  for (const audience of ['residents', 'staff', 'committee', 'direct'] as const) {
    for (const language of ['zh-CN', 'en'] as const) {
      const menu = botCommands(audience, language)
      expect(new Set(menu.map(({ command }) => command)).size).toBe(menu.length)
      for (const { command, description } of menu) {
        expect(command).toMatch(/^[a-z0-9_]{1,32}$/)
        expect(description.length).toBeGreaterThan(2)
        expect(description.length).toBeLessThanOrEqual(256)
      }
    }
  }
  const names = (audience: 'residents' | 'staff' | 'committee') =>
    botCommands(audience, 'zh-CN').map(({ command }) => command)
  expect(names('residents')).toContain('report')
  expect(names('residents')).not.toContain('ack')
  expect(names('staff')).toEqual(expect.arrayContaining(['ack', 'done', 'hold', 'assign', 'note', 'reject', 'list']))
  expect(names('committee')).toEqual(expect.arrayContaining(['supervise', 'extend', 'why']))
})
