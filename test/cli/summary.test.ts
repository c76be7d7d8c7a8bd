import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSheet } from 'read-excel-file/node'
import { expect, inject, it, onTestFinished } from 'vitest'
import { readCsv } from '../support/read-csv.ts'
import { withDatabase } from '../support/with-database.ts'
import { startWorld } from '../support/world.ts'

const program = fileURLToPath(new URL('../../bin/huying.mjs', import.meta.url))

interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** `huying summary` as an operator runs it, on the database that a bot filled in January. */
async function afterTwoWeeks(): Promise<(...args: readonly string[]) => Promise<Ran>> {
  const world = await startWorld({ at: '2026-01-07 10:00' })
  await world.say('张女士', '业主群', '3号楼2单元电梯坏了')
  await world.press('王师傅', '物业工单群', '#1', '接单')
  await world.until('2026-01-07 11:30')
  await world.say('王师傅', '物业工单群', '办结 1 换了门机')
  await world.press('张女士', '业主群', '王师傅说', '已解决')
  await world.say('小陈', '业主群', '5号楼1单元楼道灯不亮')
  await world.say('王师傅', '物业工单群', '挂起 2 灯具厂家 到 周五18:00')
  await world.say('老李', '业主群', '5号楼2单元门口垃圾没人清')
  await world.until('2026-01-14 17:00')
  await world.say('陈书记', '督办群', '退回 3 先说清楚什么原因')
  await world.until('2026-01-20 10:00')
  expect(world.errors).toEqual([])
  const [found] = await world.sql<{ name: string }[]>`select current_database() as name`
  const env = { ...process.env, DATABASE_URL: withDatabase(inject('databaseServer').url, found?.name ?? '') }
  return (...args) =>
    new Promise((resolve) => {
      execFile(
        process.execPath,
        [program, 'summary', ...args],
        { env, maxBuffer: 16 << 20 },
        (error, stdout, stderr) => {
          resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout, stderr })
        },
      )
    })
}

const here = ['--community', '幸福里小区']

it('says a week, a month and a quarter in words, and writes every kind of file at once', async () => {
  const summary = await afterTwoWeeks()
  const out = await mkdtemp(join(tmpdir(), 'huying-summary-'))
  onTestFinished(() => rm(out, { recursive: true, force: true }))

  expect(await summary(...here, '--week', '2026-W03')).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "📊 幸福里小区 第3周:新报 0 件,办结 0 件,在办 2 件
    1/12–1/18 · 比前一周:新报 −3,办结 −1,在办 0
    三率 –(暂无答复)
    最久未结:#2 供电照明 · 5号楼1单元 11 天
    超时未结:物业 2
    重办率 –(当周没有办结) · 转派退回率 50%(1/2)
    ",
    }
  `)
  expect((await summary(...here, '--quarter', '2026-Q1', '--audience', 'residents')).stdout).toMatchInlineSnapshot(`
    "📊 幸福里小区 2026年第一季度:新报 3 件,办结 1 件,在办 2 件
    1/1–3/31 · 首季
    响应率 100%(1/1) · 解决率 100%(1/1) · 满意率 –(暂无评价)
    接单一般 <1 分钟(九成在 1 分钟内),办结一般 90 分钟(九成在 90 分钟内),按自然时间
    最久未结:#2 供电照明 · 5号楼1单元 83 天
    "
  `)

  const [png, xlsx, csv] = ['png', 'xlsx', 'csv'].map((ending) => join(out, `january.${ending}`)) as [
    string,
    string,
    string,
  ]
  const ran = await summary(...here, '--month', '2026-01', '--json', '--png', png, '--xlsx', xlsx, '--csv', csv)
  expect([ran.code, ran.stderr]).toEqual([0, ''])
  expect(JSON.parse(ran.stdout)).toMatchObject({
    audience: 'committee',
    communityName: '幸福里小区',
    period: { kind: 'month', label: '2026-01', first: '2026-01-01', last: '2026-01-31', running: false },
    opened: { now: 3, before: null },
    resolved: { now: 1, before: null },
    carriedOver: { now: 2, before: null },
    rates: { response: { count: 1, base: 1, value: 1 }, satisfaction: { base: 0, value: null } },
    committee: { holdsByParty: [{ party: '灯具厂家', held: 1 }], bounce: { count: 1, base: 3 } },
  })
  const picture = await readFile(png)
  expect(picture.subarray(1, 4).toString('latin1')).toBe('PNG')
  expect(picture.readUInt32BE(16), 'width').toBe(1080)
  // The lamp waited for the manufacturer, and is with the property company again.
  const parties = [
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
    ['物业', 0, 2, 3, 1, 0, 2, 1 / 3, 1 / 3, 0, 0, '–'],
    ['灯具厂家', 1, 0, 0, 0, 0, 0, '–', '–', 0, 0, '–'],
  ]
  expect(await readSheet(xlsx, '责任方')).toEqual(parties)
  const rows = readCsv((await readFile(csv, 'utf8')).slice(1))
  const at = rows.findIndex((row) => row.length === 1 && row[0] === '责任方')
  expect(rows.slice(at, at + 4)).toEqual([
    ['责任方'],
    parties[0],
    ['物业', '0', '2', '3', '1', '0', '2', '33.3%', '33.3%', '0', '0', '–'],
    ['灯具厂家', '1', '0', '0', '0', '0', '0', '–', '–', '0', '0', '–'],
  ])
  expect(rows.slice(-3)).toEqual([
    ['编号', '类别', '地点', '报修日期', '已有天数', '经办人', '在等', '预计', '超时天数'],
    ['#2', '供电照明', '5号楼1单元', '2026-01-07', '24', '王师傅', '物业', '–', '18'],
    ['#3', '环境卫生', '5号楼2单元', '2026-01-07', '24', '–', '物业', '–', '17'],
  ])

  // Without a period it is the last full week, whichever that is today.
  expect((await summary(...here)).stdout).toMatch(/^📊 幸福里小区 第\d+周:新报 0 件/)
}, 180_000)

it('refuses what it does not understand in one line that says what would be right', async () => {
  const summary = await afterTwoWeeks()
  const refused = async (line: string, ...args: readonly string[]): Promise<void> => {
    expect(await summary(...args)).toEqual({ code: 2, stdout: '', stderr: `huying summary: ${line}\n` })
  }
  await refused('say which community: --community NAME; there is 幸福里小区')
  await refused('there is no community "幸福"; there is 幸福里小区', '--community', '幸福')
  await refused('"2026-W60" is no week there is; write it like 2026-W47', ...here, '--week', '2026-W60')
  await refused('"2026-13" is no month there is; write it like 2026-11', ...here, '--month', '2026-13')
  await refused('"2026-Q5" is no quarter there is; write it like 2026-Q4', ...here, '--quarter', '2026-Q5')
  await refused('"2026-01" is no week there is; write it like 2026-W47', ...here, '--week', '2026-01')
  await refused('2999-01 is still to come', ...here, '--month', '2999-01')
  await refused('choose one of --week, --month', ...here, '--month', '2026-01', '--week', '2026-W02')
  await refused('--audience takes one of residents, staff, committee', ...here, '--audience', 'everybody')
  const nowhere = join(tmpdir(), 'huying-no-such-folder', 'a.png')
  await refused(`cannot write "${nowhere}" (ENOENT)`, ...here, '--week', '2026-W02', '--png', nowhere)
  await refused(`cannot write "${tmpdir()}" (EISDIR)`, ...here, '--week', '2026-W02', '--json', '--csv', tmpdir())
  await refused("Unknown option '--weak'", ...here, '--weak', '2026-W02')
}, 180_000)
