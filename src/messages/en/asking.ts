import { withoutPrivateDetail } from '../../domain/without-private-detail.ts'
import type { AskingTexts, HistoryTexts, ToastTexts } from '../catalogue.ts'
import { changeText } from '../change-line.ts'
import { html, nothing, quoted } from '../html.ts'
import { personName } from '../mention.ts'
import { ratingNames } from '../names.ts'
import { oftenText } from './often-text.ts'
import { responsibility as texts } from './responsibility.ts'

export const asking: AskingTexts = {
  solved: ({ to, who, number, text, mends }) =>
    html`${to ? html`${to}: ` : nothing}${who} says #${number} is ${mends ? 'fixed' : 'done'}${text ? html`: ${text}` : nothing}. Is it all right at your end?`,
  reporterAndOthers: (reporter, others) => html`${reporter} and ${others} more`,
  neighbours: (count) => (count === 1 ? html`Our neighbour who joined in` : html`The ${count} who joined in`),
  rate: (number) => html`Good to hear. How was #${number} handled?`,
  rated: (rating, number) =>
    rating === 'satisfied'
      ? html`Thank you for rating #${number}: satisfied.`
      : html`Thank you, noted for #${number}: ${ratingNames[rating].en}. Reply here with what was missing.`,
  expired: (number) =>
    html`We heard nothing back, so #${number} is closed for now. If it is not right, tap “Not solved” at any time.`,
  apology: (number, manager, by) =>
    html`Sorry it was not put right. #${number} is open again; ${manager ?? 'the property office'} will contact you ${
      by === null ? 'shortly' : `by ${by}`
    }.`,
  superseded: (number) => html`#${number} has moved on since; please see its latest card.`,
  remind: ({ to, number, mends, closes }) =>
    html`${to ? html`${to}, is` : 'Is'} #${number} ${mends ? 'fixed' : 'done'}?${
      closes === null ? nothing : html` Without an answer by ${closes} it is closed for now; it can be opened again.`
    }`,
  askedEnough: (number) => html`No need to ask about #${number} any more, thank you.`,
  recheck: ({ to, number, leaks }) =>
    html`${to ? html`${to}, #${number}` : html`#${number}`} was closed some days ago. ${leaks ? 'Does it still leak?' : 'Is it still all right?'}`,
  stillFine: (number) => html`Thank you for telling us; good to hear of #${number}.`,
  cameBack: (number, manager, by) =>
    html`Understood. #${number} is open again; ${manager ?? 'the property office'} will contact you ${
      by === null ? 'shortly' : `by ${by}`
    }.`,
  maybe: (about) => html`Shall I register this? As I understand it: ${about}`,
  same: (number, about, own) =>
    own
      ? html`Your own #${number} is still open and looks like the same matter: ${about}`
      : html`#${number} is already in hand and looks like the same matter: ${about}`,
  prompts: {
    hold: {
      text: 'Waiting for whom, until when? Reply to this, e.g. parts supplier until Fri 18:00',
      hint: 'parts supplier until Fri 18:00',
    },
    extend: {
      text: 'Why, and until when? Reply to this, e.g. repair fund approval until Fri 18:00',
      hint: 'repair fund approval until Fri 18:00',
    },
    promise: { text: 'When will it be done? Reply to this, e.g. tomorrow 18:00', hint: 'tomorrow 18:00' },
    supplement: { text: 'What would you like to add? Reply to this with words or photos.', hint: 'What to add' },
    reject: { text: 'Why is it not taken up? Reply to this; the reporter will read it.', hint: 'The reason' },
    assign: {
      text: 'Who should take it? Reply to this with a name, e.g. Wang, lift engineer',
      hint: 'Wang, lift engineer',
    },
    reopen: { text: 'What is still wrong? Reply to this in a few words.', hint: 'What is still wrong' },
    'send-back': {
      text: 'Why is it sent back? Reply to this, with a time if you like, e.g. find the cause first, by Fri 18:00',
      hint: 'find the cause first, by Fri 18:00',
    },
    'hand-over': {
      text: 'Who gets it, and why? Reply to this, e.g. power company: the transformer outside. We stay with it all the same.',
      hint: 'power company: the transformer outside',
    },
    recategorise: { text: 'Which category? Tap one, or reply to this with its name.', hint: 'leak' },
  },
  chooseAssignee: 'Who should take it? Tap a name.',
  chooseCategory: 'Which category? Tap one. Its times apply; time that has run still counts.',
  chooseUrgency: { normal: 'Not urgent', urgent: 'Make it urgent', emergency: 'It is an emergency' },
  photos: (number) => (number === null ? html`📷 Photos` : html`📷 Photos of #${number}`),
}

export const history: HistoryTexts = {
  reported: () => html`reported`,
  acknowledged: (event) => html`${personName(event.by.name)} took it`,
  arrived: (_, { actor }) => html`${actor} on site`,
  promised: (event, _, say) => html`${personName(event.by.name)} promised ${say.when(event.until)}`,
  promiseKept: () => html`promise kept`,
  promiseBroken: (event, _, say) => html`promised time passed (${say.when(event.until)})`,
  promiseMoved: (event, { words }, say) =>
    event.hold === null
      ? html`promise moved from ${say.when(event.until)} to ${say.when(event.to)}`
      : html`promise put off from ${say.when(event.until)} to ${say.when(event.to)}${
          words ? html` by the wait for ${quoted(event.hold.party, 40)}` : nothing
        }`,
  held: (event, { words }, say) =>
    html`on hold: waiting for ${quoted(event.party, 40)} until ${say.when(event.until)}${
      words && event.reason ? html` (${quoted(event.reason, 60)})` : nothing
    }`,
  returned: () => html`work resumed`,
  assigned: (event) => html`given to ${personName(event.to.name)}`,
  handedOver: (event, { words }) =>
    words
      ? html`passed on to ${quoted(withoutPrivateDetail(event.to), 40)}: ${quoted(withoutPrivateDetail(event.reason), 80)}`
      : html`passed on`,
  referred: (event) => html`passed on ${oftenText(event.times)}; the committee is asked whose it is`,
  noted: (event, { words }) => (words ? html`note: ${quoted(event.text, 80)}` : html`a note was added`),
  attached: (event) => (event.proof ? html`photos of the work` : html`photos added`),
  revised: () => html`description changed by its author`,
  located: (event, _, say) => {
    const place = say.publicPlace(event.place)
    return place === '' ? html`place added` : html`place added: ${place}`
  },
  supported: () => html`a neighbour joined in`,
  urged: () => html`nudged`,
  resolved: (event, { words }) =>
    words && event.text
      ? html`${personName(event.by.name)} finished: ${quoted(event.text, 80)}`
      : html`${personName(event.by.name)} finished`,
  answered: (event) => (event.solved ? null : html`a resident said it is not solved`),
  confirmed: () => html`confirmed as solved`,
  rated: (event) => html`rated: ${ratingNames[event.rating].en}`,
  reopened: () => html`opened again`,
  withdrawn: () => html`taken back by its author`,
  rejected: (event, { words }) => (words ? html`not taken up: ${quoted(event.reason, 80)}` : html`not taken up`),
  merged: (event) => html`merged into #${event.into}`,
  split: (event) => html`taken out of #${event.from} again`,
  supervised: (event, _, say) => html`supervised by ${personName(event.supervisor)}, due ${say.when(event.due)}`,
  extended: (event, { words }, say) =>
    html`extended to ${say.when(event.until)}${words ? html`: ${quoted(event.reason, 60)}` : nothing}`,
  sentBack: (event, { words }, say) =>
    html`sent back to the property, due ${say.when(event.due)}${words ? html`: ${quoted(event.reason, 60)}` : nothing}`,
  recategorised: (event, { actor }) => html`${actor} changed it: ${changeText(event, 'en')}`,
  asked: (event) => (event.about === 'recheck' ? html`asked whether it is still fine` : null),
  clarified: (event) =>
    html`${event.part ? texts.parts[event.part] : event.age ? `Handed over: ${texts.ages[event.age]}` : ``}`,
  stillFine: () => html`still fine, the resident says`,
  expired: () => html`closed without an answer`,
  warned: () => null,
  escalated: ({ level, saidWith }) => {
    if (saidWith !== undefined) return null
    return level <= 1 ? html`overdue, manager told` : html`raised to level ${level}`
  },
}

const of = (number: number | null): string => (number === null ? '' : `#${number} `)

export const toasts: ToastTexts = {
  support: (number) => `${of(number)}+1 noted, thank you`,
  supplement: () => 'Please reply to the message below',
  'not-report': () => 'All right, taken down',
  ack: (number) => `${of(number)}is yours, thank you`.trimStart(),
  arrive: (number) => `${of(number)}arrival noted`,
  hold: () => 'Reply below: waiting for whom, until when',
  assign: () => 'Choose who should take it',
  resolve: (number) => `${of(number)}marked done; residents are being asked`,
  promise: () => 'Reply below: when it will be done',
  'assign-to': (number) => `${of(number)}handed over`,
  supervise: (number) => `${of(number)}is under supervision`,
  extend: () => 'Reply below: reason and new time',
  'send-back': () => 'Reply below: why it is sent back',
  recategorise: () => 'Choose the category',
  'category-to': (number) => `${of(number)}category changed`,
  'urgency-to': (number) => `${of(number)}urgency changed`,
  history: () => 'History is below',
  photos: () => 'Photos are below',
  place: (number) => `${of(number)}place noted, thank you`,
  solved: () => 'Good, thank you for confirming',
  'still-fine': () => 'Thank you for telling us',
  unsolved: (number) => `Sorry about that; ${of(number)}is open again`,
  rate: () => 'Rating noted, thank you',
  'hand-over': () => 'Please reply below: who gets it, and why',
  clarify: (number) => `${of(number)}Noted, thank you`,
  'swap-yes': () => 'Swapped, thank you',
  'swap-no': () => 'All right',
  'notice-publish': () => 'Published',
  'notice-edit': () => 'Reply to this message with what changes, e.g. 10 to 16',
  'notice-drop': () => 'All right, it will not go out',
  'notice-back': () => 'Thank you, everybody is told',
  'notice-not-yet': () => 'Reply to that message with the new time, e.g. until 18:00',
  'notice-cancel': () => 'Called off, and the notice says so',
  'not-this': (number) => `${of(number)}registered on its own`,
  'still-out': (number) => `${of(number)}registered, somebody will look`,
  'incident-join': (number) => `Now one matter ${of(number)}`.trim(),
  'incident-dismiss': () => 'All right, they stay apart',
  'incident-split': () => 'Taken apart, each goes on',
  register: () => 'Registered',
  dismiss: () => 'All right, not registered',
  join: (number) => `Added to ${of(number).trim()}, thank you`,
  separate: () => 'All right, registered separately',
  'delete-original': () => 'Your message was deleted',
  urge: (number) => `${of(number)}nudged`,
  open: (number) => `The card of ${of(number).trim()} is below`,
}
