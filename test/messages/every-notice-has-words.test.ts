import { describe, expect, test } from 'vitest'
import { buttonActions } from '../../src/domain/post/body.ts'
import type { Notice } from '../../src/domain/post/notice.ts'
import type { Refusal } from '../../src/domain/ticket/refusal.ts'
import { transitions } from '../../src/domain/ticket/transitions.ts'
import { render } from '../../src/messages/render.ts'
import { doneToast, noticeText, refusalToast } from '../../src/messages/toast.ts'
import { mention, notices, refusals } from './samples.ts'
import { at, contextOf, drawPost, li, visible, zone } from './story.ts'

const now = at('17:00')
const allNotices: readonly Notice[] = Object.values(notices)
const allRefusals: readonly Refusal[] = Object.values(refusals)
const han = /\p{Script=Han}/u

/** Names and quoted words of the samples are Chinese in either language. */
const sampleWords =
  /[“「].*?[”」]|王师傅|王经理|李经理|陈书记|张女士|幸福里小区|社区党委督办群|配件厂家|配件明天到|等专项维修资金|先说清楚什么原因|小王|王|接单 128|电梯|电工|、|东侧/g

describe.each(allNotices.map((notice) => [notice.key, notice] as const))('notice %s', (_, notice) => {
  test('has Chinese and English words of its own', () => {
    const zh = noticeText(notice, 'zh-CN', zone, now).text
    const en = noticeText(notice, 'en', zone, now).text
    expect(zh).toMatch(han)
    expect(en.replace(sampleWords, '')).not.toMatch(han)
    expect(en).toMatch(/[a-z]{2}/)
    expect(`${zh}${en}`).not.toMatch(/undefined|NaN|\[object/)
  })
})

describe.each(allRefusals.map((refusal) => [refusal.code, refusal] as const))('refusal %s', (_, refusal) => {
  test('fits a toast in both languages and names whom to ask', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const toast = refusalToast(refusal, li, language, zone, now)
      expect(toast.length).toBeLessThanOrEqual(200)
      expect(toast).toContain('李经理')
      expect(toast).not.toMatch(/undefined|<a/)
    }
    expect(refusalToast(refusal, null, 'en', zone, now).replace(sampleWords, '')).not.toMatch(han)
  })
})

test('every command can be refused in every way that the table knows', () => {
  for (const [command, row] of Object.entries(transitions)) {
    const name = command as keyof typeof transitions
    for (const language of ['zh-CN', 'en'] as const) {
      const toast = refusalToast({ code: 'not-allowed', command: name, who: row.who }, null, language, zone, now)
      expect(toast.length).toBeGreaterThan(5)
      for (const part of row.needs) {
        expect(refusalToast({ code: 'needs', command: name, part, number: 7 }, null, language, zone, now)).toContain(
          '#7',
        )
      }
    }
  }
})

test('every press that worked is answered', () => {
  for (const action of buttonActions) {
    for (const language of ['zh-CN', 'en'] as const) {
      for (const number of [128, null]) {
        const toast = doneToast(action, { number }, language)
        expect(toast.length).toBeGreaterThan(1)
        expect(toast.length).toBeLessThanOrEqual(200)
        expect(toast).toBe(toast.trim())
      }
    }
  }
  expect(doneToast('ack', { number: 128 }, 'zh-CN')).toBe('#128 已接单,辛苦了')
})

const say = (notice: Notice, status = now) => drawPost({ kind: 'notice', notice }, { context: { now: status } })

const lateBy = (minutes: number) => ({ clock: 'always', ms: minutes * 60_000, dayMs: 86_400_000 }) as const

test('warned, overdue and late after an outage', () => {
  expect(say(notices.warned)).toBe(
    '⏳ #131 供电照明 · 5号楼1单元,办结还有 30 分钟到期(今天 17:30)。<a href="tg://user?id=101">王师傅</a>,来得及吗?\n[办结] [挂起] [改时间]',
  )
  expect(say({ ...notices.overdue, late: lateBy(5) }, at('17:35'))).toBe(
    '⚠️ #131 供电照明 · 5号楼1单元 办结已超时 5 分钟(应在今天 17:30 前),请 <a href="tg://user?id=201">李经理</a> 处理。\n经手:王师傅\n[办结] [挂起] [改时间]',
  )
  expect(say({ ...notices.overdue, late: lateBy(180), outage: true, assignee: null }, at('20:30'))).toContain(
    '📣 #131 供电照明 · 5号楼1单元 办结已超时 3 小时(系统停机,迟报)',
  )
  expect(say({ ...notices.overdue, ticket: { ...mention, status: 'open' }, clock: 'acknowledge' })).toContain(
    '[接单] [转派] [挂起] [办结]',
  )
})

test('in its first minute it is only just late', () => {
  expect(say({ ...notices.overdue, late: lateBy(0) }, at('17:30'))).toContain('办结刚超时(应在今天 17:30 前)')
})

test('the secretary is named and can act', () => {
  expect(say(notices.secretary, at('09:30', '2026-11-20'))).toBe(
    '📣 <a href="tg://user?id=301">陈书记</a>,请过问 #131 供电照明 · 5号楼1单元\n应在昨天 17:30 前办好,已超时 2 个工作小时\n第 2 次提醒\n[督办] [延期] [退回] [看经过]',
  )
})

test('refusals read as in the book', () => {
  expect(refusalToast(refusals['not-allowed'], li, 'zh-CN', zone, now)).toBe(
    '只有物业人员可以接单。需要帮忙请找 李经理。',
  )
  expect(say(notices.refused)).toBe(
    '没有找到 #999。发「我的」看您报过的事。需要帮忙请找 <a href="tg://user?id=201">李经理</a>。',
  )
  expect(say(notices['urge-passed'])).toBe('#131 已催办,下一步:明天 12:00 前。每 4 小时可催一次。')
})

test('whoever asks, wherever: a private matter shows its number only', () => {
  const ticket = { ...mention, category: 'care', private: true } as const
  for (const notice of [
    { ...notices.progress, ticket },
    { ...notices.mine, tickets: [ticket] },
    { ...notices.list, tickets: [{ ...ticket, due: now, assignee: '王师傅' }] },
  ]) {
    const text = visible(render({ kind: 'notice', notice }, contextOf({}, 'zh-CN')).html)
    expect(text).toContain('#131 专人处理')
    expect(text).not.toMatch(/关爱|5号楼|王师傅|配件|502/)
  }
})

test('history repeats what staff wrote, not what residents wrote', () => {
  const text = say(notices.history)
  expect(text).toContain('11:30 说明:配件明天到')
  expect(text).toContain('11:00 收到补充')
  expect(text).not.toContain('502')
})

test('help fits the place and the person', () => {
  const help = (change: Partial<typeof notices.help>) => say({ ...notices.help, ...change })
  expect(help({})).toContain('3号楼2单元电梯坏了')
  expect(help({})).not.toContain('接单')
  expect(help({})).toContain('@huying_bot')
  expect(help({ audience: 'staff', mentionOnly: false })).toContain('挂起 128 配件厂家 到 周五18:00')
  expect(help({ audience: 'committee' })).toContain('督办 128')
  expect(help({ audience: 'direct', roles: ['admin'] })).toContain('任命 物业 王师傅 电梯,电工')
})

test('set-up tells the next step', () => {
  expect(say(notices['bind-code'])).toContain('/bind ABCD-1234')
  expect(say(notices['owner-welcome'])).toContain('/community 幸福里')
  expect(say(notices['privacy-mode'])).toContain('/setprivacy')
  expect(say({ ...notices.bound, canReadAll: true })).not.toContain('/setprivacy')
})
