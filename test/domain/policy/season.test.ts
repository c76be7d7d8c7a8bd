import { expect, test } from 'vitest'
import type { Category, TicketClass, Urgency } from '../../../src/domain/category.ts'
import { nowhere } from '../../../src/domain/category.ts'
import { defaultPolicy } from '../../../src/domain/policy/default-policy.ts'
import type { Season } from '../../../src/domain/policy/policy.ts'
import { inSeason } from '../../../src/domain/policy/season.ts'
import type { ReportCommand } from '../../../src/domain/ticket/command.ts'

const winter: Season = ['11-15', '03-15']
const summer: Season = ['06-01', '08-31']

function reported(at: string, category: Category, of: TicketClass, urgency: Urgency, season: Season | null): string {
  const report: ReportCommand = {
    type: 'report',
    category,
    class: of,
    urgency,
    text: '暖气不热',
    place: nowhere,
    needsPlace: false,
    private: false,
    since: null,
    origin: { chatId: -1001, messageId: 1, threadId: null, direct: false },
    attachments: [],
    reportedAt: Date.parse(`${at}+08:00`),
  }
  const policy = { ...defaultPolicy('Asia/Shanghai'), ...(season && { seasons: { heating: season } }) }
  const given = inSeason(report, policy)
  return `${given.class} ${given.urgency}`
}

test.each([
  ['the first day of the season', '2026-11-15T00:00', 'heating', 'repair', 'normal', winter, 'urgent urgent'],
  ['the day before', '2026-11-14T23:59', 'heating', 'urgent', 'urgent', winter, 'repair normal'],
  ['New Year', '2027-01-01T08:00', 'heating', 'repair', 'normal', winter, 'urgent urgent'],
  ['29 February', '2028-02-29T08:00', 'heating', 'repair', 'normal', winter, 'urgent urgent'],
  ['the last day, at night', '2027-03-15T23:59', 'heating', 'repair', 'normal', winter, 'urgent urgent'],
  ['the day after', '2027-03-16T00:00', 'heating', 'urgent', 'urgent', winter, 'repair normal'],
  ['within a year', '2026-07-01T08:00', 'heating', 'repair', 'normal', summer, 'urgent urgent'],
  ['an emergency stays one', '2026-07-01T08:00', 'heating', 'emergency', 'emergency', winter, 'emergency emergency'],
  ['a complaint about it stays one', '2026-12-01T08:00', 'heating', 'complaint', 'normal', winter, 'complaint normal'],
  ['another matter', '2026-12-01T08:00', 'water', 'repair', 'normal', winter, 'repair normal'],
  ['no season: the words decide', '2026-07-01T08:00', 'heating', 'urgent', 'urgent', null, 'urgent urgent'],
] as const)('%s', (_name, at, category, of, urgency, season, expected) => {
  expect(reported(at, category, of, urgency, season)).toBe(expected)
})
