import type { DutyDay } from '../../domain/post/notice.ts'
import type { NoticeTexts } from '../catalogue.ts'
import { categoryNames } from '../category-names.ts'
import { type Html, html, join, lines, words } from '../html.ts'

const noRoster = words('There is no roster yet. It is written under duty in the community file.')

export const duty: NoticeTexts['duty'] = ({ lines: told }, say) =>
  told.length === 0
    ? noRoster
    : lines([
        words('📅 On duty now:'),
        ...told.map(({ trades, who, next }) => {
          const now = who === null ? words('nobody, ask the manager') : say.name({ name: who })
          const then =
            next && (next.who === null ? html`until ${say.when(next.at)}` : html`${next.who} from ${say.when(next.at)}`)
          return join(
            [html`${told.length === 1 && trades[0] === null ? 'everything' : tradeNames(trades)}: ${now}`, then],
            ' · ',
          )
        }),
      ])

export const roster: NoticeTexts['roster'] = ({ week }, say) =>
  week.length === 0
    ? noRoster
    : lines([
        words('📅 Roster'),
        ...week.map(({ at, shifts }) => {
          const who = shifts.map((one): Html => html`${one.from}–${one.to} ${one.who}${inBrackets(one)}`)
          return html`${say.day(at)} ${who.length === 0 ? words('—') : join(who, ' · ')}`
        }),
      ])

function tradeNames(trades: readonly (keyof typeof categoryNames | null)[]): string {
  return trades.map((trade) => (trade === null ? 'everything else' : categoryNames[trade].name.en)).join(', ')
}

/** What somebody is called to and for whom he stands in. */
function inBrackets({ trades, instead }: DutyDay['shifts'][number]): string {
  const said = [
    ...(trades.length === 0 ? [] : [tradeNames(trades)]),
    ...(instead === undefined ? [] : [`for ${instead}`]),
  ]
  return said.length === 0 ? '' : ` (${said.join('; ')})`
}

export const dutyLink: NoticeTexts['duty-link'] = ({ community, url }) =>
  lines([
    html`📅 The duty calendar of ${community}. Subscribe to this address in your calendar:`,
    words(url),
    words('Whoever has the address can see who is on duty: please give it only to those who should.'),
    words('Sending /dutycal again makes a new address; the old one stops working at once.'),
  ])

export const dutyLinkUnset: NoticeTexts['duty-link-unset'] = () =>
  words(
    'One step is missing: please ask whoever runs the bot to set PUBLIC_URL to the address it is reached at (such as https://bot.example.org) and restart it. Then send /dutycal again.',
  )

export const swapAsked: NoticeTexts['swap-asked'] = ({ shift: { who, instead, at, from, to } }, say) =>
  html`🔁 ${say.mention(who)}, can you take the shift of ${instead} on ${say.day(at)}, ${from}–${to}?`

export const swapAgreed: NoticeTexts['swap-agreed'] = ({ shift: { who, instead, at, from, to } }, say) =>
  html`🔁 Swapped: on ${say.day(at)}, ${from}–${to}, ${say.name(who)} is on duty for ${instead}.`

export const swapDeclined: NoticeTexts['swap-declined'] = ({ shift: { instead, at, from, to } }, say) =>
  html`🔁 Not swapped: on ${say.day(at)}, ${from}–${to}, ${instead} is on duty as before. Perhaps somebody else can.`

export const swapExpired: NoticeTexts['swap-expired'] = ({ shift: { instead, at, from, to } }, say) =>
  html`🔁 Not swapped: nobody answered before ${say.day(at)}, ${from}–${to}; ${instead} is on duty as before.`

export const swapWithdrawn: NoticeTexts['swap-withdrawn'] = ({ shift: { instead, at, from, to } }, say) =>
  html`🔁 Taken back: on ${say.day(at)}, ${from}–${to}, ${instead} is on duty as before.`
