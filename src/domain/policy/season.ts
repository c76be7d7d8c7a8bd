import type { Category, TicketClass } from '../category.ts'
import type { Instant } from '../ids.ts'
import type { ReportCommand } from '../ticket/command.ts'
import { localParts } from '../time/zone.ts'
import type { Policy, Season } from './policy.ts'

/**
 * A report with the class that its season gives it. In the heating season no heating is urgent; outside of it a
 * radiator is an ordinary repair. Where there is no season, and in an emergency, the words of the report decide.
 */
export function inSeason(report: ReportCommand, policy: Policy): ReportCommand {
  const given = seasonalClass(report, policy, report.reportedAt)
  return given === null ? report : { ...report, class: given, urgency: given === 'urgent' ? 'urgent' : 'normal' }
}

/** The class that the season of an instant gives a matter; null where it has no say. */
export function seasonalClass(
  matter: { readonly category: Category; readonly class: TicketClass },
  policy: Policy,
  at: Instant,
): 'urgent' | 'repair' | null {
  const season = policy.seasons?.heating
  if (season === undefined || matter.category !== 'heating') return null
  if (matter.class !== 'urgent' && matter.class !== 'repair') return null
  const { date } = localParts(policy.calendar.timezone, at)
  return isWithin(season, date.slice(5)) ? 'urgent' : 'repair'
}

/** Whether 'MM-DD' lies in a season. As text they sort like dates. */
function isWithin([first, last]: Season, day: string): boolean {
  return first <= last ? first <= day && day <= last : first <= day || day <= last
}
