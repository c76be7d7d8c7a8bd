import type { NoticeTexts } from '../catalogue.ts'
import { html, lines, words } from '../html.ts'

/** What this person may use in this place, with examples that can be typed as they stand. */
export const help: NoticeTexts['help'] = ({ audience, roles, mentionOnly, bot }) => {
  const has = (...some: readonly string[]): boolean => roles.some((role) => some.includes(role))
  const crew = audience === 'staff' || (audience === 'direct' && has('staff', 'manager'))
  const committee = audience === 'committee' || (audience === 'direct' && has('committee', 'grid'))
  const resident = audience === 'residents' || audience === 'direct'
  return lines([
    words('👋 I am Huying: somebody calls, somebody answers.'),
    audience === 'direct'
      ? words('Only those who handle it see what you write here, e.g. “shouting upstairs every night”')
      : null,
    audience === 'residents' ? words('To report, just say it, e.g. “lift broken in building 3 unit 2”') : null,
    resident ? words('Where it stands: /progress 128 · whose job it is: /who 128 · what you reported: /mine') : null,
    resident ? words('Nudge: /urge 128 · take it back: /withdraw 128 · add something: reply to the card') : null,
    resident ? words('What is cut off: /notice') : null,
    resident ? words('When it is done we ask you: Solved, or Not solved and it starts again') : null,
    crew ? words('Take it: /ack 128 · on site: tap Arrived · hand over: /assign 128 Wang') : null,
    crew ? words('Waiting: /hold 128 parts supplier until Fri 18:00 · new time: /promise 128 tomorrow 18:00') : null,
    crew ? words('Finish: /done 128 door motor replaced (photos welcome) · note: /note 128 supplier called') : null,
    crew
      ? words(
          'Not ours: /handover 128 power company: reason (we stay with it), /reject 128 reason · same matter: /merge 128 120 · open: /list · overdue: /overdue · on duty: /duty, /roster · swap: /swap sat Li',
        )
      : null,
    crew
      ? words(
          'A cut: write “tomorrow 9 to 15 water off in building 3” here, look, then publish · announced now: /notice',
        )
      : null,
    audience === 'direct' && has('manager') ? words('The roster in your own calendar: /dutycal') : null,
    crew
      ? words('Wrong kind: /category 128 leak · several at once: /ack 128 129 · why: /why 128 · whose job: /who 128')
      : null,
    committee ? words('/supervise 128 by Fri 18:00 · /extend 128 repair fund until Fri 18:00') : null,
    committee ? words('Back to the property: /sendback 128 find the cause first · /category 128 leak') : null,
    committee
      ? words(
          'What is open: /list · overdue: /overdue · on duty: /duty · why it was raised: /why 128 · whose job it is: /who 128 · the week: /summary',
        )
      : null,
    audience !== 'residents' && has('grid', 'committee')
      ? words('After a call at somebody’s door (to me in private): /visit building 3 501 all well')
      : null,
    audience === 'direct' && has('grid') ? words('What is open in your grid: /grid (also each Monday)') : null,
    has('admin')
      ? words('Admin: reply to somebody with /appoint staff Wang lift,electrician · /people · /language zh')
      : null,
    words('Typing does what buttons do; in a reply to a card leave out the number.'),
    mentionOnly
      ? html`In this group I only see ${words(`@${bot}`)} mentions, replies to me and commands. For more, an admin sends /setprivacy to @BotFather, picks Disable, and adds me again.`
      : null,
  ])
}
