import type { TicketCommandType } from '../../domain/ticket/command.ts'
import type { Transition, Who } from '../../domain/ticket/transitions.ts'
import { withoutPrivateDetail } from '../../domain/without-private-detail.ts'
import type { RefusalTexts } from '../catalogue.ts'
import { categoryNames } from '../category-names.ts'
import { html, join, quoted, words } from '../html.ts'
import { personName } from '../mention.ts'
import { statusNames, urgencyNames } from '../names.ts'
import { oftenText } from './often-text.ts'

const verbs: Readonly<Record<TicketCommandType, string>> = {
  acknowledge: 'take a ticket',
  arrive: 'record an arrival',
  promise: 'set a new time',
  hold: 'put it on hold',
  return: 'resume it',
  assign: 'hand it over',
  'hand-over': 'pass it on',
  note: 'add a note',
  attach: 'add photos',
  revise: 'change the description',
  locate: 'set the place',
  support: 'join in',
  urge: 'nudge',
  resolve: 'mark it done',
  confirm: 'confirm it',
  rate: 'rate it',
  reopen: 'open it again',
  withdraw: 'take it back',
  reject: 'turn it down',
  merge: 'merge it',
  split: 'take it apart again',
  supervise: 'supervise it',
  extend: 'extend it',
  'send-back': 'send it back',
  recategorise: 'change its category',
  ask: 'ask again',
  clarify: 'say what it is',
  'still-fine': 'answer',
  'break-promise': 'count a promise',
  expire: 'close it',
  warn: 'warn',
  escalate: 'escalate it',
}

const people: Readonly<Record<Who, string>> = {
  staff: 'property staff',
  manager: 'the property manager',
  committee: 'the committee',
  grid: 'the grid worker',
  reporter: 'the person who reported it',
  supporter: 'neighbours who joined in',
  anyone: 'people of this community',
  system: 'Huying itself',
}

const missing: Readonly<Record<Transition['needs'][number], string>> = {
  until: 'until when',
  party: 'whom it waits for',
  reason: 'the reason',
  assignee: 'who takes it',
  target: 'which ticket to merge into',
  text: 'the words',
  receiver: 'who gets it',
  category: 'which category',
}

const examples: Readonly<Partial<Record<TicketCommandType, string>>> = {
  promise: '/promise 128 tomorrow 18:00',
  hold: '/hold 128 parts supplier until Fri 18:00',
  assign: '/assign 128 Wang',
  'hand-over': '/handover 128 power company: the transformer outside',
  note: '/note 128 supplier called',
  resolve: '/done 128 door motor replaced',
  reject: '/reject 128 belongs to the power company',
  merge: '/merge 128 120',
  supervise: '/supervise 128 by Fri 18:00',
  extend: '/extend 128 repair fund until Fri 18:00',
  'send-back': '/sendback 128 find the cause first, by Fri 18:00',
  recategorise: '/category 128 leak',
}

export const refusals: RefusalTexts = {
  'not-allowed': ({ command, who }) => {
    // A manager is property staff too: naming both says nothing more.
    const named = who.filter((one) => one !== 'system' && !(one === 'manager' && who.includes('staff')))
    return html`Only ${named.map((one) => people[one]).join(' or ') || people.system} can ${verbs[command]}.`
  },
  'wrong-status': ({ command, status, number }) => {
    if (command === 'acknowledge' && status !== 'open') return html`#${number} has been taken already.`
    return html`#${number} is ${statusNames[status].en}: you cannot ${verbs[command]} now.`
  },
  needs: ({ command, part, number }) => {
    const example = examples[command]?.replace('128', String(number))
    const ask = html`To ${verbs[command]} (#${number}), please say ${missing[part]}.`
    return example === undefined ? ask : html`${ask} Example: ${words(example)}`
  },
  'no-such-time': ({ words: said }) =>
    html`There is no such time as “${quoted(said, 30)}”; please check the calendar and write it again.`,
  'until-past': ({ until }, say) => html`It is already past ${say.when(until)}; please name a later time.`,
  'until-too-far': ({ until, latest }, say) =>
    html`${say.when(until)} is too far off; ${say.when(latest)} at the latest.`,
  'too-soon': ({ next }, say) => html`They were nudged a short while ago. You can do it again after ${say.when(next)}.`,
  'own-ticket': ({ number }) => html`#${number} is your own report. To add something, reply to its card.`,
  'already-supported': ({ number }) => html`You already joined #${number}, thank you.`,
  'solver-may-not-answer': () => words('Whoever did the work cannot confirm or rate it; residents will.'),
  'merge-into-itself': ({ number }) => html`#${number} cannot be merged into itself.`,
  'same-category': ({ number, category, urgency }) =>
    html`#${number} is “${categoryNames[category].name.en}${urgency ? `, ${urgencyNames[urgency].en.toLowerCase()}` : ''}” already.`,
  'urgency-kept': ({ number }) => html`Whether #${number} is less pressing is for the manager or the committee to say.`,
  'unknown-category': ({ words: said, nearest }) =>
    nearest.length > 0
      ? html`There is no category “${quoted(said, 20)}”. Did you mean ${nearest.map((one) => categoryNames[one].name.en).join(', ')}?`
      : html`There is no category “${quoted(said, 20)}”. Tap “Category” on the card to choose.`,
  'not-yours': ({ number }) =>
    html`You neither reported nor joined #${number}. To see where it stands send /progress ${number}.`,
  'not-with-committee': ({ number }) => html`#${number} is with the property and has not come up to you.`,
  'already-with': ({ number, receiver }) =>
    html`#${number} is already with “${quoted(withoutPrivateDetail(receiver), 30)}”.`,
  'handed-over-enough': ({ number, times }) =>
    html`#${number} has been passed on ${oftenText(times)}; the committee says whose it is, and we stay with it until then.`,
  'unknown-ticket': ({ number }) =>
    number === null
      ? words('Which ticket? Give its number, or reply to its card.')
      : html`There is no #${number}. Send /mine to see what you reported.`,
  'unknown-person': ({ name }) => html`Nobody called “${personName(name)}” is on the list.`,
  'ambiguous-person': ({ name, candidates }) =>
    html`Several people match “${personName(name)}”: ${join(
      candidates.slice(0, 3).map((one) => quoted(one, 16)),
      ', ',
    )}. Please give the full name.`,
  'button-expired': () => words('This button no longer works. Use the latest card, or type, e.g. /ack 128'),
  'not-asked': () => words('That question was for the person who wrote.'),
  'crew-only': () => html`That is for property staff and the committee. Tell us in the group if something is wrong.`,
  'manager-only': () => words('That is for the property manager to ask.'),
  'calendar-in-private': () => words('Its address is not for a group: please send me /dutycal in private.'),
  'swap-needs': ({ part }) =>
    html`${part === 'day' ? 'Which day is the shift?' : 'Who takes it over?'} Example: /swap sat Li`,
  'swap-in-staff-chat': () => words('A swap is for everybody to see: please say it in the staff group.'),
  'swap-not-on-duty': () => words('There is no such shift to swap then. /roster shows which days there are.'),
  'swap-past': () => words('That shift has begun already and cannot be swapped.'),
  'swap-with-himself': () => words('It is that person’s shift as it is.'),
  'swap-settled': ({ who }) => html`${personName(who)} has taken that shift over already.`,
  'swap-whose': ({ among }) =>
    html`Several people are on duty then: ${join(
      among.map((one) => quoted(one, 16)),
      ', ',
    )}. Please say whose shift it is, e.g. /swap sat Wang Li`,
  'swap-not-asked': ({ who }) => html`That question is for ${personName(who)}, or for the manager.`,
  'grid-only': () => words('That is for the grid worker.'),
  'grid-in-private': () => words('That is not for a group: please write to me in private.'),
  'visitors-only': () =>
    words('Visits are kept by grid workers, the committee and staff. If something is wrong, just say it.'),
  'visit-needs': () => words('Where was it? For example: /visit building 3 unit 2 501 all well, or /visit 128'),
  'swap-asked-already': ({ who }) =>
    html`${personName(who)} has been asked already and has not answered yet. You may ask somebody else as well.`,
  'announcers-only': () => words('Notices of cuts are for property staff and the committee to publish.'),
  'notice-in-staff-chat': () =>
    words('Please write notices in the staff group, where others see them before they go out.'),
  'notice-needs': ({ part }) =>
    html`${{ utility: 'What is cut off?', time: 'From when to when?', end: 'Until when?' }[part]} Example: /notice tomorrow 9 to 15 water off in building 3`,
  'notice-past': ({ until }, say) => html`It is already past ${say.when(until)}; please name a later time.`,
  'notice-unclear': ({ draft }) =>
    draft
      ? words('What is to change? For example: 10 to 16, or building 3, or emergency repair')
      : words('I did not understand. For example: until 18:00, or it is back, or call off'),
  'admins-only': () => words('That is for the owner or an admin to decide.'),
  askFor: (help, say) => html`For help ask ${say.mention(help)}.`,
}
