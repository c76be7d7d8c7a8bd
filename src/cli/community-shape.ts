import { z } from 'zod'
import { type Category, categories, type TicketClass } from '../domain/category.ts'
import { type Utility, utilities } from '../domain/interruption/utility.ts'
import * as leaf from './community-leaf.ts'

const slots = z.array(z.tuple([leaf.startTime, leaf.time]))
const byDate = z.record(leaf.date, slots)

/** A word that stands for "nothing of this kind", or the thing itself. */
const orNone = <T extends z.ZodType>(shape: T) => z.union([z.literal('none').transform(() => null), shape])

const communityShape = z.strictObject({
  name: leaf.name,
  timezone: leaf.timezone.optional(),
  language: leaf.language.optional(),
  households: leaf.count.optional(),
})

const buildingShape = z.strictObject({
  name: leaf.building,
  units: leaf.positive.optional(),
  floors: leaf.positive.optional(),
  households: leaf.count.optional(),
  handover: leaf.date.optional(),
  design_life: leaf.positive.optional(),
  grid: leaf.name.optional(),
})

const chatShape = z.strictObject({
  id: leaf.chatId,
  topic: leaf.topic.optional(),
  role: leaf.chatRole,
  title: leaf.name.optional(),
  buildings: z.array(leaf.building).optional(),
})

const personShape = z.strictObject({
  id: leaf.userId,
  name: leaf.name,
  role: leaf.role,
  trades: z.array(leaf.trade).optional(),
  title: leaf.name.optional(),
})

const dutyShape = z.strictObject({
  person: leaf.name,
  days: z.array(leaf.weekday).optional(),
  date: leaf.date.optional(),
  from: leaf.startTime,
  to: leaf.time,
  trades: z.array(leaf.trade).optional(),
})

const calendarShape = z.union([
  z.literal('always'),
  z.strictObject({
    hours: z
      .union([
        z.literal('always'),
        z.strictObject({
          mon: slots.optional(),
          tue: slots.optional(),
          wed: slots.optional(),
          thu: slots.optional(),
          fri: slots.optional(),
          sat: slots.optional(),
          sun: slots.optional(),
        }),
      ])
      .optional(),
    holidays: z.union([z.literal('cn'), z.literal('none'), z.array(leaf.date)]).optional(),
    special_hours: byDate.optional(),
    breaks: byDate.optional(),
    ics: orNone(leaf.icsFile).optional(),
    lunch: orNone(z.tuple([leaf.startTime, leaf.time])).optional(),
  }),
])

const classShape = z.strictObject({
  acknowledge: orNone(leaf.spanUnlessNone).optional(),
  onsite: orNone(leaf.spanUnlessNone).optional(),
  resolve: orNone(leaf.spanUnlessNone).optional(),
  second_try: orNone(leaf.spanUnlessNone).optional(),
  clock: z
    .union([
      z.strictObject({
        acknowledge: leaf.clock.optional(),
        onsite: leaf.clock.optional(),
        resolve: leaf.clock.optional(),
      }),
      leaf.clock,
    ])
    .optional(),
  warn: leaf.warn.optional(),
})

const stepShape = z.strictObject({
  level: leaf.level,
  notify: leaf.name,
  after: leaf.duration,
  emergency: leaf.duration.optional(),
  repeat: leaf.repeat.optional(),
  every: leaf.duration.optional(),
  emergency_every: leaf.duration.optional(),
})

const wordShape = z.strictObject({
  say: leaf.phrases,
  as: leaf.kindOfWord.optional(),
  urgency: leaf.urgency.optional(),
})

const placeShape = z.strictObject({
  say: leaf.phrases,
  building: leaf.name.optional(),
  unit: leaf.positive.optional(),
  spot: leaf.name.optional(),
})

/** One, or a list of them. */
const some = <T extends z.ZodType>(shape: T) =>
  z.union([z.array(shape), shape.transform((one) => [one])]).transform((list) => list as z.output<T>[])

const responsibilityShape = z.strictObject({
  category: some(leaf.trade).optional(),
  part: some(leaf.part).optional(),
  component: some(leaf.component).optional(),
  danger: leaf.yesOrNo.optional(),
  warranty: leaf.warranty.optional(),
  building: some(leaf.building).optional(),
  spot: some(leaf.name).optional(),
  party: leaf.party,
  fund: leaf.fund.optional(),
  reason: leaf.sentence,
  article: leaf.name.optional(),
})

/** The community file as it is written, before defaults and cross-checks. */
export const communityFileShape = z.strictObject({
  community: communityShape,
  buildings: z.array(buildingShape).optional(),
  calendar: calendarShape.optional(),
  chats: z.array(chatShape).optional(),
  people: z.array(personShape).optional(),
  duty: z.array(dutyShape).optional(),
  sla: z.strictObject(classTable()).optional(),
  ladder: z.array(stepShape).optional(),
  quiet_hours: orNone(z.tuple([leaf.time, leaf.time])).optional(),
  seasons: orNone(z.strictObject({ heating: orNone(z.tuple([leaf.yearDay, leaf.yearDay])).optional() })).optional(),
  callback: z.strictObject({ window: leaf.span.optional(), remind: orNone(leaf.spanUnlessNone).optional() }).optional(),
  recheck: orNone(z.strictObject(recheckTable())).optional(),
  summary: z
    .strictObject({
      day: leaf.weekday.optional(),
      time: leaf.hour.optional(),
      month: leaf.yesOrNo.optional(),
      quarter: leaf.yesOrNo.optional(),
    })
    .optional(),
  rates: z
    .strictObject({
      response: leaf.share.optional(),
      resolution: leaf.share.optional(),
      satisfaction: leaf.share.optional(),
      basically: leaf.share.optional(),
    })
    .optional(),
  understanding: z.strictObject({ report: leaf.chance.optional(), maybe: leaf.chance.optional() }).optional(),
  words: z.array(wordShape).optional(),
  places: z.array(placeShape).optional(),
  responsibility: z.array(responsibilityShape).optional(),
  notices: z.strictObject(noticesTable()).optional(),
  limits: z
    .strictObject({
      urge_every: leaf.span.optional(),
      question_lifetime: leaf.span.optional(),
      extend_max: leaf.duration.optional(),
      hold_max: leaf.duration.optional(),
      handover_max: leaf.count.optional(),
      whistle_check_in: leaf.span.optional(),
    })
    .optional(),
})

export type WrittenFile = z.infer<typeof communityFileShape>

function recheckTable(): { [name in Category]: z.ZodOptional<typeof leaf.duration> } {
  const entries = categories.map((name) => [name, leaf.duration.optional()] as const)
  return Object.fromEntries(entries) as { [name in Category]: z.ZodOptional<typeof leaf.duration> }
}

function noticesTable() {
  const times = utilities.map((name) => [name, orNone(leaf.spanUnlessNone).optional()] as const)
  const ahead = Object.fromEntries(times) as { [name in Utility]: (typeof times)[number][1] }
  return {
    ahead: z.strictObject(ahead).optional(),
    remind: orNone(leaf.spanUnlessNone).optional(),
    burst: z.strictObject({ reports: leaf.repeat.optional(), within: leaf.span.optional() }).optional(),
  }
}

function classTable(): { [name in TicketClass]: z.ZodOptional<typeof classShape> } {
  const row = classShape.optional()
  return { emergency: row, urgent: row, repair: row, complaint: row, enforcement: row, mediation: row, care: row }
}
