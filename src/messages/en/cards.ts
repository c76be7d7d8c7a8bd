import type { ButtonTexts, CardTexts, CommitteeTexts, SafetyTexts } from '../catalogue.ts'
import { html, join, nothing, words } from '../html.ts'
import { ratingNames } from '../names.ts'
import { oftenText } from './often-text.ts'

const done = (mends: boolean): string => (mends ? 'fixed' : 'done')

export const buttons: ButtonTexts = {
  support: (supporters) => (supporters > 0 ? `+1 Me too · ${supporters}` : '+1 Me too'),
  supplement: 'Add',
  notReport: 'Not a report',
  ack: 'Ack',
  arrive: 'Arrived',
  hold: 'Hold',
  assign: 'Assign',
  resolve: 'Done',
  promise: 'New time',
  supervise: 'Supervise',
  extend: 'Extend',
  sendBack: 'Send back',
  handOver: 'Pass on',
  recategorise: 'Category',
  history: 'History',
  photos: (count) => `Photos (${count})`,
  publicArea: 'Shared area',
  solved: 'Solved',
  unsolved: 'Not solved',
  stillFine: (leaks) => (leaks ? 'Dry' : 'All fine'),
  cameBack: (leaks) => (leaks ? 'Leaking again' : 'It is back'),
  rate: { satisfied: 'Satisfied', basically: 'Fairly satisfied', unsatisfied: 'Not satisfied' },
  swapYes: 'Yes',
  swapNo: 'No',
  noticePublish: 'Publish',
  noticeEdit: 'Change',
  noticeChange: 'Change time',
  noticeDrop: 'Do not send',
  noticeBack: 'It is back',
  noticeNotYet: 'Not yet',
  noticeCancel: 'Call off',
  notThis: 'Something else',
  stillOut: 'Not for me',
  incidentJoin: 'Make it one',
  incidentDismiss: 'Leave them',
  incidentSplit: 'Take apart',
  register: 'Register',
  dismiss: 'No need',
  join: (number, own) => (own ? `Add to #${number}` : `+1 to #${number}`),
  separate: 'Something else',
  urge: 'Nudge them',
  deleteOriginal: 'Delete my words',
  privately: 'Tell us privately',
}

export const cards: CardTexts = {
  again: (times) => html`Not put right last time: open again (attempt ${times})`,
  notified: (people) => (people ? html`${people} on duty has been told` : html`The property office has been told`),
  ackBy: (at) => html`Somebody will take it by ${at}`,
  ackLate: (told, managers) => {
    if (told === null) return html`Taking longer than it should`
    if (told === 'above') return html`Taking longer than it should: the committee has been told`
    return told === 'manager' && managers
      ? html`Taking longer than it should: ${managers} reminded`
      : html`Taking longer than it should: staff reminded`
  },
  assignedTo: (who) => html`Given to ${who}`,
  working: ({ who, ackAt, arrivedAt, arriveBy }) => {
    if (arrivedAt !== null) return html`${who} is on site (${arrivedAt})`
    const taken = ackAt === null ? html`${who} is on it` : html`${who} took it (${ackAt})`
    return arriveBy === null ? taken : html`${taken}, on site by ${arriveBy}`
  },
  promised: (at, mends) => html`Promised: ${done(mends)} by ${at}`,
  doneBy: (at, mends) => html`To be ${done(mends)} by ${at}`,
  waiting: (party, until, reason) =>
    reason ? html`Waiting for ${party} until ${until} (${reason})` : html`Waiting for ${party} until ${until}`,
  supervised: (supervisor, due) => html`Supervised by ${supervisor}: due ${due}`,
  extended: (due) => html`The committee agreed to extend it to ${due}`,
  sentBack: (due) => html`The committee asks for it to be done by ${due}`,
  sentBackWhy: (by, reason, due) =>
    html`Sent back by ${by}${reason ? html`: ${reason}` : nothing}${due === null ? nothing : html`; due ${due}`}`,
  steps: (name, steps) => words(`${name}: ${steps.join(' → ')}`),
  handedOver: (to, reason) => html`Passed on to ${to}${reason ? html`: ${reason}` : nothing}`,
  handedOverFollowed: (to) => html`${to} has been asked; the property firm stays with it`,
  grid: (name) => html`Grid worker: ${name}`,
  yourGrid: words(
    '🧭 In your grid, so please have an eye on it; reply to add something, and after a call: /visit building 3 501 all well',
  ),
  onCall: (people) => html`On duty: ${people}`,
  whichBuilding: words('Which building? Tap one, or reply to this with the place'),
  placeMissing: words('Place not known yet; we have asked'),
  done: ({ text, at, by, mends }) => {
    const what = text ? html`${mends ? 'Fixed' : 'Done'}: ${text}` : html`${mends ? 'Fixed' : 'Done'}`
    return by ? html`${what} (${by}, ${at})` : html`${what} (${at})`
  },
  awaitingAnswer: words('Waiting for the residents to confirm'),
  nobodyToAsk: (closesAt) => html`Nobody else to ask; it closes ${closesAt}`,
  closed: (rating) => (rating ? html`Closed; residents said: ${ratingNames[rating].en}` : html`Closed`),
  rejected: (reason) => (reason ? html`Not taken up: ${reason}` : html`Not taken up`),
  withdrawn: words('Taken back by the person who reported it'),
  merged: (into) => html`The same matter as #${into}, merged into it`,
  masked: {
    active: (number) => html`🔒 #${number} is being handled in person. No details here, please.`,
    resolved: (number) => html`✅ #${number} is done; we confirm it privately.`,
    ended: (number) => html`✅ #${number} is closed.`,
    danger: words('In danger ring 110; somebody hurt, ring 120 at once; fire, ring 119.'),
  },
  words: (text, by, at) => (by ? html`“${text}” — ${by}, ${at}` : html`“${text}” ${at}`),
  supporters: (count) => html`+${count} neighbours`,
  urges: (count) => html`nudged ${count}×`,
  clock: (clock, due, late) => {
    const what = { acknowledge: 'Ack', onsite: 'On site', resolve: 'Done', promise: 'Promise' }[clock]
    return late ? html`${what}: was due ${due}` : html`${what} by ${due}`
  },
  byDay: words(' (daytime only)'),
  daysUnknown: (year) => html`The public holidays of ${year} are not out yet; for now its days count as ordinary ones`,
  note: (text, by) => (by ? html`Note: ${text} — ${by}` : html`Note: ${text}`),
  changed: ({ what, by, at, since }) => html`Changed: ${what} (${by}, ${at}); its times count from ${since}`,
  noDanger: words('Checked: no danger'),
  privateMatter: words('Private: handle it here and keep the details here'),
  yourReport: words('Only you and the people handling it can see this'),
}

export const committee: CommitteeTexts = {
  please: (matter) => html`📣 Please supervise ${matter}`,
  decide: (matter) => html`📣 Please say whose it is: ${matter}`,
  handedOver: (times, trail, reason) =>
    html`Passed on ${oftenText(times)}${trail ? html`: ${trail}` : nothing}${reason ? html` (${reason})` : nothing}`,
  calm: (matter) => html`🔧 In hand: ${matter}`,
  waiting: (matter) => html`⏸ On hold: ${matter}`,
  supervising: (matter) => html`📣 Supervised: ${matter}`,
  lateAgain: (matter) => html`📣 Supervised and late again: ${matter}`,
  sentBack: (matter) => html`↩️ Sent back to the property: ${matter}`,
  sentBackOnce: (reason) => (reason ? html`Sent back before: ${reason}` : html`Sent back before`),
  overdue: (clock, due, late, mends, outage) => {
    const what = {
      acknowledge: 'taken',
      onsite: 'attended',
      resolve: done(mends),
      promise: `${done(mends)} as promised`,
    }
    return html`Should have been ${what[clock]} by ${due}; ${late} late${outage ? ' (reported late: the system was down)' : ''}`
  },
  staff: (who, ackAt, reason) =>
    reason
      ? html`Property: ${who} took it ${ackAt}; says: ${reason}`
      : html`Property: ${who} took it ${ackAt}; no reason given`,
  nobody: (managers) =>
    managers ? html`Property: nobody has taken it; in charge: ${managers}` : html`Property: nobody has taken it`,
  supporters: (count) => html`${count} neighbours joined in`,
  privateMatter: (grid) =>
    join([words('Private: no details here'), grid ? html`ask the grid worker, ${grid}` : null], '; '),
}

export const safety: SafetyTexts = {
  advice: {
    elevator: 'Stay safe: do not force the doors, use the intercom in the car and wait.',
    gas: 'Stay safe: open windows, shut the valve, no flames, touch no switch, go outside.',
    fire: 'Stay safe: take the stairs, not the lift; keep low, cover your mouth, do not go back.',
    power: 'Stay safe: keep away, touch no wire or standing water; cut the power before helping.',
    water: 'Stay safe: shut the main valve if you can, touch nothing electric in the water.',
    leak: 'Stay safe: shut the valve if you can; if water nears a socket, switch off the mains.',
    facility: 'Stay safe: keep away from below, and warn children and older people.',
    construction: 'Stay safe: keep away from below, and warn children and older people.',
    security: 'Stay safe: leave the place, do not confront anybody.',
    care: 'People first: do not move them, and let somebody stay with them.',
    other: 'Stay safe: leave the danger area and warn those nearby.',
  },
  hotline: {
    elevator: 'Trapped: ring 119. Hurt: ring 120 at once.',
    gas: 'Once outside ring 119; if somebody feels unwell, 120.',
    fire: 'Ring 119 now; if somebody is hurt, 120.',
    power: 'Fire: ring 119. Electric shock: ring 120.',
    water: 'Somebody trapped: ring 119. Hurt: ring 120.',
    leak: 'Somebody trapped: ring 119. Hurt: ring 120.',
    facility: 'Somebody hurt: ring 120 at once. Trapped: ring 119.',
    construction: 'Somebody hurt: ring 120 at once. Trapped: ring 119.',
    security: 'Ring 110 now; if somebody is hurt, 120.',
    care: 'Ring 120 now; if somebody is missing, 110.',
    other: 'Fire 119, police 110, ambulance 120.',
  },
}
