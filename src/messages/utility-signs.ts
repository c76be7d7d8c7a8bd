import { answeredBy, type Utility, utilities } from '../domain/interruption/utility.ts'
import { categoryNames } from './category-names.ts'

/** The sign of each utility: that of the category whose reports it answers. */
export const utilitySigns: Readonly<Record<Utility, string>> = Object.fromEntries(
  utilities.map((utility) => [utility, categoryNames[answeredBy[utility].category].sign]),
) as Record<Utility, string>
