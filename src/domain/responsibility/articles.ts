/** Laws and rules that the table cites, by a short name of our own; their full names are in messages/. */
export const laws = [
  'civil-code',
  'property-management',
  'construction-quality',
  'quality-warranty',
  'maintenance-fund',
  'gas',
  'electricity',
  'special-equipment',
  'fire-protection',
  'noise',
  'air',
  'solid-waste',
  'animal-epidemics',
  'planning',
  'greening',
  'letting',
  'mediation',
  'residents-committees',
] as const

export type Law = (typeof laws)[number]

/** One article of one of them. */
export interface Article {
  readonly law: Law
  readonly number: number
}

/** "civil-code 286" → the article. */
export type Cited = `${Law} ${number}`

export function articleOf(cited: Cited): Article {
  const [law, number] = cited.split(' ')
  return { law: law as Law, number: Number(number) }
}
