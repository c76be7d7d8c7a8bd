import type { HardCaseTexts } from '../catalogue.ts'

/** How the hard cases are gone about, what their reporters are told, and what may be said in a group. */
export const hardCases: HardCaseTexts = {
  'grabbed-green': {
    name: 'Occupied green',
    steps: [
      'dissuade, take a picture',
      'a notice with a date to restore it',
      'else report to the greening authority, keep the receipt',
      'follow it up, done when restored',
    ],
    reporter:
      'The property firm dissuades first and sets a date; else it reports to the greening authority. No need to argue yourself; pictures are welcome here.',
    group:
      'The green belongs to all owners: the property firm dissuades, then reports. You will hear the result, without names.',
  },
  'enclosed-balcony': {
    name: 'Enclosed balcony',
    steps: [
      'have it stopped, take a picture',
      'check the registration and the house rules',
      'else report to planning or urban management, keep the receipt',
      'follow it up, tell the group the result only',
    ],
    reporter:
      'The property firm has it stopped and checks the registration; else it reports to the authority. Neither the household nor you will be named.',
    group:
      'Enclosing a balcony is registered first: the property firm has it stopped and reports. You will hear the result, without names.',
  },
  'private-building': {
    name: 'Unapproved building',
    steps: [
      'have it stopped, take a picture',
      'a written notice to stop',
      'report to planning or urban management within a working day, keep the receipt',
      'follow it up, tell the group the result only',
    ],
    reporter:
      'The property firm has it stopped and reports it within a working day; you will hear of the receipt and the progress. Neither the household nor you will be named.',
    group:
      'Unapproved building is for the authority: the property firm has it stopped and reports. You will hear the result, without names.',
  },
  'pet-mess': {
    name: 'Pet mess',
    steps: [
      'clean it up first',
      'bags and a sign where it happens',
      'speak with the keeper in private',
      'if nothing helps report it; house rules are the owners’ to make',
    ],
    reporter:
      'The property firm cleans up first, then speaks with keepers. If you know who it is, tell me in private, not in the group.',
    group: 'It will be cleaned at once. Keepers, please use a lead and take the mess with you. Thank you, everybody.',
  },
  'unsorted-rubbish': {
    name: 'Unsorted rubbish',
    steps: [
      'clear and sort it again',
      'a clear sign at the bins',
      'volunteers at the bins at busy hours',
      'if nothing helps report it to urban management',
    ],
    reporter:
      'The property firm clears and sorts it, then reminds people at the bins. Pictures are welcome, without people on them.',
    group: 'Please sort into kitchen waste, recyclables, hazardous and other; the volunteers at the bins can help.',
  },
  'irregular-letting': {
    name: 'Irregular letting',
    steps: [
      'check who is registered, fire safety and wiring',
      'a letter to the landlord',
      'report to the housing authority and the police, keep the receipt',
      'follow it up, tell the group the result only',
    ],
    reporter:
      'The property firm checks and speaks with the landlord, then reports to the housing authority and the police. Neither the household nor you will be named.',
    group:
      'Partitioned letting is a fire risk: the property firm checks and reports. You will hear the result, without names.',
  },
}
