import { nowhere } from '../../src/domain/category.ts'
import type { RunningClock } from '../../src/domain/escalation/clocks.ts'
import type { Instant, Language } from '../../src/domain/ids.ts'
import type { CardAudience, PostBody, Rendered } from '../../src/domain/post/body.ts'
import type { RenderContext, TicketView } from '../../src/domain/post/view.ts'
import type { RecordedEvent, TicketEvent } from '../../src/domain/ticket/event.ts'
import type { ClockName, Ticket } from '../../src/domain/ticket/ticket.ts'
import { localToUtc } from '../../src/domain/time/zone.ts'
import { render } from '../../src/messages/render.ts'

export const zone = 'Asia/Shanghai'

/** Thursday 2026-11-19 in Shanghai, unless a date is given. */
export function at(time: string, date = '2026-11-19'): Instant {
  return localToUtc(zone, date, time)
}

export const wang = { id: 101, name: '王师傅' }
export const li = { id: 201, name: '李经理' }
export const chen = { id: 301, name: '陈书记' }
export const zhang = { id: 401, name: '张女士' }

/** The broken lift of building 3: reported at 14:01 by 张女士. */
export const lift: Ticket = {
  id: 1,
  communityId: 1,
  number: 128,
  status: 'open',
  cycle: 1,
  policyVersion: 1,
  class: 'urgent',
  category: 'elevator',
  urgency: 'urgent',
  text: '3号楼2单元电梯又坏了,老人下不来楼',
  place: { building: '3', unit: '2', floor: null, room: '502', spot: null },
  needsPlace: false,
  private: false,
  reporter: zhang,
  reporterName: '张女士',
  origin: { chatId: -1001, messageId: 5, threadId: null, direct: false },
  openedAt: at('14:01'),
  since: null,
  clockStart: at('14:01'),
  acknowledged: null,
  onSiteAt: null,
  assignee: null,
  promise: null,
  hold: null,
  pauses: [],
  supervision: null,
  sentBack: null,
  handedOver: null,
  dueOverride: null,
  dueFrom: null,
  ladderFrom: null,
  resolution: null,
  closedAt: null,
  endReason: null,
  mergedInto: null,
  rating: null,
  supporters: 0,
  urges: 0,
  urgedAt: null,
  reopens: 0,
  known: null,
  lastNote: null,
  photos: 0,
  decidedSteps: [],
  level: 0,
  version: 1,
}

export const taken: Partial<Ticket> = {
  status: 'acknowledged',
  acknowledged: { at: at('14:03'), by: wang },
  assignee: wang,
}

export const finished: Partial<Ticket> = {
  ...taken,
  status: 'resolved',
  resolution: { text: '更换门机', by: wang, at: at('15:20') },
  supporters: 4,
}

/** The lamp of building 5, reported on Wednesday and late since 17:30 on Thursday. */
export const lamp: Partial<Ticket> = {
  number: 131,
  class: 'repair',
  category: 'power',
  urgency: 'normal',
  text: '5号楼1单元502门口楼道灯不亮,我妈80岁了',
  place: { building: '5', unit: '1', floor: null, room: '502', spot: null },
  reporterName: '周先生',
  supporters: 6,
}

export const unplaced: Partial<Ticket> = {
  ...lamp,
  place: nowhere,
  needsPlace: true,
  supporters: 0,
  text: '楼道灯坏了',
}

export const cared: Partial<Ticket> = {
  number: 140,
  class: 'care',
  category: 'care',
  urgency: 'normal',
  private: true,
  text: '502的刘奶奶一个人在家,有糖尿病,两天没出门',
  lastNote: { text: '刘奶奶电话 13800138000', by: '张女士' },
}

export function clock(name: ClockName, due: Instant): RunningClock {
  return { name, kind: 'always', start: at('14:01'), due, warnAt: null }
}

export const liftClocks = [
  clock('acknowledge', at('14:16')),
  clock('onsite', at('14:31')),
  clock('resolve', at('14:01', '2026-11-20')),
]

export function recorded(event: TicketEvent, time: Instant, actor: { id: number; name: string } = wang): RecordedEvent {
  return { seq: 1, at: time, actorId: actor.id, actorName: actor.name, event }
}

interface Scene {
  readonly ticket?: Partial<Ticket>
  readonly view?: Partial<TicketView>
  readonly context?: Partial<RenderContext>
}

/** A context with the lift in it, at 14:02 on that Thursday, unless the scene says otherwise. */
export function contextOf({ ticket = {}, view = {}, context = {} }: Scene, language: Language): RenderContext {
  return {
    language,
    timezone: zone,
    now: at('14:02'),
    community: '幸福里小区',
    bot: 'huying_bot',
    buildings: ['1', '2', '3', '5', 'A', '听雨轩'],
    resend: false,
    deepLink: null,
    canDelete: false,
    digest: null,
    interruption: null,
    incident: null,
    ...context,
    view: {
      ticket: { ...lift, ...ticket },
      clocks: liftClocks,
      unknownYear: null,
      late: {},
      asked: { reporter: true, others: ticket.supporters ?? lift.supporters },
      closesAt: null,
      managers: [li],
      grid: null,
      onCall: [wang],
      history: [],
      ...view,
    },
  }
}

/** A post as seen in the chat: its HTML, then one line of [labels] per row of buttons. */
export function drawn({ html, keyboard }: Rendered): string {
  return [html, ...keyboard.map((row) => row.map(({ label }) => `[${label}]`).join(' '))].join('\n')
}

export function drawPost(body: PostBody, scene: Scene = {}, language: Language = 'zh-CN'): string {
  return drawn(render(body, contextOf(scene, language)))
}

export function drawCard(audience: CardAudience, scene: Scene = {}, language: Language = 'zh-CN'): string {
  return drawPost({ kind: 'card', audience }, scene, language)
}

/** What a reader sees of Telegram HTML, without the word joiners that keep quoted links apart. */
export function visible(html: string): string {
  return html
    .replace(/<\/?a(?: href="tg:\/\/user\?id=\d+")?>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\u2060', '')
}
