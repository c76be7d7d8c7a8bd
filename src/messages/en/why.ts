import {
  type Basis,
  beyondTheWork,
  type Coming,
  type ExplainedClock,
  isNamedByCommittee,
  namedInTheWork,
  nextToHear,
} from '../../domain/escalation/explain.ts'
import type { PutOffPromise } from '../../domain/ticket/promise.ts'
import type { ClockName } from '../../domain/ticket/ticket.ts'
import { withoutPrivateDetail } from '../../domain/without-private-detail.ts'
import type { NoticeTexts } from '../catalogue.ts'
import { changeText, wasNoDanger } from '../change-line.ts'
import { excludedDays, specialDays } from '../excluded-days.ts'
import { type Html, html, join, lines, nothing, quoted, words } from '../html.ts'
import { personName } from '../mention.ts'
import { statusNames } from '../names.ts'
import type { Speech } from '../speech.ts'

type People = Readonly<Record<string, readonly string[]>>

/** What a line needs to know of its ticket. */
interface About {
  readonly supervisor: string | null
  readonly people: People
  readonly hidden: boolean
}

/** Why it makes itself heard, for those who work on it and for those who wait for it. */
export const why: Pick<NoticeTexts, 'why' | 'why-waiting'> = {
  why: ({ ticket, explanation, hold, promisePaused, changed, supervisor, people }, say) =>
    lines([
      html`❓ Why you are reminded of ${say.discreet(ticket)}:`,
      hold
        ? html`On hold, waiting for ${party(hold.party, ticket.private)} from ${say.when(hold.since)} until ${say.when(hold.until)}; it resumes by itself${
            explanation.clocks.some(({ basis }) => isNamedByCommittee(basis))
              ? "; the committee's time runs on meanwhile"
              : explanation.clocks.some(({ name }) => name === 'onsite')
                ? '; somebody still has to be there in time'
                : html` and its clocks stand still meanwhile`
          }${promisePaused === undefined ? '' : `; what was promised for ${say.when(promisePaused)} is put off by as long`}.`
        : null,
      changed
        ? html`${personName(changed.by)} changed it (${say.when(changed.at)}): ${changeText(changed, 'en')}; its new times count from the same start, ${
            wasNoDanger(changed) ? 'and you are reminded of them as of any' : 'and nothing is said twice'
          }.`
        : null,
      ...explanation.clocks.map((clock) => clockLine(clock, { supervisor, people, hidden: ticket.private }, say)),
      explanation.untilSafe ? words('An emergency has no finish time: it goes on until it is safe.') : null,
      explanation.closesAt === null
        ? null
        : html`Done and waiting for the residents; it closes ${say.when(explanation.closesAt)} without an answer.`,
      explanation.clocks.length === 0 && !hold && explanation.closesAt === null
        ? html`No clock runs: it is ${statusNames[ticket.status].en}.`
        : null,
    ]),
  'why-waiting': ({ ticket, explanation, hold, promisePaused, changed, supervisor, worker, managers, told }, say) => {
    const manager = managers[0] === undefined ? html`the property office` : personName(managers[0])
    const due = (name: ClockName) => explanation.clocks.find((clock) => clock.name === name)
    const next = (clock: ExplainedClock) => {
      const { staff, above } = nextToHear(clock)
      if (!staff) return above ? html`; if not, the committee hears of it ${say.when(above.at)}` : nothing
      const first = staff.notify.includes('manager') ? manager : html`the property office`
      return html`; if not, ${first} is reminded first${above ? html` and then the committee` : nothing}`
    }
    const reached =
      told === null
        ? nothing
        : told === 'above'
          ? html`; the committee has been told`
          : html`; ${told === 'manager' ? manager : 'the property office'} was reminded`
    const [taken, done, promised] = [due('acknowledge'), due('resolve'), due('promise')]
    const named = done !== undefined && isNamedByCommittee(done.basis)
    const who = worker === null ? html`The property office` : personName(worker)
    return lines([
      html`❓ ${say.masked(ticket)}`,
      changed && wasNoDanger(changed) ? words('It was checked: no danger.') : null,
      hold
        ? html`Waiting for ${party(hold.party, ticket.private)} until ${say.when(hold.until)}; then it goes on${
            promisePaused === undefined
              ? ''
              : `, and what was promised for ${say.when(promisePaused)} is put off by as long`
          }.`
        : null,
      taken
        ? taken.due > say.now
          ? html`Nobody has taken it yet; somebody should by ${say.when(taken.due)}${named ? nothing : next(taken)}.`
          : html`Nobody has taken it yet, though somebody should have by ${say.when(taken.due)}${reached}.`
        : null,
      promised
        ? html`${who} promised it for ${say.when(promised.due)}${
            promised.putOff
              ? html` (first ${say.when(promised.putOff.said)}, put off by the wait for ${waitedFor(promised.putOff, ticket.private)})`
              : nothing
          }${promised.due > say.now ? '' : '; that time has passed'}.`
        : null,
      done && (named || !taken)
        ? html`${basisForResidents(done.basis, supervisor, who)} ${say.when(done.due)}${
            done.due > say.now
              ? next(done)
              : html`; that time has passed${told === null ? nothing : html` and it was reported upwards`}`
          }.`
        : null,
      explanation.untilSafe ? words('Danger has no finish time: it is worked on until it is safe.') : null,
      explanation.closesAt === null
        ? null
        : html`It is done and waits for your word; without it, it closes ${say.when(explanation.closesAt)}.`,
      explanation.clocks.length === 0 && !hold && explanation.closesAt === null && !explanation.untilSafe
        ? html`It is ${statusNames[ticket.status].en}; there is nothing to wait for.`
        : null,
    ])
  },
}

function basisForResidents(basis: Basis, supervisor: string | null, who: Html): Html {
  if (basis === 'supervised') return html`${personName(supervisor ?? '')} of the committee supervises it; it is due`
  if (basis === 'extended') return html`The committee granted more time; it is due`
  return basis === 'sent-back' ? html`The committee asked for it by` : html`${who} is on it; it should be done by`
}

const limits: Readonly<Record<ClockName, string>> = {
  acknowledge: 'to take it',
  onsite: 'to be on site',
  resolve: 'to finish it',
  promise: 'to keep the promise',
}

function clockLine(clock: ExplainedClock, { supervisor, people, hidden }: About, say: Speech): Html {
  const limit =
    clock.limit && clock.kind
      ? html`${say.limit(clock.limit, clock.kind)} ${limits[clock.name]}, from ${say.when(clock.start)}`
      : null
  const given = {
    class: limit,
    'second-try': limit ? html`${limit} (second try)` : null,
    promise: clock.putOff
      ? html`The time that was promised (first ${say.when(clock.putOff.said)}, put off by the wait for ${waitedFor(clock.putOff, hidden)})`
      : html`The time that was promised`,
    supervised: html`The time set by ${personName(supervisor ?? '')}, who supervises it`,
    'sent-back': html`The time set when it was sent back`,
    extended: html`The time granted by the committee`,
  }[clock.basis]
  const out = excludedText(clock, hidden, say)
  const special = join(clock.excluded ? specialDays(clock.excluded, 'en') : [], ', ')
  const coming = join(
    clock.coming.map((step) => comingText(step, people, say)),
    ', ',
  )
  return html`${given ?? limits[clock.name]}${out ? html`, not counting ${out}` : nothing}${special.text === '' ? nothing : html`; ${special}`}; due ${say.when(clock.due)}${
    clock.due <= say.now ? html` (past)` : nothing
  }; ${coming.text === '' ? words('everybody has been told') : coming}.`
}

function waitedFor({ parties }: PutOffPromise, hidden: boolean): Html {
  // Of a private matter each of them reads the same.
  return join(
    (hidden ? parties.slice(0, 1) : parties).map((one) => party(one, hidden)),
    ' and ',
  )
}

function excludedText({ excluded, holds, kind }: ExplainedClock, hidden: boolean, say: Speech): Html | null {
  const parts: Html[] = []
  if (excluded?.breaks) parts.push(words('lunch'))
  if (excluded?.weekends) parts.push(words('weekends'))
  if (excluded) parts.push(...excludedDays(excluded, 'en'))
  if (kind === 'daytime') parts.push(words('nights'))
  for (const { party: waited, from, to } of holds)
    parts.push(html`the wait for ${party(waited, hidden)} (${say.when(from)}–${to === null ? '' : say.when(to)})`)
  return parts.length === 0 ? null : join(parts, ', ')
}

function comingText(step: Coming, people: People, say: Speech): Html {
  const { at, kind } = step
  const time = say.when(at)
  if (kind === 'warn') return html`${time} ${names('assignee', people)} will be warned`
  const above = beyondTheWork(step)
  if (above.length === 0) return html`${time} ${names(namedInTheWork(step, people), people)} will hear of it`
  return html`${time} it goes to ${join(
    above.map((part) => names(part, people)),
    ', ',
  )}`
}

const parts: Readonly<Record<string, string>> = {
  assignee: 'property staff',
  manager: 'the manager',
  committee: 'the committee',
  secretary: 'the secretary',
  street: 'the street office',
}

function names(part: string, people: People): Html {
  const known = (people[part] ?? []).slice(0, 2)
  return known.length > 0 ? join(known.map(personName), ' and ') : html`${parts[part] ?? part}`
}

/** Whom a private matter waits for is nobody's business but theirs who hold its card. */
function party(text: string, hidden: boolean): Html {
  return hidden ? words('somebody else') : quoted(withoutPrivateDetail(text), 40)
}
