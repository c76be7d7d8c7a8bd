import type { NoticeTexts } from '../catalogue.ts'
import { html, lines, quoted, words } from '../html.ts'
import { personName } from '../mention.ts'
import { chatRoleNames, roleNames } from '../names.ts'
import { help } from './help.ts'

/** Notices for people who write to the bot, and for the owner who sets it up. */
export const setup: Pick<
  NoticeTexts,
  | 'help'
  | 'did-you-mean'
  | 'write-here'
  | 'write-details'
  | 'details-kept'
  | 'told-privately'
  | 'not-understood'
  | 'no-period'
  | 'period-ahead'
  | 'owner-welcome'
  | 'claimed'
  | 'claim-refused'
  | 'community-made'
  | 'bind-code'
  | 'bound'
  | 'bind-refused'
  | 'appointed'
  | 'dismissed'
  | 'appoint-how'
  | 'people'
  | 'chat-id'
  | 'language-set'
  | 'privacy-mode'
  | 'parked'
  | 'not-handled'
  | 'days-unknown'
> = {
  help,
  'did-you-mean': ({ line }) => html`Did you mean: ${quoted(line, 120)}`,
  'write-here': ({ community }) =>
    community === null
      ? words('Hello, I am Huying. You are not in a community yet: say something in its group first, then come back.')
      : html`Hello, this is ${quoted(community, 40)}. Write here what is the matter; only those who handle it will see it.`,
  'write-details': ({ number }) =>
    html`Tell me about #${number} here: what, where, and how to reach you. Only those who handle it will see it.`,
  'details-kept': ({ number }) => html`Added to #${number}; only those who handle it will see it. Thank you.`,
  'told-privately': ({ person }, say) => html`${say.mention(person)}, I have answered you in private.`,
  'not-understood': () => words('I did not get that. Try other words, or send /help.'),
  'no-period': ({ asked }) =>
    html`There is no period “${quoted(asked, 30)}”. Try /summary last week, 2026-W47, 2026-11 or 2026-Q4.`,
  'period-ahead': ({ asked }) => html`“${quoted(asked, 30)}” is still to come.`,
  'owner-welcome': ({ communities, bot }) =>
    lines([
      words('👋 Hello, you own this bot.'),
      communities.length === 0
        ? words('First make a community: /community Happy Lane')
        : html`Your communities: ${quoted(communities.join(', '), 200)}`,
      html`Add ${words(`@${bot}`)} to the residents', staff and committee groups.`,
      words('Then send /bind here for a code, and post the code in that group.'),
      words('Last, appoint people: reply to them in a bound group with /appoint staff Wang lift,electrician'),
    ]),
  claimed: () => words('✅ You are the owner now. Next, make a community: /community Happy Lane'),
  'claim-refused': () =>
    words('That claim code is wrong or used. Take the latest one from the start-up log: /claim CODE'),
  'community-made': ({ name }) =>
    lines([
      html`✅ “${quoted(name, 60)}” is ready.`,
      words('Next, bind its groups: send /bind residents, /bind staff or /bind committee for a code.'),
    ]),
  'bind-code': ({ code, role, community, minutes }) =>
    lines([
      html`🔑 ${quoted(community, 60)} · ${chatRoleNames[role].en}`,
      words('Add me to the group and let one of its admins post there:'),
      words(`/bind ${code}`),
      html`Good for ${minutes} minutes and one use.`,
    ]),
  bound: ({ community, role, canReadAll, bot }) =>
    lines([
      html`✅ This group is bound: ${quoted(community, 60)} · ${chatRoleNames[role].en}`,
      {
        residents: words(
          'Just say what is wrong, e.g. “lift broken in building 3 unit 2”. I register it, chase it and ask you.',
        ),
        staff: words('New tickets come here. Use the buttons, or type: /ack 128, /done 128 door motor replaced'),
        committee: words('Only overdue matters come here. Use Supervise or Extend.'),
      }[role],
      canReadAll
        ? null
        : html`I cannot see ordinary messages yet. Send /setprivacy to @BotFather, choose ${words(`@${bot}`)}, Disable; then remove me and add me again.`,
      canReadAll ? null : html`Until then: begin with ${words(`@${bot}`)}, reply to me, or use /report.`,
    ]),
  'bind-refused': ({ reason }) =>
    words(
      {
        'unknown-code': 'That code is wrong or expired. The owner can get a new one by sending me /bind in private.',
        'not-admin': 'A group admin has to post the code.',
        'other-community': 'This group belongs to another community; its owner has to unbind it first.',
        'not-owner': 'Only the owner can bind groups.',
        'no-community': 'There is no community yet. First send me in private: /community Happy Lane',
      }[reason],
    ),
  appointed: ({ name, role }) => html`✅ ${personName(name)} is on board as ${roleNames[role].en}. Thank you.`,
  dismissed: ({ name, role }) =>
    html`${personName(name)} no longer serves as ${roleNames[role].en}. Thank you for the work.`,
  'appoint-how': () =>
    lines([
      words('In a bound group, reply to that person: /appoint staff Wang lift,electrician'),
      words('Roles: staff, manager, grid, committee, owners, volunteer, admin; then the name, then trades if any.'),
      words('To end it, reply to them with /dismiss staff'),
    ]),
  people: ({ people }) =>
    people.length === 0
      ? words('The list is empty. Reply to somebody with: /appoint staff Wang lift,electrician')
      : lines([
          words('👥 People'),
          ...people
            .slice(0, 60)
            .map(({ name, role, trades }) =>
              trades.length === 0
                ? html`${personName(name)} — ${roleNames[role].en}`
                : html`${personName(name)} — ${roleNames[role].en} (${quoted(trades.join(', '), 60)})`,
            ),
          people.length > 60 ? html`${people.length - 60} more not listed` : null,
        ]),
  'chat-id': ({ chat, thread, user }) =>
    lines([html`This chat ${chat}`, thread === null ? null : html`Topic ${thread}`, html`You ${user}`]),
  'language-set': () => words('All right, English from now on.'),
  'privacy-mode': ({ bot }) =>
    lines([
      words('👀 I cannot see ordinary messages, so I miss reports.'),
      html`Send /setprivacy to @BotFather, choose ${words(`@${bot}`)}, Disable; then remove me from the group and add me again.`,
      html`Until then: begin with ${words(`@${bot}`)}, reply to me, or use a command.`,
    ]),
  'days-unknown': ({ community, year }) =>
    lines([
      html`📅 ${quoted(community, 40)}: the public holidays of ${year} are not known here yet; for now its days count as ordinary ones.`,
      words(
        'Once the State Council’s notice is out, write it into china-days.yaml and restart, or update Huying; open tickets follow.',
      ),
    ]),
  'not-handled': () =>
    words(
      'Sorry, I could not handle this one. It is kept, and those who run me know. If it is urgent, please say it in other words.',
    ),
  parked: ({ count }) => html`⚠️ ${count} messages could not be handled. They are kept, not lost; please see the log.`,
}
