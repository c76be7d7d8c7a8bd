import { describe, expect, it, test } from 'vitest'
import { localToUtc } from '../../src/domain/time/zone.ts'
import { readChange } from '../../src/nlu/interruption/read-change.ts'
import { announces, readInterruption } from '../../src/nlu/interruption/read-interruption.ts'

const timezone = 'Asia/Shanghai'
const buildings = ['1', '2', '3', '5', '6', '听雨轩']
/** Wednesday. */
const now = at('11-18 10:00')

function at(local: string): number {
  const [date = '', time = ''] = local.split(' ')
  return localToUtc(timezone, `2026-${date}`, time)
}

/** What a line comes to: utility, places, from, to, 抢修; '' where it does not say. */
function read(text: string): string {
  const said = readInterruption(text, { at: now, timezone, buildings })
  const where = said.areas.map(({ building, unit }) => (unit === null ? building : `${building}-${unit}`))
  const local = (instant: number | null) =>
    instant === null ? '?' : new Date(instant + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')
  const parts = [said.utility, said.whole ? 'all' : where.join(' '), `${local(said.startsAt)} to ${local(said.endsAt)}`]
  return [...parts, ...(said.emergency ? ['repair'] : []), ...said.unknown.map((one) => `no ${one}`)].join(', ')
}

const announced: readonly (readonly [string, string])[] = [
  ['明天9点到15点 3、5号楼停水', 'water, 3 5, 11-19 09:00 to 11-19 15:00'],
  ['明天9点到15点3、5号楼停水', 'water, 3 5, 11-19 09:00 to 11-19 15:00'],
  ['明天9点到15点 3、4号楼停水', 'water, 3, 11-19 09:00 to 11-19 15:00, no 4'],
  ['今晚10点起全小区停电,大概两小时', 'power, all, 11-18 22:00 to 11-19 00:00'],
  ['11月25日8:00-17:00 1-3号楼停电', 'power, 1 2 3, 11-25 08:00 to 11-25 17:00'],
  ['定于11月25日(周三)上午8:30至下午17:00停电', 'power, , 11-25 08:30 to 11-25 17:00'],
  ['周六上午3号楼2单元电梯检修', 'elevator, 3-2, 11-21 08:00 to 11-21 12:00'],
  ['3号楼和5号楼1、2单元今天14点到16点停电', 'power, 3 5-1 5-2, 11-18 14:00 to 11-18 16:00'],
  ['3、5号楼2单元今天14点到16点停电', 'power, 3-2 5-2, 11-18 14:00 to 11-18 16:00'],
  ['听雨轩明天下午2点到4点停暖', 'heating, 听雨轩, 11-19 14:00 to 11-19 16:00'],
  ['停气 后天 早上8点到下午5点 5号楼', 'gas, 5, 11-20 08:00 to 11-20 17:00'],
  ['停電7小時 明天8點開始 3號樓', 'power, 3, 11-19 08:00 to 11-19 15:00'],
  ['周五14点到15点消防演练', 'fire, , 11-20 14:00 to 11-20 15:00'],
  ['现在停水抢修,预计18点恢复 3号楼', 'water, 3, 11-18 10:00 to 11-18 18:00, repair'],
  ['3号楼水管爆了,马上停水抢修,大概两小时', 'water, 3, 11-18 10:00 to 11-18 12:00, repair'],
  ['3号楼停水抢修', 'water, 3, ? to ?, repair'],
  ['tomorrow 9am to 3pm water off in buildings 3 and 5', 'water, 3 5, 11-19 09:00 to 11-19 15:00'],
  ['power cut tonight from 10pm for about two hours, whole estate', 'power, all, 11-18 22:00 to 11-19 00:00'],
  ['Water will be off Friday 9-11am in Building 5', 'water, 5, 11-20 09:00 to 11-20 11:00'],
  ['Elevator maintenance Saturday 2pm-4pm building 3 unit 2', 'elevator, 3-2, 11-21 14:00 to 11-21 16:00'],
]

describe('what staff announce', () => {
  test.each(announced)('%s', (line, meant) => {
    expect(read(line)).toBe(meant)
    expect(announces(line, readInterruption(line, { at: now, timezone, buildings }), now)).toBe(true)
  })

  test.each([
    '明天几点停水?',
    '明天9点到15点停水吗',
    '昨天3号楼停水了',
    '停水的通知发了没有',
    '明天3号楼停水',
    '张师傅明天9点去3号楼看下停水的事',
    '明天9点到15点不停水了',
    '明天9点到15点我值班',
    '3号楼2单元电梯坏了',
    'When is the water off tomorrow 9 to 11?',
  ])('%s is talk', (line) => {
    expect(announces(line, readInterruption(line, { at: now, timezone, buildings }), now)).toBe(false)
  })

  it('takes any line', () => {
    for (const line of ['', '号楼', '1-999999号楼停水', '、、号楼单元', '3'.repeat(5000), '\u0000停水\ud800'])
      expect(() => readInterruption(line, { at: now, timezone, buildings })).not.toThrow()
  })
})

describe('what changes a notice', () => {
  /** Announced for tomorrow, 09:00 to 15:00. */
  const window = { startsAt: at('11-19 09:00'), endsAt: at('11-19 15:00') }
  const change = (text: string, when: string) => {
    const found = readChange(text, window, { at: at(when), timezone })
    return found?.kind === 'move' ? [found.startsAt, found.endsAt] : (found?.kind ?? null)
  }
  const moved = (from: string, to: string) => [at(from), at(to)]

  test('before it begins', () => {
    expect(change('推迟到后天9点到15点', '11-18 10:00')).toEqual(moved('11-20 09:00', '11-20 15:00'))
    expect(change('推迟到10点', '11-18 10:00')).toEqual(moved('11-19 10:00', '11-19 16:00'))
    expect(change('10点到16点', '11-18 10:00')).toEqual(moved('11-19 10:00', '11-19 16:00'))
    expect(change('延长到18点', '11-18 10:00')).toEqual(moved('11-19 09:00', '11-19 18:00'))
    expect(change('取消', '11-18 10:00')).toBe('cancel')
    expect(change('明天不停水了', '11-18 10:00')).toBe('cancel')
  })

  test('while it lasts', () => {
    expect(change('延长到18点', '11-19 11:00')).toEqual(moved('11-19 09:00', '11-19 18:00'))
    expect(change('再延长两小时', '11-19 11:00')).toEqual(moved('11-19 09:00', '11-19 17:00'))
    expect(change('预计17点半恢复', '11-19 11:00')).toEqual(moved('11-19 09:00', '11-19 17:30'))
    expect(change('extended until 6pm', '11-19 11:00')).toEqual(moved('11-19 09:00', '11-19 18:00'))
    for (const line of ['提前恢复', '已恢复', '来水了', 'water is back'])
      expect(change(line, '11-19 11:00')).toBe('restored')
  })

  test('when its time is up', () => {
    expect(change('还没有,要到18点', '11-19 15:10')).toEqual(moved('11-19 09:00', '11-19 18:00'))
    expect(change('再延长两小时', '11-19 15:10')).toEqual(moved('11-19 09:00', '11-19 17:10'))
    for (const line of ['还没有', '好的', '还没恢复', 'not yet', '辛苦了'])
      expect(change(line, '11-19 15:10')).toBeNull()
  })
})
