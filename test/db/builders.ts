import type { CommunitySetup, NewOutbox, NewPost } from '../../src/app/ports.ts'
import type { DatabaseStore } from '../../src/db/store.ts'
import { nowhere } from '../../src/domain/category.ts'
import type { Community } from '../../src/domain/community/community.ts'
import { defaultPolicy } from '../../src/domain/policy/default-policy.ts'
import type { Person } from '../../src/domain/ticket/actor.ts'
import type { ReportCommand } from '../../src/domain/ticket/command.ts'
import type { RecordedEvent, TicketEvent } from '../../src/domain/ticket/event.ts'
import { evolve } from '../../src/domain/ticket/evolve.ts'
import { open } from '../../src/domain/ticket/open.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'

/** Wednesday 2026-11-18 10:00 in Shanghai. */
export const at = Date.UTC(2026, 10, 18, 2)
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

export const zhang: Person = { id: 401, name: '张女士' }
export const wang: Person = { id: 101, name: '王师傅' }

export function aSetup(over: Partial<CommunitySetup> = {}): CommunitySetup {
  return {
    name: '幸福里小区',
    timezone: 'Asia/Shanghai',
    language: 'zh-CN',
    households: 1200,
    buildings: [
      { name: '3', units: 2, floors: 18, households: 72, handover: '2023-06-30', designLife: null, grid: '赵网格' },
    ],
    chats: [],
    people: [],
    policy: defaultPolicy('Asia/Shanghai'),
    ...over,
  }
}

export async function makeCommunity(store: DatabaseStore, over: Partial<CommunitySetup> = {}): Promise<Community> {
  return (await store.transaction((tx) => tx.communities.put(aSetup(over)))).community
}

export function aReport(over: Partial<ReportCommand> = {}): ReportCommand {
  return {
    type: 'report',
    category: 'elevator',
    class: 'repair',
    urgency: 'normal',
    text: '3号楼电梯有异响',
    place: { ...nowhere, building: '3' },
    needsPlace: false,
    private: false,
    since: null,
    origin: { chatId: -1001, messageId: 11, threadId: null, direct: false },
    attachments: [],
    reportedAt: at,
    ...over,
  }
}

/** Opens a ticket as the use cases do. `by` null: an anonymous admin wrote it. */
export async function openTicket(
  store: DatabaseStore,
  community: Community,
  over: Partial<ReportCommand> = {},
  by: Person | null = zhang,
): Promise<Ticket> {
  const actor = { userId: by?.id ?? null, name: by?.name ?? '业主群', roles: [], system: false }
  return store.transaction(async (tx) => {
    const identity = await tx.tickets.nextIdentity(community.id)
    const of = { ...identity, communityId: community.id, policyVersion: community.policyVersion }
    const { ticket, event } = open(aReport(over), of, actor)
    await tx.tickets.insert(ticket, [recorded(0, event, ticket.openedAt, by)])
    return ticket
  })
}

/** Lets things happen to a ticket; answers what it became. */
export async function happen(
  store: DatabaseStore,
  ticket: Ticket,
  when: number,
  ...events: readonly TicketEvent[]
): Promise<Ticket> {
  const after = events.reduce((state, event) => evolve(state, event, when), ticket)
  const rows = events.map((event, index) => recorded(ticket.version + index, event, when, wang))
  await store.transaction((tx) => tx.tickets.save(after, rows))
  return after
}

export function recorded(seq: number, event: TicketEvent, when: number, by: Person | null): RecordedEvent {
  return { seq, at: when, actorId: by?.id ?? null, actorName: by?.name ?? '业主群', event }
}

let tokens = 0

export function aPost(over: Partial<NewPost> = {}): NewPost {
  tokens += 1
  return {
    communityId: null,
    chatId: -1002,
    threadId: null,
    ticketId: null,
    questionId: null,
    body: { kind: 'card', audience: 'staff' },
    token: `token-${tokens}`,
    replyTo: null,
    key: null,
    ...over,
  }
}

export function anOutbox(over: Partial<NewOutbox> = {}): NewOutbox {
  return {
    communityId: null,
    chatId: -1002,
    ticketId: null,
    op: { kind: 'leave' },
    purpose: 'card',
    notBefore: null,
    dedupeKey: null,
    ...over,
  }
}
