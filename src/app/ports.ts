import type { Category, Place, Urgency } from '../domain/category.ts'
import type { Appointment, BoundChat, Building, Community } from '../domain/community/community.ts'
import type { ChatRole, Role } from '../domain/community/role.ts'
import type { DutyShift, DutySwap } from '../domain/duty/roster.ts'
import type { Step } from '../domain/escalation/step.ts'
import type { Visit } from '../domain/grid/grid.ts'
import type { ChatId, Instant, Language, UserId } from '../domain/ids.ts'
import type { Incident, LikeReport } from '../domain/incident/incident.ts'
import type { Interruption } from '../domain/interruption/interruption.ts'
import type { ImportedDays, Policy } from '../domain/policy/policy.ts'
import type { DigestKind, PostBody } from '../domain/post/body.ts'
import type { Purpose } from '../domain/post/purpose.ts'
import type { Period } from '../domain/summary/period.ts'
import type { PeriodFacts } from '../domain/summary/period-facts.ts'
import type { Person } from '../domain/ticket/actor.ts'
import type { Attachment } from '../domain/ticket/attachment.ts'
import type { ReportCommand } from '../domain/ticket/command.ts'
import type { RecordedEvent } from '../domain/ticket/event.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { ChinaDays } from '../domain/time/china-days.ts'

/** What the use cases need from the outside. Types only; db/ keeps the promises, tests run against the real ones. */

export interface Clock {
  now(): Instant
}

/** Unguessable identifiers. `token`: 16 characters of A-Za-z0-9_- (96 bits). `code`: 8 readable characters for people to type. */
export interface Ids {
  token(): string
  code(): string
  /** SHA-256, hex: secrets that people carry are stored only as this. */
  hash(secret: string): string
}

/** One database transaction. Every noun sees only rows of the community it is asked about. */
export interface Tx {
  readonly inbox: InboxRows
  readonly communities: CommunityRows
  readonly chats: ChatRows
  readonly people: PeopleRows
  readonly tickets: TicketRows
  readonly messages: MessageRows
  readonly questions: QuestionRows
  readonly due: DueRows
  readonly audit: AuditRows
  readonly duty: DutyRows
  readonly interruptions: InterruptionRows
  readonly incidents: IncidentRows
  readonly visits: VisitRows
  readonly posts: PostRows
  readonly outbox: OutboxRows
  readonly secrets: SecretRows
  readonly summaries: SummaryRows
}

export interface Store {
  /**
   * Runs `work` in one transaction (read committed). Retries the whole of it on deadlock, serialization failure and a
   * lost connection before commit (see db/is-retryable); `work` must have no side effects outside `tx`.
   * After a commit that added outbox or due rows the store calls every `onCommit` listener.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  onCommit(listener: () => void): void
}

// ── Inbox ────────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface InboxRows {
  /**
   * Marks the row done, in the transaction that does its work: the update's idempotency key.
   * False when it was done before, and then the caller must do nothing. The raw text is wiped: what is needed is kept on the ticket.
   */
  complete(inboxId: number, at: Instant): Promise<boolean>
}

// ── Community, chats, people ─────────────────────────────────────────────────────────────────────────────────────────

export interface CommunitySetup {
  readonly name: string
  readonly timezone: string
  readonly language: Language
  readonly households: number | null
  readonly buildings: readonly Building[]
  readonly chats: readonly Omit<BoundChat, 'communityId' | 'status' | 'canDelete'>[]
  readonly people: readonly Appointment[]
  /** The duty roster; none where it is left out. */
  readonly duty?: readonly DutyShift[]
  readonly policy: Policy
}

export interface CommunityRows {
  /** China's statutory days as this installation knows them. */
  readonly chinaDays: ChinaDays
  get(id: number): Promise<Community | null>
  byName(name: string): Promise<Community | null>
  list(): Promise<readonly Community[]>
  /** Makes or updates the community by name; a policy that differs becomes the next version. Idempotent. */
  put(
    setup: CommunitySetup,
  ): Promise<{ readonly community: Community; readonly created: boolean; readonly changed: readonly string[] }>
  /** Puts the dates of a calendar file into the policy: the next version if that changes anything, and true. */
  setImportedDays(id: number, imported: ImportedDays): Promise<boolean>
  setLanguage(id: number, language: Language): Promise<void>
  /** A version with the statutory days known now filled in (see `inForce`). */
  policy(id: number, version: number): Promise<Policy>
  buildings(id: number): Promise<readonly Building[]>
  nextSummaryAt(id: number): Promise<Instant | null>
  setNextSummaryAt(id: number, at: Instant): Promise<void>
  /** Remembers the digest of the statutory days its due times are reckoned with; true when it was another one. */
  setStatutoryDays(id: number, digest: string): Promise<boolean>
  /** Communities whose next summary is due at `now` or earlier. */
  summariesDue(now: Instant): Promise<readonly Community[]>
}

export interface ChatRows {
  get(id: ChatId): Promise<BoundChat | null>
  list(communityId: number, role?: ChatRole): Promise<readonly BoundChat[]>
  bind(chat: Omit<BoundChat, 'status' | 'canDelete'>): Promise<void>
  /**
   * Rewrites the id everywhere (chat, posts, tickets, outbox, questions, inbox) in this transaction; true when a binding
   * was moved. Idempotent. A supergroup counts its messages from 1 again: posts forget their message (the next show sends
   * afresh), and `messages` stays under the old id, which late updates carry. `get` answers to the old id, too.
   */
  migrate(from: ChatId, to: ChatId): Promise<boolean>
  setStatus(id: ChatId, status: BoundChat['status']): Promise<boolean>
  setRights(id: ChatId, rights: { readonly canDelete: boolean }): Promise<void>
  /** Forgets a topic that was deleted: posts go to the parent chat. */
  clearThread(id: ChatId, threadId: number): Promise<void>
}

export interface PeopleRows {
  /** Roles of one user in one community, now. */
  rolesOf(communityId: number, userId: UserId): Promise<readonly Appointment[]>
  list(communityId: number, role?: Role): Promise<readonly Appointment[]>
  appoint(communityId: number, appointment: Appointment): Promise<void>
  dismiss(communityId: number, userId: UserId, role: Role): Promise<boolean>
  /** Remembers that this user wrote in this community's chats (a resident); updates the name. */
  remember(communityId: number, person: Person, at: Instant): Promise<void>
  /** The name under which somebody was last seen writing here. */
  nameOf(communityId: number, userId: UserId): Promise<string | null>
  /** The names of everybody in this community, appointed or seen writing; each once. */
  names(communityId: number): Promise<readonly string[]>
  /** Communities in which this user was seen or holds a role, latest first. */
  communitiesOf(userId: UserId): Promise<readonly number[]>
  owners(): Promise<readonly UserId[]>
  addOwner(userId: UserId, at: Instant): Promise<void>
}

// ── Tickets ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Whose and which steps an audit asks for; `from` to `to` (not included), both epoch ms. */
export interface TrailAsked {
  readonly communityId: number
  readonly from: Instant
  readonly to: Instant
  readonly ticketNumber: number | null
  readonly actorName: string | null
}

export interface TrailStep extends RecordedEvent {
  readonly ticketId: number
  readonly ticketNumber: number
}

export interface TicketRows {
  /** Takes the next number of the community (row lock on its counter) and an id. */
  nextIdentity(communityId: number): Promise<{ readonly id: number; readonly number: number }>
  insert(ticket: Ticket, events: readonly RecordedEvent[]): Promise<void>
  /** Reads with a row lock, so that commands on one ticket happen one after another. */
  lockByNumber(communityId: number, number: number): Promise<Ticket | null>
  lock(id: number): Promise<Ticket | null>
  get(id: number): Promise<Ticket | null>
  /** Writes the state and appends its new events; supporters and attachments follow from the events. */
  save(ticket: Ticket, events: readonly RecordedEvent[]): Promise<void>
  history(id: number): Promise<readonly RecordedEvent[]>
  /** What happened to a community's tickets in the order it did, after a given step, at most `limit`. */
  trail(asked: TrailAsked, after: TrailStep | null, limit: number): Promise<readonly TrailStep[]>
  attachments(id: number): Promise<readonly (Attachment & { readonly proof: boolean })[]>
  isSupporter(id: number, userId: UserId): Promise<boolean>
  supporters(id: number): Promise<readonly Person[]>
  /** Active tickets of the same category at the same building (and unit, where both name one), newest first. Private ones never. */
  alike(communityId: number, category: Category, place: Place): Promise<readonly Ticket[]>
  /** Tickets this user reported or supports, active first, newest first, at most `limit`. */
  mine(communityId: number, userId: UserId, limit: number): Promise<readonly Ticket[]>
  active(communityId: number, limit: number): Promise<{ readonly tickets: readonly Ticket[]; readonly total: number }>
  /** Ids of active tickets above `after`, in order, at most `limit`: to walk all of them in small transactions. */
  activeIds(communityId: number, after: number, limit: number): Promise<readonly number[]>
  /** The latest active ticket that this user reported, for a lone photo or a bare 催. */
  latestOf(communityId: number, userId: UserId): Promise<Ticket | null>
}

/** A resident's message that became, or belongs to, a ticket; or a part of an album that may yet do so. */
export interface MessageRow {
  readonly chatId: ChatId
  readonly messageId: number
  readonly communityId: number
  readonly ticketIds: readonly number[]
  readonly mediaGroupId: string | null
  readonly attachments: readonly Attachment[]
  readonly authorId: UserId | null
}

export interface MessageRows {
  get(chatId: ChatId, messageId: number): Promise<MessageRow | null>
  album(chatId: ChatId, mediaGroupId: string): Promise<readonly MessageRow[]>
  /** Inserts or extends; one row per chat and message id. */
  put(row: MessageRow, at: Instant): Promise<void>
  /** Serializes everything about one album for this transaction, so that parts handled side by side meet one ticket. */
  lockAlbum(chatId: ChatId, mediaGroupId: string): Promise<void>
}

/** A report the bot asks about before registering it. */
export interface QuestionRow {
  readonly id: number
  readonly communityId: number
  readonly chatId: ChatId
  readonly kind: 'maybe' | 'same'
  readonly askedOf: Person | null
  readonly report: ReportCommand
  /** Further matters of the same message, registered with the first. */
  readonly more: readonly ReportCommand[]
  readonly mediaGroupId: string | null
  readonly likeTicketId: number | null
  readonly postId: number | null
  readonly status: 'asked' | 'registered' | 'joined' | 'dismissed' | 'expired'
}

export interface QuestionRows {
  insert(question: Omit<QuestionRow, 'id'>, at: Instant): Promise<number>
  lock(id: number): Promise<QuestionRow | null>
  settle(id: number, status: QuestionRow['status']): Promise<void>
  /** Asks from now on whether it is the same as this ticket. */
  likenTo(id: number, ticketId: number): Promise<void>
  setPost(id: number, postId: number): Promise<void>
}

// ── Time ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A row of the due table: the truth about what time still has to do. */
export interface DueRow {
  readonly id: number
  readonly subject:
    | { readonly ticketId: number }
    | { readonly questionId: number }
    | { readonly strangerChatId: ChatId }
    | { readonly communityId: number }
  readonly key: string
  readonly at: Instant
}

export interface DueRows {
  /** Makes the undecided rows of a ticket exactly `steps`: adds, moves, removes. Decided rows stay for ever. */
  sync(ticketId: number, communityId: number, steps: readonly Step[]): Promise<void>
  addForQuestion(questionId: number, communityId: number, at: Instant): Promise<void>
  addForStranger(chatId: ChatId, at: Instant): Promise<void>
  /** Something to do for the community itself, once for ever: a key that is there already, decided or not, stays as it is. */
  addForCommunity(communityId: number, key: `community/${string}`, at: Instant): Promise<void>
  /** Keys of a community's undecided rows that begin so, in the order in which they fall due. */
  openForCommunity(communityId: number, prefix: `community/${string}`): Promise<readonly string[]>
  /** Decides a community's row before its time, where it is undecided. */
  decideForCommunity(communityId: number, key: `community/${string}`, at: Instant, outcome: string): Promise<void>
  /** Puts an undecided row off. */
  postpone(dueId: number, at: Instant): Promise<void>
  /** Locks an undecided row that is due; null when it was decided, moved later or removed (a stale wake is a no-op). */
  claim(dueId: number, now: Instant): Promise<DueRow | null>
  /** Once; only the transaction that decided it (the same `at`) may still say how it ended. */
  decide(dueId: number, at: Instant, outcome: string): Promise<void>
  /** Decides a ticket's undecided rows with these keys: another step spoke for them. */
  decideWith(ticketId: number, keys: readonly string[], at: Instant, outcome: string): Promise<void>
}

export interface DutyRows {
  /** The rows of the community's duty roster, in order; none where there is no roster. */
  shifts(communityId: number): Promise<readonly DutyShift[]>
  /** Shifts taken over, in the order in which that was settled. */
  swaps(communityId: number): Promise<readonly DutySwap[]>
  /** Makes changes of this community's swaps happen one after another, to the end of the transaction. */
  lock(communityId: number): Promise<void>
  /** Notes that somebody is asked; answers its id. */
  askSwap(communityId: number, swap: DutySwap, at: Instant): Promise<number>
  /** A swap that nobody has answered yet; null for any other. */
  askedSwap(communityId: number, id: number): Promise<DutySwap | null>
  decideSwap(communityId: number, id: number, agreed: boolean, at: Instant): Promise<void>
}

/** A report that a notice of an interruption answered, so that no ticket was opened; unique by its message. */
export interface ReportAnswered {
  readonly id: number
  readonly communityId: number
  readonly interruptionId: number
  readonly chatId: ChatId
  readonly messageId: number
  /** Null when an anonymous admin or a channel wrote it. */
  readonly reporter: Person | null
  readonly report: ReportCommand
  readonly mediaGroupId: string | null
  /** `separate`: it was another matter. `told`: it is over. `still-out`: it is not, for him. */
  readonly status: 'answered' | 'separate' | 'told' | 'still-out'
}

export interface InterruptionRows {
  insert(interruption: Omit<Interruption, 'id'>): Promise<number>
  get(communityId: number, id: number): Promise<Interruption | null>
  /** Reads with a row lock, so that changes happen one after another. */
  lock(communityId: number, id: number): Promise<Interruption | null>
  save(interruption: Interruption): Promise<void>
  /** Published ones, in the order of their beginnings. */
  published(communityId: number): Promise<readonly Interruption[]>
  /** Keeps a report with the notice that answers it; null when its message was answered before. */
  answer(report: Omit<ReportAnswered, 'id' | 'status'>, at: Instant): Promise<number | null>
  lockReport(communityId: number, id: number): Promise<ReportAnswered | null>
  settleReport(id: number, status: ReportAnswered['status']): Promise<void>
  /** In the order in which they came. */
  reports(interruptionId: number): Promise<readonly ReportAnswered[]>
}

export interface IncidentRows {
  /** Answers its id; null where the like is proposed for that area already. */
  propose(
    incident: Pick<Incident, 'communityId' | 'category' | 'urgency' | 'building' | 'proposedAt'>,
  ): Promise<number | null>
  get(communityId: number, id: number): Promise<Incident | null>
  /** Reads with a row lock, so that changes happen one after another. */
  lock(communityId: number, id: number): Promise<Incident | null>
  /** The incident whose reports were joined to this ticket. */
  ofParent(communityId: number, ticketId: number): Promise<Incident | null>
  /** Those of a kind of matter that were joined and are worked on, or that staff were asked about since; newest first. */
  latest(communityId: number, category: Category, since: Instant): Promise<readonly Incident[]>
  settle(id: number, status: Incident['status'], parentTicketId: number | null): Promise<void>
  /** Active tickets of the kind opened since, and questions whether a report is the same as one; in order. Never private ones, nor what is joined already. */
  like(communityId: number, category: Category, urgency: Urgency, since: Instant): Promise<readonly LikeReport[]>
  /** Ids of the tickets that were merged into the one with this number, in order. */
  children(communityId: number, number: number): Promise<readonly number[]>
  /** Questions whose report was taken for the same as this ticket, in order. */
  joinedQuestions(parentTicketId: number): Promise<readonly number[]>
}

export interface VisitRows {
  /** One for each message; false when it was kept before. */
  keep(
    visit: Omit<Visit, 'ticketNumber'> & {
      readonly communityId: number
      readonly ticketId: number | null
      readonly userId: UserId
      readonly chatId: ChatId
      readonly messageId: number
    },
  ): Promise<boolean>
  /** One's own, latest first. */
  latest(communityId: number, userId: UserId, limit: number): Promise<readonly Visit[]>
}

// ── Audit ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** How much was promised and did not happen; all zero when all is well. */
export interface Missed {
  /** Updates that nobody has looked at. */
  readonly unread: number
  /** Rows that fell due and were not decided. */
  readonly undecided: number
  /** Messages that wait too long, or whose sending never came to an end. */
  readonly undelivered: number
  /** Calls that were decided without a message. */
  readonly untold: number
  /** Calls that failed wherever they were to be heard. */
  readonly unheard: number
}

export interface AuditRows {
  /** Calls decided before `since` are taken as accounted for. */
  missed(since: Instant, now: Instant): Promise<Missed>
  /** Tickets above `after` that are not over and have no step ahead of them in the due table, by id. */
  withoutSteps(after: number, limit: number): Promise<readonly number[]>
}

// ── Posts and outbox ─────────────────────────────────────────────────────────────────────────────────────────────────

/** Something of the bot's that is (to be) visible in a chat. Edited in place; a reply to it is about its ticket. */
export interface PostRow {
  readonly id: number
  readonly communityId: number | null
  readonly chatId: ChatId
  readonly threadId: number | null
  readonly ticketId: number | null
  readonly questionId: number | null
  readonly body: PostBody
  /** Opaque, in every button's callback data. */
  readonly token: string
  /** Null until sent. */
  readonly messageId: number | null
  readonly replyTo: number | null
  readonly status: 'live' | 'deleted'
}

export interface NewPost {
  readonly communityId: number | null
  readonly chatId: ChatId
  readonly threadId: number | null
  readonly ticketId: number | null
  readonly questionId: number | null
  readonly body: PostBody
  readonly token: string
  readonly replyTo: number | null
  /** Unique where given: a second post with the same key is the first one (e.g. `card/staff/77/-1002`). */
  readonly key: string | null
}

export interface PostRows {
  /** Adds the post, or answers the id of the one that already has its key. */
  add(post: NewPost): Promise<{ readonly id: number; readonly created: boolean }>
  get(id: number): Promise<PostRow | null>
  byToken(token: string): Promise<PostRow | null>
  byKey(key: string): Promise<PostRow | null>
  byMessage(chatId: ChatId, messageId: number): Promise<PostRow | null>
  /** Live cards, callbacks and committee cards of a ticket: what must be shown anew when it changes. */
  standing(ticketId: number): Promise<readonly PostRow[]>
  /** Live questions of a ticket that wait for the missing part of a command. */
  prompts(ticketId: number): Promise<readonly PostRow[]>
  /** Live posts that show this notice of an interruption. */
  ofInterruption(id: number): Promise<readonly PostRow[]>
  setBody(id: number, body: PostBody): Promise<void>
}

export interface NewOutbox {
  readonly communityId: number | null
  readonly chatId: ChatId
  readonly ticketId: number | null
  readonly op: /** Send the post, or edit it if it is there already. Pending shows of one post fold into one. */
    | { readonly kind: 'show'; readonly postId: number }
    | { readonly kind: 'delete'; readonly postId: number }
    /** Pin the post's message without a sound, where the bot may; and take the pin away. */
    | { readonly kind: 'pin'; readonly postId: number }
    | { readonly kind: 'unpin'; readonly postId: number }
    /** Delete somebody else's message (offered for private matters). */
    | { readonly kind: 'delete-message'; readonly messageId: number }
    | { readonly kind: 'leave' }
  readonly purpose: Purpose
  readonly notBefore: Instant | null
  /** Unique where given: the decision is recorded once, whatever is replayed. */
  readonly dedupeKey: string | null
  /** Held back after an outage until all like it are decided; see app/gather-late. */
  readonly gather?: DigestKind | null
  /** Before everything else to its chat, whatever the purpose. */
  readonly first?: boolean
  /** The row whose chat was gone. */
  readonly standsInFor?: number
}

/** A message held back after an outage. */
export interface GatheredRow {
  readonly id: number
  readonly communityId: number
  readonly chatId: ChatId
  readonly threadId: number | null
  readonly ticketId: number
  readonly kind: DigestKind
  readonly body: PostBody
}

/** Something that must be heard and was not. */
export interface UnheardRow {
  readonly id: number
  /** The first row that was to say it. */
  readonly root: number
  readonly communityId: number | null
  readonly chatId: ChatId
  readonly ticketId: number | null
  readonly purpose: Purpose
  readonly body: PostBody
}

export interface OutboxRows {
  add(row: NewOutbox, at: Instant): Promise<void>
  /** Cancels what has not gone out: an ack, hold, resolve or close makes reminders and escalations untrue. */
  cancel(ticketId: number, purposes: readonly Purpose[]): Promise<number>
  /** Emergencies and escalations that are on their way to this chat and have not arrived, oldest first; locks them. */
  mustBeHeard(chatId: ChatId): Promise<readonly UnheardRow[]>
  /** Of active tickets: emergencies and escalations that failed everywhere, and were followed by none that arrived. */
  unheard(limit: number): Promise<readonly UnheardRow[]>
  chatOf(id: number): Promise<ChatId | null>
  /** Other chats to which the same was said of this row's ticket at the same moment. */
  alsoSaidIn(id: number): Promise<readonly ChatId[]>
  /** Fails what is still pending of these. */
  giveUp(ids: readonly number[], at: Instant, error: string): Promise<void>
  /** Locks and answers what is held back, oldest first. */
  gathered(): Promise<readonly GatheredRow[]>
  /** Lets held rows go now. */
  release(ids: readonly number[]): Promise<void>
  /** Cancels held rows and takes back their posts, which nobody has seen: a digest says it for them. */
  replace(ids: readonly number[]): Promise<void>
}

// ── Secrets: claim and bind codes, addresses ─────────────────────────────────────────────────────────────────────────

export interface SecretRow {
  readonly kind: 'claim' | 'bind' | 'link' | 'duty'
  readonly communityId: number | null
  readonly chatRole: ChatRole | null
  readonly ticketId: number | null
  readonly expiresAt: Instant | null
}

export interface SecretRows {
  add(hash: string, row: SecretRow, createdBy: UserId | null, at: Instant): Promise<void>
  /** The only address of this community's duty calendar from now on: the one before it is worth nothing. */
  renewDutyCalendar(hash: string, communityId: number, createdBy: UserId, at: Instant): Promise<void>
  /** Uses it up: one-time, unexpired, one winner of any race; null otherwise. */
  redeem(hash: string, kind: SecretRow['kind'], by: UserId | null, at: Instant): Promise<SecretRow | null>
  /** Reads it without using it up. */
  peek(hash: string, kind: SecretRow['kind'], at: Instant): Promise<SecretRow | null>
}

// ── Summaries ────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface SummaryRows {
  /** Records that this chat gets the summary of the period with this label; false when it already did. */
  decide(chatId: ChatId, period: string, communityId: number, at: Instant): Promise<boolean>
  facts(communityId: number, period: Period, asOf: Instant): Promise<PeriodFacts>
}
