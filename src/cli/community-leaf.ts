import { z } from 'zod'
import { categories } from '../domain/category.ts'
import { chatRoles, roles } from '../domain/community/role.ts'
import type { Language } from '../domain/ids.ts'
import { components, funds, parties, parts } from '../domain/responsibility/facts.ts'
import { weekdays } from '../domain/time/calendar.ts'
import { parseDate, parseTime } from '../domain/time/civil-date.ts'
import { clockKinds, type Duration, parseDuration } from '../domain/time/duration.ts'
import { isTimezone } from '../domain/time/zone.ts'
import { buildingNamed } from '../nlu/community-words.ts'

/** What a value should have been, said as the fix. */
type Fix = Readonly<Record<Language, string>>

/** The fix an issue carries, if it comes from one of the leaves below. */
export function fixOf(issue: z.core.$ZodIssue): Fix | null {
  const params: unknown = issue.code === 'custom' ? issue.params : undefined
  return isFix(params) ? params : null
}

function isFix(value: unknown): value is Fix {
  return typeof value === 'object' && value !== null && 'zh-CN' in value && 'en' in value
}

function leaf<T>(check: (value: unknown) => value is T, zh: string, en: string): z.ZodType<T> {
  return z.custom<T>(check, { params: { 'zh-CN': zh, en } })
}

function text(check: (value: string) => boolean, zh: string, en: string): z.ZodType<string> {
  return leaf((value): value is string => typeof value === 'string' && check(value), zh, en)
}

function whole(min: number, max: number, zh: string, en: string): z.ZodType<number> {
  return leaf(
    (value): value is number => Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max,
    zh,
    en,
  )
}

function oneOf<T extends string>(words: readonly T[]): z.ZodType<T> {
  const list = words.join(', ')
  return leaf((value): value is T => words.some((word) => word === value), `只能是 ${list}`, `must be one of ${list}`)
}

const isName = (value: unknown): value is string | number =>
  (typeof value === 'string' && value.trim() !== '' && value.length <= 100) || Number.isSafeInteger(value)

/** What people say: one character would be heard in half of all lines. */
export const phrase = leaf(
  (value): value is string => typeof value === 'string' && value.trim().length >= 2 && value.trim().length <= 20,
  '要写 2 到 20 个字的说法,如 快递柜',
  'must be words of 2 to 20 characters, such as 快递柜',
).transform((value) => value.trim())
export const phrases = z
  .array(phrase)
  .refine((list) => list.length > 0, { params: { 'zh-CN': '至少写一个说法', en: 'must hold at least one phrase' } })
/** A name may be written as a bare number: building 3 is building "3". */
export const name = leaf(isName, '要写名字(1–100 个字)', 'must be a name of 1 to 100 characters').transform((value) =>
  String(value).trim(),
)
/** Written as people write it; kept as places name it, so that what residents say finds it: 3栋 is building "3". */
export const building = name.transform(buildingNamed)
export const timezone = text(isTimezone, '要写时区名,如 Asia/Shanghai', 'must be a time zone such as Asia/Shanghai')
export const yesOrNo = leaf(
  (value): value is boolean => typeof value === 'boolean',
  '要写 true 或 false',
  'must be true or false',
)
export const language = oneOf(['zh-CN', 'en'])
export const count = whole(0, 1_000_000, '要写不小于 0 的整数', 'must be a whole number, 0 or more')
export const positive = whole(1, 1_000_000, '要写不小于 1 的整数', 'must be a whole number, 1 or more')
export const level = whole(1, 9, '级别写 1 到 9', 'must be a level from 1 to 9')
export const repeat = whole(1, 20, '次数写 1 到 20', 'must be a number of times from 1 to 20')
export const chatId = leaf(
  (value): value is number => Number.isSafeInteger(value) && value !== 0,
  '要写 Telegram 群号(不加引号的整数,群是负数)',
  'must be a Telegram chat id: a number without quotes, negative for groups',
)
export const userId = whole(
  1,
  Number.MAX_SAFE_INTEGER,
  '要写 Telegram 用户号(不加引号的正整数)',
  'must be a Telegram user id: a positive number without quotes',
)
export const topic = whole(1, 2 ** 31 - 1, '要写话题号(正整数)', 'must be the number of a forum topic')
export const chatRole = oneOf(chatRoles)
export const role = oneOf(roles)
export const trade = oneOf(categories)
export const part = oneOf(parts)
export const component = oneOf(components)
export const party = oneOf(parties)
export const fund = oneOf(funds)
export const warranty = oneOf(['in', 'out'])
export const sentence = text(
  (value) => value.trim() !== '' && value.length <= 200,
  '要用一句话写明理由(1–200 个字)',
  'must be a reason in one sentence of 1 to 200 characters',
)
export const clock = oneOf(clockKinds)
export const kindOfWord = oneOf([...categories, 'chat'])
export const urgency = oneOf(['normal', 'urgent', 'emergency'])
export const weekday = oneOf(weekdays)
export const date = text(
  (value) => parseDate(value) !== null,
  '日期写成 2026-10-01,而且要真有这一天',
  'must be a date that exists, such as 2026-10-01',
)
export const time = text(
  (value) => parseTime(value) !== null,
  '时间写成 "08:30"(00:00–24:00)',
  'must be a time such as "08:30", 00:00 to 24:00',
)
export const startTime = text(
  (value) => (parseTime(value) ?? 1440) < 1440,
  '开始时间写成 "08:30"(00:00–23:59)',
  'must be a time such as "08:30", 00:00 to 23:59',
)
export const hour = text(
  (value) => (parseTime(value) ?? 1440) < 1440,
  '时间写成 "09:00"(00:00–23:59);要半夜就写 "00:00"',
  'must be a time such as "09:00", 00:00 to 23:59; for midnight write "00:00"',
)
/** A day of every year, so 29 February is none. */
export const yearDay = text(
  (value) => parseDate(`2001-${value}`) !== null,
  '每年的日子写成 "11-15"(月-日),而且要真有这一天',
  'must be a day of the year such as "11-15" (month-day) that exists',
)
export const icsFile = text(
  (value) => /\.ics$/i.test(value),
  '要写日历文件名,如 holidays.ics(放在本文件旁边)',
  'must be the name of a calendar file such as holidays.ics, beside this one',
)
export const share = leaf(
  (value): value is number => typeof value === 'number' && value >= 0 && value <= 1,
  '写 0 到 1 之间的数,如 0.5',
  'must be a number from 0 to 1, such as 0.5',
)
export const warn = leaf(
  (value): value is number => typeof value === 'number' && value > 0 && value < 1,
  '写大于 0、小于 1 的数,如 0.8',
  'must be above 0 and below 1, such as 0.8',
)
export const chance = leaf(
  (value): value is number => typeof value === 'number' && value > 0 && value < 1,
  '写大于 0、小于 1 的数,如 0.7',
  'must be above 0 and below 1, such as 0.7',
)
export const duration: z.ZodType<Duration> = text(
  (value) => parseDuration(value) !== null,
  '时长写成 PT30S、PT10M、PT2H、P3D 或 P1W(没有月和年)',
  'must be a duration such as PT30S, PT10M, PT2H, P3D or P1W (no months, no years)',
).transform((value) => parseDuration(value) ?? { days: 0, ms: 0 })
const lasting = (zh: string, en: string): z.ZodType<Duration> =>
  duration.refine(({ days, ms }) => days > 0 || ms > 0, { params: { 'zh-CN': zh, en } })
/** A duration of something that has to last; zero would mean never, or always at once. */
export const span = lasting('要大于 0,如 PT30M', 'must be more than 0, such as PT30M')
/** The same where `none` says that there is nothing of the kind. */
export const spanUnlessNone = lasting(
  '要大于 0,如 PT30M;不要就写 none',
  'must be more than 0, such as PT30M; for nothing of the kind write none',
)
