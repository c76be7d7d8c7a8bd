import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mask } from '../../src/nlu/mask.ts'

const names = ['张伟', '小陈 3-2-502', 'Al', '李经理', 'Anna Müller', '.*', '幸福里-王建国', '🌸晴天🌸']

/** A seed and a number of runs that do not change from day to day. */
const fixed = { seed: 20261118, numRuns: 2_000 }

describe('what leaves', () => {
  it.each([
    ['张伟说3-2-502漏水', '○○说3-2-○○漏水'],
    ['3-2-601漏水', '3-2-***漏水'],
    ['3#2-1-5 门口有味道', '3-2-*** 门口有味道'],
    ['三栋二单元五零二室好像漏水', '三栋二单元***室好像漏水'],
    ['12号樓1203的陳阿姨家', '12号楼***的○○家'],
    ['王师傅、老李、欧阳主任和施工队都在', '○○、○○、○○和施工队都在'],
    ['王建国修的,王建国师傅', '○○修的,○○师傅'],
    ['电话１３８ 0013-8000', '电话***'],
    ['打幺三八零零一三八零零零', '打***'],
    ['@wang_fang88 看一下 https://t.me/abc?x=1 谢谢', '@○○ 看一下 […] 谢谢'],
    ['写到 fang@mail.example.com,或微信wangfang', '写到 […],或微信 ***'],
    ['京A12345又停在5号楼门口', '京***又停在5号楼门口'],
    ['Mr Smith in flat 12B, building 3: also Al', '○○ in flat ***, building 3: also ○○'],
    ['ask anna in unit 2, 12th floor', 'ask ○○ in unit 2, 12th floor'],
    ['1\u200b3\u200b8\u200b00138000', '***'],
    ['晴天说灯又灭了', '○○说灯又灭了'],
  ])('%s', (text, left) => expect(mask(text, names)).toBe(left))

  it('keeps what tells whether it is a report', () => {
    for (const text of [
      '5号楼那灯不知道是不是又坏了',
      '3号楼2单元下水道好像有点味道',
      '小区大门、马路、高层水管、方便的时候',
      'the lift in building 3 is making a noise again',
    ]) {
      expect(mask(text, names)).toBe(text)
    }
  })
})

describe('whatever is written', () => {
  const figures = fc.constantFrom(...'0123456789０１２零一二三四幺٣५①')
  const between = fc.constantFrom('', ' ', '-', '—', '·', '.', '_', ' - ')
  const piece = fc.oneof(
    figures,
    between,
    fc.constantFrom(...names),
    fc.constantFrom(
      '号楼',
      '室',
      '单元',
      '电话',
      '漏水',
      'http://',
      '@',
      'Al',
      'so ',
      '\u202e',
      '\ud800',
      '\u0000',
      '*',
      '○',
      '〔',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  )
  const line = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

  it('no three figures stand together, and no seven with signs between them', () => {
    fc.assert(
      fc.property(line, (text) => {
        const left = mask(text, names)
        expect(left).not.toMatch(/[\p{Nd}零〇一二三四五六七八九幺]{3}/u)
        expect(left.replace(/[\s\-—–.·_()/+]/gu, '')).not.toMatch(/\p{Nd}{7}/u)
      }),
      fixed,
    )
  })

  it('no known name is left, nor a part of one', () => {
    const parts = ['张伟', '小陈', '502', '李经理', 'Anna', 'Müller', '王建国', '幸福里', '晴天']
    fc.assert(
      fc.property(line, (text) => {
        const left = mask(text, names)
        for (const name of parts) expect(left).not.toContain(name)
        expect(left).not.toMatch(/(?<![a-z])al(?![a-z])/i)
      }),
      fixed,
    )
  })

  it('no room is left, however it is written', () => {
    const number = (min: number, max: number) => fc.integer({ min, max })
    const room = fc
      .tuple(number(1, 30), number(1, 4), number(1, 33), number(1, 9))
      .map(([building, unit, floor, door]) => ({ building, unit, room: `${floor}0${door}` }))
    const style = fc.constantFrom(
      (b: number, u: number, r: string) => `${b}-${u}-${r}`,
      (b: number, u: number, r: string) => `${b} - ${u} - ${r}`,
      (b: number, u: number, r: string) => `${b}#${u}-${r}`,
      (b: number, u: number, r: string) => `${b}号楼${u}单元${r}室`,
      (b: number, _: number, r: string) => `bldg ${b} / ${r}`,
      (b: number, _: number, r: string) => `${b}栋${r}`,
    )
    fc.assert(
      fc.property(line, room, style, (text, { building, unit, room }, write) => {
        expect(mask(`${write(building, unit, room)} ${text}`, names)).not.toContain(room)
      }),
      fixed,
    )
  })

  it('a long line is cut, and a hostile one takes no time', () => {
    fc.assert(
      fc.property(line, (text) => {
        expect([...mask(text.repeat(40), names)].length).toBeLessThan(1_600)
      }),
      fixed,
    )
    for (const bad of ['1-', 'a.', 'a', '1 ', '@', '王', '一', 'www.', 'a_']) {
      const started = performance.now()
      mask(bad.repeat(50_000), names)
      // Milliseconds in truth; a pattern that backtracks would take minutes.
      expect(performance.now() - started).toBeLessThan(2_000)
    }
  })
})
