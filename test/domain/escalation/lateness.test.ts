import { expect, it } from 'vitest'
import { latenessOf } from '../../../src/domain/escalation/lateness.ts'
import { localToUtc } from '../../../src/domain/time/zone.ts'
import { latenessText } from '../../../src/messages/duration.ts'
import { buildTicket, policy, zone } from '../../support/build-ticket.ts'

const rows: readonly (readonly [string, string, string, string, string])[] = [
  // due, now, class, Chinese, English; working days are 08:30–12:00 and 14:00–18:00.
  ['2026-11-18 12:00', '2026-11-18 16:00', 'repair', '2 个工作小时', '2 working hours'],
  ['2026-11-18 17:30', '2026-11-19 10:00', 'repair', '2 个工作小时', '2 working hours'],
  ['2026-11-18 12:00', '2026-11-19 12:00', 'repair', '1 个工作日', '1 working day'],
  ['2026-11-20 17:00', '2026-11-23 09:45', 'repair', '2 个工作小时 15 分钟', '2 working hours 15 min'],
  ['2026-11-20 17:00', '2026-11-23 08:50', 'repair', '1 个工作小时 20 分钟', '1 working hour 20 min'],
  ['2026-11-18 17:30', '2026-11-18 17:50', 'repair', '20 分钟', '20 min'],
  ['2026-11-18 17:30', '2026-11-19 10:00', 'urgent', '16 小时 30 分钟', '16 hours 30 min'],
]

it.each(rows)('due %s, seen at %s, %s: %s', (due, now, kind, zh, en) => {
  const instant = (local: string): number => localToUtc(zone, local.slice(0, 10), local.slice(11))
  const ticket = buildTicket({ class: kind as 'repair' | 'urgent', status: 'acknowledged' })
  const late = latenessOf({ name: 'resolve', due: instant(due) }, ticket, policy, instant(now))
  expect([latenessText(late, 'zh-CN'), latenessText(late, 'en')]).toEqual([zh, en])
})
