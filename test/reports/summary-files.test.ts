import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import readExcel from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import type { PeriodFacts } from '../../src/domain/summary/period-facts.ts'
import { type Audience, summarize } from '../../src/domain/summary/summary.ts'
import { summaryFiles } from '../../src/reports/summary-files.ts'
import { summaryTables } from '../../src/reports/summary-tables.ts'
import { writeCsv } from '../../src/reports/write-csv.ts'
import { writeXlsx } from '../../src/reports/write-xlsx.ts'
import { readCsv } from '../support/read-csv.ts'
import { emptyWeek, extremeWeek, plausibleWeek } from './plausible-facts.ts'

const tablesOf = (facts: PeriodFacts, audience: Audience = 'committee', language: 'zh-CN' | 'en' = 'zh-CN') =>
  summaryTables(summarize(facts, audience, 'Asia/Shanghai'), language)

async function workbook(facts: PeriodFacts, audience: Audience = 'committee', language: 'zh-CN' | 'en' = 'zh-CN') {
  const sheets = await readExcel(await writeXlsx(tablesOf(facts, audience, language)))
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]))
}

describe('the workbook', () => {
  test('has a sheet for each table, numbers as numbers, dates as dates', async () => {
    const found = await workbook(plausibleWeek)
    expect([...found.keys()]).toEqual(['概览', '三率', '楼栋', '网格', '类别', '责任方', '人员', '未结清单'])
    const overview = new Map(found.get('概览')?.map(([name, ...rest]) => [name, rest]))
    expect(overview.get('新报')).toEqual([23, 31, -8, '–', '–', '–', '–'])
    expect(overview.get('解决率')).toEqual([0.88, 0.85, expect.closeTo(0.03, 10), 22, 25, 17, 20])
    expect(overview.get('重办件数')?.[0]).toBe(3)
    expect(overview.get('重办率')?.slice(3, 5)).toEqual([2, 27])
    expect(overview.get('转派退回率')?.slice(3, 5)).toEqual([3, 36])
    expect(overview.get('总分(响应 0.1、解决 0.5、满意 0.4,基本满意计 0.9)')?.[0]).toBeCloseTo(0.867, 3)
    expect(overview.get('办结用时中位数(自然时间,小时)')?.[0]).toBe(20.5)
    expect(found.get('责任方')?.slice(0, 3)).toEqual([
      [
        '名称',
        '挂起',
        '超时未结',
        '派遣',
        '按时办结',
        '超时办结',
        '未办结',
        '结案率',
        '按时结案率',
        '不满意',
        '评价',
        '不满意率',
      ],
      ['物业', 0, 2, 29, 20, 2, 7, 22 / 29, 20 / 29, 3, 22, 3 / 22],
      ['防水公司', 3, 1, 5, 2, 2, 1, 4 / 5, 2 / 5, 1, 3, 1 / 3],
    ])
    expect(found.get('未结清单')?.slice(0, 3)).toEqual([
      ['编号', '类别', '地点', '报修日期', '已有天数', '经办人', '在等', '预计', '超时天数'],
      ['#97', '漏水排水', '地库', new Date('2026-11-02'), 21, '王师傅', '防水公司', new Date('2026-12-03'), 6],
      ['#101', '涉及隐私,已转专人', '–', new Date('2026-11-08'), 15, '–', '–', '–', '–'],
    ])
  })

  test('counts promises that were put off, in the workbook and the plain file', async () => {
    const moved = { ...plausibleWeek, current: { ...plausibleWeek.current, promisesMoved: 4 } }
    const overview = new Map((await workbook(moved)).get('概览')?.map(([name, ...rest]) => [name, rest]))
    expect(overview.get('承诺改期')?.[0]).toBe(4)
    expect(writeCsv(tablesOf(moved, 'committee', 'en')).toString('utf8')).toMatch(/^"?Promises put off"?,"?4"?,/m)
  })

  test('speaks English, and shows staff no persons and residents no rows', async () => {
    expect([...(await workbook(plausibleWeek, 'committee', 'en')).keys()]).toEqual([
      'Overview',
      'Rates',
      'Building',
      'Grid',
      'Category',
      'Responsible',
      'Person',
      'Open list',
    ])
    expect([...(await workbook(plausibleWeek, 'staff')).keys()]).toEqual([
      '概览',
      '三率',
      '楼栋',
      '网格',
      '类别',
      '责任方',
    ])
    expect([...(await workbook(plausibleWeek, 'residents')).keys()]).toEqual(['概览'])
  })

  test('of an empty first week divides nothing by zero', async () => {
    const text = JSON.stringify([...(await workbook(emptyWeek))])
    expect(text).not.toMatch(/NaN|Infinity|#DIV/)
    expect(text).toContain('–')
  })

  test('has the same bytes for the same facts, whenever it is written', async () => {
    const write = () => writeXlsx(tablesOf(extremeWeek))
    const first = await write()
    await new Promise((resolve) => setTimeout(resolve, 2100))
    expect((await write()).equals(first)).toBe(true)
  })
})

describe('the plain data', () => {
  test('begins with a byte order mark, ends its lines with CRLF and reads back', () => {
    const bytes = writeCsv(tablesOf(plausibleWeek))
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const text = bytes.toString('utf8').slice(1)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const rows = readCsv(text)
    expect(rows[0]).toEqual(['概览'])
    expect(rows.find(([name]) => name === '解决率')).toEqual(['解决率', '88%', '85%', '3%', '22', '25', '17', '20'])
    expect(rows.find(([name]) => name === '#97')?.slice(3, 5)).toEqual(['2026-11-02', '21'])
  })

  test('names its files after the community and the period, harmlessly', async () => {
    const named = async (name: string) => {
      const facts = { ...plausibleWeek, community: { name, households: null } }
      const files = await summaryFiles(summarize(facts, 'committee', 'Asia/Shanghai'), {
        language: 'zh-CN',
      })
      return files.map((file) => file.name)
    }
    expect(await named('幸福里小区')).toEqual(['幸福里小区 2026-W47.xlsx', '幸福里小区 2026-W47.csv'])
    expect(await named('../"a";\r\nb/c')).toEqual(['a bc 2026-W47.xlsx', 'a bc 2026-W47.csv'])
    expect(await named('🏡')).toEqual(['huying 2026-W47.xlsx', 'huying 2026-W47.csv'])
  })
})

/** The XML of a workbook's sheets, as a spreadsheet unpacks it. */
function sheetsOf(zip: Buffer): string[] {
  const found: string[] = []
  let at = zip.readUInt32LE(zip.length - 6)
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field))
    const local = zip.readUInt32LE(at + 42)
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(data, data + zip.readUInt32LE(at + 20))
    const plain = zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)
    if (/worksheets\/sheet\d+\.xml$/.test(zip.toString('utf8', at + 46, at + 46 + (name ?? 0))))
      found.push(plain.toString('utf8'))
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return found
}

describe('words from people', () => {
  const evil = fc
    .tuple(
      fc.constantFrom('', ' ', '\u3000', '\t', '\r', '\n', '\u200b', '\u0000', '\ufeff'),
      fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '"', "'", ',', '<', '&', ']]>', '\ud800', '\uffff'),
      fc.string({ unit: 'binary', maxLength: 40 }),
    )
    .map((parts) => parts.join(''))
  const withName = (name: string): PeriodFacts => ({
    ...plausibleWeek,
    community: { name, households: null },
    tallies: plausibleWeek.tallies.map((row) => (row.dimension === 'category' ? row : { ...row, name, key: name })),
    open: plausibleWeek.open.map((matter) => ({
      ...matter,
      place: { ...matter.place, building: null, spot: name },
      assignee: { id: 1, name },
      hold: { party: name, until: plausibleWeek.period.end },
    })),
  })

  test('T18 stand in every column of text of the workbook as text, never as a formula, and it always reads back', async () => {
    await fc.assert(
      fc.asyncProperty(evil, async (name) => {
        const bytes = await writeXlsx(tablesOf(withName(name)))
        const sheets = sheetsOf(bytes)
        expect(sheets).toHaveLength(8)
        // A cell is a number, a date or a text that stands there or among the shared ones; a formula would be an <f>.
        for (const sheet of sheets) {
          expect(sheet).not.toMatch(/<f[ >/]/)
          for (const [, type] of sheet.matchAll(/<c [^>]*?t="(\w+)"/g)) expect(['s', 'inlineStr', 'n']).toContain(type)
        }
        const read = new Map((await readExcel(bytes)).map(({ sheet, data }) => [sheet, data]))
        const column = (sheet: string, at: number) => (read.get(sheet) ?? []).slice(1).map((row) => row[at] ?? null)
        const texts = ['楼栋', '网格', '责任方', '人员'].flatMap((sheet) => column(sheet, 0))
        expect(texts).toHaveLength(10)
        for (const at of [2, 5, 6]) texts.push(...column('未结清单', at))
        texts.push(read.get('概览')?.[0]?.[0] ?? null, ...column('三率', 1))
        // Text stays text, but where nothing of it can be shown.
        for (const cell of texts) expect(cell === null || typeof cell === 'string').toBe(true)
      }),
      { seed: 47, numRuns: 60 },
    )
  })

  test('T18 never begin like a formula in the plain data, which always reads back', () => {
    fc.assert(
      fc.property(evil, (name) => {
        const rows = readCsv(
          writeCsv(tablesOf(withName(name)))
            .toString('utf8')
            .slice(1),
        )
        for (const cell of rows.flat()) {
          if (/^-?\d+(\.\d+)?%?$/.test(cell)) continue
          expect(cell).not.toMatch(/^[\s\u3000]*[=+\-@＝＋－＠\t\r\n]/u)
        }
        expect(rows.filter(([first]) => first === '人员').length).toBeGreaterThanOrEqual(1)
      }),
      { seed: 47, numRuns: 300 },
    )
  })
})
