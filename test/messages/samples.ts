import type { Notice, NoticeKey, TicketMention } from '../../src/domain/post/notice.ts'
import type { Refusal, RefusalCode } from '../../src/domain/ticket/refusal.ts'
import { at, chen, li, recorded, wang, zhang } from './story.ts'

export const mention: TicketMention = {
  number: 131,
  category: 'power',
  place: { building: '5', unit: '1', floor: '4', room: '402', spot: '东侧' },
  status: 'acknowledged',
  private: false,
}

const due = at('17:30')
const history = [
  recorded({ type: 'acknowledged', by: wang }, at('10:05')),
  recorded({ type: 'noted', text: '我家502没人', by: '张女士' }, at('11:00'), zhang),
  recorded({ type: 'noted', text: '配件明天到', by: '王师傅' }, at('11:30')),
]

/** One of every notice; complete by type. */
export const notices: { readonly [K in NoticeKey]: Extract<Notice, { key: K }> } = {
  warned: { key: 'warned', ticket: mention, clock: 'resolve', due, assignee: wang },
  overdue: { key: 'overdue', ticket: mention, clock: 'resolve', due, managers: [li], assignee: wang, outage: false },
  returned: { key: 'returned', ticket: mention, party: '配件厂家', assignee: wang },
  assigned: { key: 'assigned', ticket: { ...mention, status: 'open' }, to: wang, by: '李经理' },
  urged: { key: 'urged', ticket: mention, times: 2, due },
  reopened: {
    key: 'reopened',
    ticket: { ...mention, status: 'open' },
    reason: '还是一闪一闪的',
    by: null,
    unsatisfied: false,
    managers: [li],
    due,
  },
  supervised: { key: 'supervised', ticket: mention, supervisor: '陈书记', due },
  extended: { key: 'extended', ticket: mention, until: at('18:00', '2026-11-20'), reason: '等专项维修资金' },
  secretary: { key: 'secretary', ticket: mention, clock: 'resolve', due, named: [chen], repeat: 1, outage: false },
  'chat-lost': { key: 'chat-lost', title: '社区党委督办群', role: 'committee' },
  refused: { key: 'refused', refusal: { code: 'unknown-ticket', number: 999 }, help: li },
  'urge-passed': { key: 'urge-passed', number: 131, due: at('12:00', '2026-11-20'), everyHours: 4 },
  progress: { key: 'progress', ticket: mention, due, assignee: '王师傅', lastNote: '配件明天到', history },
  mine: { key: 'mine', tickets: [mention] },
  list: { key: 'list', tickets: [{ ...mention, due, assignee: '王师傅' }], total: 1 },
  history: { key: 'history', ticket: mention, history },
  help: { key: 'help', audience: 'residents', roles: [], mentionOnly: true, bot: 'huying_bot' },
  'did-you-mean': { key: 'did-you-mean', line: '接单 128' },
  'write-here': { key: 'write-here', community: '幸福里小区' },
  'write-details': { key: 'write-details', number: 140 },
  'details-kept': { key: 'details-kept', number: 140 },
  'told-privately': { key: 'told-privately', person: zhang },
  'not-understood': { key: 'not-understood' },
  'owner-welcome': { key: 'owner-welcome', communities: [], bot: 'huying_bot' },
  claimed: { key: 'claimed' },
  'claim-refused': { key: 'claim-refused' },
  'community-made': { key: 'community-made', name: '幸福里小区' },
  'bind-code': { key: 'bind-code', code: 'ABCD-1234', role: 'residents', community: '幸福里小区', minutes: 30 },
  bound: { key: 'bound', community: '幸福里小区', role: 'residents', canReadAll: false, bot: 'huying_bot' },
  'bind-refused': { key: 'bind-refused', reason: 'unknown-code' },
  appointed: { key: 'appointed', name: '王师傅', role: 'staff' },
  dismissed: { key: 'dismissed', name: '王师傅', role: 'staff' },
  'appoint-how': { key: 'appoint-how' },
  people: { key: 'people', people: [{ name: '王师傅', role: 'staff', trades: ['电梯', '电工'] }] },
  'chat-id': { key: 'chat-id', chat: -1001, thread: 7, user: 401 },
  'language-set': { key: 'language-set' },
  'privacy-mode': { key: 'privacy-mode', bot: 'huying_bot' },
  parked: { key: 'parked', count: 3 },
}

/** One of every refusal; complete by type. */
export const refusals: { readonly [C in RefusalCode]: Extract<Refusal, { code: C }> } = {
  'not-allowed': { code: 'not-allowed', command: 'acknowledge', who: ['staff', 'manager'] },
  'wrong-status': { code: 'wrong-status', command: 'hold', status: 'closed', number: 128 },
  needs: { code: 'needs', command: 'hold', part: 'until', number: 131 },
  'until-past': { code: 'until-past', until: at('12:00') },
  'until-too-far': { code: 'until-too-far', until: at('12:00', '2027-03-01'), latest: at('12:00', '2026-12-19') },
  'too-soon': { code: 'too-soon', next: at('18:00') },
  'own-ticket': { code: 'own-ticket', number: 128 },
  'already-supported': { code: 'already-supported', number: 128 },
  'solver-may-not-answer': { code: 'solver-may-not-answer' },
  'merge-into-itself': { code: 'merge-into-itself', number: 128 },
  'unknown-ticket': { code: 'unknown-ticket', number: null },
  'unknown-person': { code: 'unknown-person', name: '小王' },
  'ambiguous-person': { code: 'ambiguous-person', name: '王', candidates: ['王师傅', '王经理'] },
  'button-expired': { code: 'button-expired' },
  'not-asked': { code: 'not-asked' },
  'admins-only': { code: 'admins-only' },
}
