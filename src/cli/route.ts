import { z } from 'zod'
import { categories } from '../domain/category.ts'
import type { Language } from '../domain/ids.ts'
import type { Policy, Season } from '../domain/policy/policy.ts'
import { components, type Facts, parts, usualHeatingSeason } from '../domain/responsibility/facts.ts'
import { type OwnRule, route } from '../domain/responsibility/route.ts'
import { parseDate } from '../domain/time/civil-date.ts'
import { isTimezone, localParts } from '../domain/time/zone.ts'
import { messagesIn } from '../messages/messages-in.ts'
import { routeText } from '../messages/route-text.ts'
import { answerLine, BadLine } from './json-lines.ts'
import { readInstant } from './read-instant.ts'

/** How a community answers: its zone, heating season and own rows. */
export interface RouteFlags {
  readonly language?: Language
  readonly timezone?: string
  readonly heatingSeason?: Season
  readonly own?: readonly OwnRule[]
}

/** The same by a community's policy. */
export function routingOf(policy: Policy): RouteFlags {
  const heatingSeason = policy.seasons?.heating
  return {
    timezone: policy.calendar.timezone,
    ...(heatingSeason && { heatingSeason }),
    own: policy.responsibility ?? [],
  }
}

const oneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words, `must be one of ${words.join(', ')}`)
const name = z.string('must be text').min(1, 'must not be empty').nullish()

const lineShape = z.object({
  category: oneOf(categories),
  part: oneOf(parts).nullish(),
  component: oneOf(components).nullish(),
  danger: z.boolean('must be true or false').nullish(),
  handover: z
    .string('must be a date YYYY-MM-DD, or null')
    .refine((text) => parseDate(text) !== null, 'must be a date YYYY-MM-DD that exists, or null')
    .nullish(),
  at: z.string('must be an ISO 8601 instant, such as 2026-11-23T10:00:00+08:00'),
  tz: z
    .string('must be a time zone such as Asia/Shanghai')
    .refine(isTimezone, 'must be a time zone such as Asia/Shanghai')
    .nullish(),
  design_life: z.int('must be a whole number of years').min(1, 'must be 1 or more').nullish(),
  building: name,
  spot: name,
})

/**
 * Answers one JSON line about who is responsible: {"id","category","part","component","danger","handover","at"} →
 * {"id","party","reason","article","fund"}. A bad line gives {"id","error"} with field, value and fix; nothing is thrown.
 */
export function routeLine(line: string, flags: RouteFlags = {}): string {
  return answerLine(line, (value) => {
    const read = lineShape.safeParse(value)
    if (!read.success) throw new BadLine(read.error.issues.map((issue) => describe(issue, value)).join('; '))
    const found = route(factsOf(read.data, flags), flags.own)
    const { reason, article } = routeText(found, messagesIn(flags.language ?? 'zh-CN').responsibility)
    return { party: found.party, reason, article, fund: found.fund }
  })
}

function factsOf(line: z.infer<typeof lineShape>, { timezone, heatingSeason }: RouteFlags): Facts {
  const zone = line.tz ?? timezone ?? 'Asia/Shanghai'
  return {
    category: line.category,
    part: line.part ?? null,
    component: line.component ?? null,
    danger: line.danger ?? false,
    handover: line.handover ?? null,
    age: null,
    designLife: line.design_life ?? null,
    on: localParts(zone, instantOf(line.at, zone)).date,
    heatingSeason: heatingSeason ?? usualHeatingSeason,
    building: line.building ?? null,
    spot: line.spot ?? null,
  }
}

function instantOf(text: string, zone: string): number {
  try {
    return readInstant(text, zone)
  } catch (error) {
    if (!(error instanceof BadLine)) throw error
    throw new BadLine(`at: ${error.message}; must be an ISO 8601 instant, such as 2026-11-23T10:00:00+08:00`)
  }
}

/** 'field: is "value": the fix'. */
function describe({ path, message }: z.core.$ZodIssue, line: Readonly<Record<string, unknown>>): string {
  const field = String(path[0] ?? 'line')
  const value = line[field]
  return `${field}: ${value === undefined ? 'is missing' : `is ${JSON.stringify(value).slice(0, 80)}`}: ${message}`
}
