import ICAL from 'ical.js'
import type { DutyCalendar, DutyEntry } from '../domain/duty/duty-calendar.ts'
import type { Instant } from '../domain/ids.ts'
import { dutyCalendarName, dutyTitle } from '../messages/duty-title.ts'

// The library does not count the blank that a continued line begins with; RFC 5545 (3.1) allows 75 octets with it.
ICAL.foldLength = 74

/**
 * A duty roster as an iCalendar file (RFC 5545), all times in UTC. What an entry is called by (UID) stays while its beginning,
 * end and trades do: another person in the same hours changes the entry that a calendar has already.
 */
export function writeIcs({ communityId, community, language, asOf, entries }: DutyCalendar): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//Huying//Duty roster//EN')
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  calendar.addPropertyWithValue('x-wr-calname', dutyCalendarName(community, language))
  for (const entry of entries) {
    const event = new ICAL.Component('vevent')
    event.addPropertyWithValue('uid', uidOf(entry, communityId))
    event.addPropertyWithValue('dtstamp', utc(asOf))
    event.addPropertyWithValue('dtstart', utc(entry.from))
    event.addPropertyWithValue('dtend', utc(entry.to))
    event.addPropertyWithValue('summary', dutyTitle(entry, language))
    // Whoever looks at the roster is not busy by it.
    event.addPropertyWithValue('transp', 'TRANSPARENT')
    calendar.addSubcomponent(event)
  }
  return `${calendar.toString()}\r\n`
}

function uidOf({ from, to, trades }: DutyEntry, communityId: number): string {
  const kinds = trades.map((trade) => trade ?? 'other').join('-') || 'all'
  return `${utc(from).toICALString()}-${utc(to).toICALString()}-${kinds}@${communityId}.duty.huying`
}

function utc(at: Instant): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(at), true)
}
