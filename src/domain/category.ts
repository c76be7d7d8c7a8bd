/** The 20 kinds of matter plus `other`, in the order shown to people. */
export const categories = [
  'elevator',
  'water',
  'leak',
  'power',
  'gas',
  'heating',
  'fire',
  'security',
  'sanitation',
  'pets',
  'noise',
  'pollution',
  'parking',
  'greening',
  'construction',
  'rental',
  'facility',
  'dispute',
  'governance',
  'care',
  'other',
] as const

export type Category = (typeof categories)[number]

/** Kinds of matter that are private whoever they are about. */
export const privateKinds: readonly Category[] = ['care', 'dispute']

/** Service classes: each has its own default clocks (see `policy/`). */
export const ticketClasses = ['emergency', 'urgent', 'repair', 'complaint', 'enforcement', 'mediation', 'care'] as const

export type TicketClass = (typeof ticketClasses)[number]

export type Urgency = 'emergency' | 'urgent' | 'normal'

/** Where a matter is, as a clerk would write it: building "3", unit "2", floor "5" or "B1", room "502", spot "东侧". */
export interface Place {
  readonly building: string | null
  readonly unit: string | null
  readonly floor: string | null
  readonly room: string | null
  readonly spot: string | null
}

export const nowhere: Place = { building: null, unit: null, floor: null, room: null, spot: null }
