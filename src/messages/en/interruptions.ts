import { phaseOf, type Window } from '../../domain/interruption/interruption.ts'
import type { Utility } from '../../domain/interruption/utility.ts'
import type { Law } from '../../domain/policy/interruption-policy.ts'
import type { InterruptionTexts, NoticeTexts } from '../catalogue.ts'
import { type Html, html, join, lines, nothing, quoted, words } from '../html.ts'
import type { Speech } from '../speech.ts'
import { utilitySigns } from '../utility-signs.ts'

interface Names {
  readonly title: string
  readonly on: string
  readonly back: string
  readonly planned: string
  readonly advice: string
}

const names: Readonly<Record<Utility, Names>> = {
  water: named(
    'Water off',
    'The water is off',
    'The water is back',
    'A water cut',
    'Please store some and leave taps shut.',
  ),
  power: named(
    'Power off',
    'The power is off',
    'The power is back',
    'A power cut',
    'Please charge what you need and keep out of the lifts.',
  ),
  gas: named(
    'Gas off',
    'The gas is off',
    'The gas is back',
    'A gas cut',
    'Please shut stoves and valves, and try no flame before it is back.',
  ),
  heating: named('Heating off', 'The heating is off', 'The heating is back', 'A heating cut', 'Please keep warm.'),
  elevator: named(
    'Lift maintenance',
    'The lift is being maintained',
    'The lift runs again',
    'Lift maintenance',
    'Please take the stairs; if you need help, say so here.',
  ),
  fire: named(
    'Fire system maintenance',
    'The fire system is being tested',
    'The fire system test is over',
    'A fire system test',
    'Alarms may sound; in a real fire call 119 as ever.',
  ),
}

function named(title: string, on: string, back: string, planned: string, advice: string): Names {
  return { title, on, back, planned, advice }
}

const lawNames: Readonly<Record<Law, string>> = {
  'power-28': 'Power Supply Regulations, art. 28',
  'water-22': 'Urban Water Supply Regulations, art. 22',
  'gas-20': 'Urban Gas Regulations, art. 20',
}

const area = ({ areas }: Pick<Window, 'areas'>, say: Speech): string =>
  areas.length === 0
    ? 'the whole estate'
    : areas
        .map(({ building, unit }) => say.publicPlace({ building, unit, floor: null, room: null, spot: null }))
        .join('; ')

const until = ({ endsAt }: Pick<Window, 'endsAt'>, said: (at: number) => string): string =>
  endsAt === null ? 'until further notice' : `expected back ${said(endsAt)}`

export const interruption: InterruptionTexts = {
  residents: ({ of }, say) => {
    const { title, on, back, advice } = names[of.utility]
    const sign = utilitySigns[of.utility]
    const where = area(of, say)
    const moved = of.before ? html`Changed; it was to be ${say.span(of.before.startsAt, of.before.endsAt)}.` : null
    if (of.status === 'ended') return html`✅ ${back}: ${where} (${say.moment(of.endedAt ?? say.now)})`
    if (of.status === 'cancelled')
      return lines([
        html`✅ Called off: ${title.toLowerCase()}, ${where}`,
        html`It was to be ${say.span(of.startsAt, of.endsAt)}`,
      ])
    switch (phaseOf(of, say.now)) {
      case 'ahead':
        return lines([
          html`${sign} ${title}: ${where}`,
          html`${say.span(of.startsAt, of.endsAt)}`,
          words(advice),
          moved,
        ])
      case 'on':
        return lines([
          html`${sign} ${on}: ${where}${of.emergency ? words(' (emergency repair)') : nothing}`,
          html`${of.endsAt === null ? 'Until further notice' : `Expected back ${say.moment(of.endsAt)}`}. Changes will show here.`,
          moved,
        ])
      case 'over':
        return lines([
          html`${sign} ${title}: ${where}`,
          html`It was to be back ${say.moment(of.endsAt ?? say.now)}; we are checking with the property.`,
        ])
    }
  },
  staff: ({ of, chats, answered, short }, unknown, say) => {
    const { title, back, planned } = names[of.utility]
    const where = area(of, say)
    const what = html`${title} · ${where} · ${say.span(of.startsAt, of.endsAt)}${of.emergency ? words(' · emergency repair') : nothing}`
    const count =
      answered === 0 ? null : html`${answered} ${answered === 1 ? 'report' : 'reports'} answered with this notice`
    switch (of.status) {
      case 'draft':
        return lines([
          html`📝 ${title}: this is how I read it. Publish?`,
          html`${where} · ${say.span(of.startsAt, of.endsAt)}${of.endsAt === null ? nothing : html` (${say.duration(of.endsAt - of.startsAt)})`}${of.emergency ? words(' · emergency repair') : nothing}`,
          unknown.length === 0 ? null : html`Not on the list: ${unknown.join(', ')}`,
          chats.length === 0 ? words('⚠️ No residents’ group would hear of it') : html`Goes to: ${chatNames(chats)}`,
          short &&
            html`⚠️ ${planned} is to be announced ${say.limit(short.rule.lead, 'always')} ahead (${short.rule.law === null ? 'the community’s own rule' : lawNames[short.rule.law]}); ${short.givenMs < 60_000 ? 'it has begun already' : `this is ${say.duration(short.givenMs)}`}. You can still publish it; if it is an emergency repair, reply so.`,
        ])
      case 'dropped':
        return html`Not published: ${what}`
      case 'published':
        return lines([
          html`📢 ${what}`,
          html`Published by ${say.name(of.by)}, ${say.moment(of.publishedAt ?? say.now)}${chats.length === 0 ? nothing : html`, to ${chatNames(chats)}`}`,
          count,
        ])
      case 'ended':
        return lines([html`✅ ${back} · ${where} · ${say.moment(of.endedAt ?? say.now)}`, count])
      case 'cancelled':
        return lines([html`✅ Called off: ${what}`, count])
    }
  },
  asked: ({ of }, say) =>
    html`⏰ ${say.mention(of.by)}, ${names[of.utility].title.toLowerCase()} at ${area(of, say)} ${of.endsAt === null ? html`began ${say.moment(of.startsAt)}` : html`was to be over ${say.moment(of.endsAt)}`}. Is it back?`,
}

function chatNames(chats: readonly string[]): Html {
  return join(
    chats.map((title) => quoted(title, 30)),
    ', ',
  )
}

export const interruptionNotices: Pick<
  NoticeTexts,
  'interruption-reminder' | 'interruption-answers' | 'interruption-restored' | 'interruptions'
> = {
  'interruption-reminder': ({ of }, say) =>
    html`⏰ In ${say.duration(of.startsAt - say.now)}: ${names[of.utility].title.toLowerCase()}, ${area(of, say)}, ${say.span(of.startsAt, of.endsAt)}. ${names[of.utility].advice}`,
  'interruption-answers': ({ of }, say) =>
    html`${utilitySigns[of.utility]} ${names[of.utility].on} at ${area(of, say)}${of.emergency ? words(' (emergency repair)') : nothing}, ${until(of, say.when)}. We noted your report and will ask you when it is over.`,
  'interruption-restored': ({ of, at, people, others }, say) => {
    const who = say.mentions(people)
    const called = who === null ? nothing : html`${who}${others > 0 ? words(` and ${others} more`) : nothing}: `
    return html`✅ ${names[of.utility].back} at ${area(of, say)} (${say.at(at)}). ${called}all right with you, too? If not, tap “Not for me”.`
  },
  interruptions: ({ list }, say) =>
    list.length === 0
      ? words('Nothing is announced at the moment.')
      : lines([
          words('📢 Announced:'),
          ...list.map(
            (of) => html`${names[of.utility].title} · ${area(of, say)} · ${say.span(of.startsAt, of.endsAt)}`,
          ),
        ]),
}
