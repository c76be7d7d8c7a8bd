import { nowhere, type Place } from '../domain/category.ts'
import type { Lateness } from '../domain/escalation/lateness.ts'
import type { Instant, Language } from '../domain/ids.ts'
import type { TicketMention } from '../domain/post/notice.ts'
import type { Person } from '../domain/ticket/actor.ts'
import type { ClockKind, Duration } from '../domain/time/duration.ts'
import { categoryNames } from './category-names.ts'
import { durationText, latenessText, limitText } from './duration.ts'
import { type Html, html, join } from './html.ts'
import { mention, personName } from './mention.ts'
import { placeText, publicPlaceText } from './place.ts'
import { dayText, momentText, shortWhen, spanText, when } from './when.ts'

/** How one chat says times, places and names at one moment: language, zone and now are settled once. */
export interface Speech {
  readonly language: Language
  readonly now: Instant
  /** 今天 18:00 */
  readonly when: (at: Instant) => string
  /** 18:00 on the same day, else as `when`. */
  readonly at: (at: Instant) => string
  /** 周五 11/20: the local day of an instant. */
  readonly day: (at: Instant) => string
  /** 周五 11/20 18:00: true however long the message stands. */
  readonly moment: (at: Instant) => string
  /** 周五 11/20 09:00–15:00 */
  readonly span: (from: Instant, to: Instant | null) => string
  readonly duration: (ms: number) => string
  readonly limit: (limit: Duration, kind: ClockKind) => string
  /** 2 个工作小时 on a business clock, else as `duration`. */
  readonly late: (late: Lateness) => string
  readonly place: (place: Place) => string
  readonly publicPlace: (place: Place) => string
  readonly name: (person: Pick<Person, 'name'>) => Html
  readonly mention: (person: Person) => Html
  /** Up to three people, mentioned; null when there is nobody. */
  readonly mentions: (people: readonly Person[]) => Html | null
  /** #131 供电照明 · 5号楼: what staff and committee may read. */
  readonly matter: (ticket: TicketMention) => Html
  /** The same for a committee: of a private matter no place. */
  readonly discreet: (ticket: TicketMention) => Html
  /** The same for whoever asks, anywhere: a private matter is its number only. */
  readonly masked: (ticket: TicketMention) => Html
}

const mostPeople = 3

/** Settles language, zone and moment. Throws on a zone the runtime does not know. */
export function speechIn(language: Language, timezone: string, now: Instant): Speech {
  const comma = language === 'zh-CN' ? '、' : ', '
  const matter = (ticket: TicketMention): Html =>
    join(
      [
        html`#${ticket.number} ${categoryNames[ticket.category].matter[language]}`,
        html`${publicPlaceText(ticket.place, language)}`,
      ],
      ' · ',
    )
  return {
    language,
    now,
    when: (at) => when(at, now, timezone, language),
    at: (at) => shortWhen(at, now, timezone, language),
    day: (at) => dayText(at, timezone, language),
    moment: (at) => momentText(at, timezone, language),
    span: (from, to) => spanText(from, to, timezone, language),
    duration: (ms) => durationText(Math.max(0, ms), language),
    limit: (limit, kind) => limitText(limit, kind, language),
    late: (late) => latenessText(late, language),
    place: (place) => placeText(place, language),
    publicPlace: (place) => publicPlaceText(place, language),
    name: ({ name }) => personName(name),
    mention,
    mentions: (people) => (people.length === 0 ? null : join(people.slice(0, mostPeople).map(mention), comma)),
    matter,
    discreet: (ticket) => matter(ticket.private ? { ...ticket, place: nowhere } : ticket),
    masked: (ticket) =>
      ticket.private
        ? html`#${ticket.number} ${language === 'zh-CN' ? '专人处理' : 'in private hands'}`
        : matter(ticket),
  }
}
