import type { Store, Tx } from '../app/ports.ts'
import type { Deliveries, DueQueue, Inbox } from '../app/ports-of-delivery.ts'
import type { Inspection } from '../app/ports-of-inspection.ts'
import { type ChinaDays, publishedDays } from '../domain/time/china-days.ts'
import { auditRows } from './audit.ts'
import { createChatLocks } from './chat-locks.ts'
import { chatRows } from './chats.ts'
import { communityRows, type PolicyCache } from './communities.ts'
import type { Database } from './connect.ts'
import { dueQueue, dueRows } from './due.ts'
import { dutyRows } from './duty.ts'
import { eachAlone } from './each-alone.ts'
import { inboxQueue, inboxRows } from './inbox.ts'
import { incidentRows } from './incidents.ts'
import { inspection } from './inspection.ts'
import { interruptionRows } from './interruptions.ts'
import { isRetryable } from './is-retryable.ts'
import { messageRows } from './messages.ts'
import { outboxRows } from './outbox.ts'
import { outboxQueue } from './outbox-queue.ts'
import { peopleRows } from './people.ts'
import { postRows } from './posts.ts'
import { questionRows } from './questions.ts'
import { secretRows } from './secrets.ts'
import type { Sql } from './session.ts'
import { summaryRows } from './summaries.ts'
import { ticketRows } from './tickets.ts'
import { CommitUnknown } from './transact.ts'
import { visitRows } from './visits.ts'

export interface DatabaseStore extends Store {
  readonly deliveries: Deliveries
  readonly inbox: Inbox
  readonly due: DueQueue
  readonly inspection: Inspection
  /** Rejects when the database does not answer. */
  ping(): Promise<void>
}

const ATTEMPTS = 5

/** Everything the rest of the program asks of PostgreSQL. */
export function createStore(database: Database, chinaDays: ChinaDays = publishedDays): DatabaseStore {
  const { transactions, statements, locks } = database
  const policies: PolicyCache = new Map()
  const listeners: (() => void)[] = []

  return {
    async transaction(work) {
      for (let attempt = 1; ; attempt += 1) {
        let toldOf = false
        const added = (): void => {
          toldOf = true
        }
        try {
          const value = await transactions.transaction((tx) => work(nouns(tx, policies, chinaDays, added)))
          // Later than the caller's own continuation would be too late for nobody; sooner, a fault there would look like ours.
          if (toldOf) for (const listener of listeners) queueMicrotask(listener)
          return value
        } catch (error) {
          // Whether that commit happened is unknown: only the caller's own keys can tell, not a second run from here.
          if (error instanceof CommitUnknown || attempt >= ATTEMPTS || !isRetryable(error)) throw error
          await pause(attempt)
        }
      }
    },
    onCommit(listener) {
      listeners.push(listener)
    },
    deliveries: { ...eachAlone(statements, outboxQueue), ...createChatLocks(locks) },
    inbox: eachAlone(statements, inboxQueue),
    due: eachAlone(statements, dueQueue),
    inspection: eachAlone(statements, inspection),
    async ping() {
      await statements.alone((sql) => sql`select 1`)
    },
  }
}

function nouns(sql: Sql, policies: PolicyCache, chinaDays: ChinaDays, added: () => void): Tx {
  const communities = communityRows(sql, policies, chinaDays)
  return {
    inbox: inboxRows(sql),
    communities,
    chats: chatRows(sql),
    duty: dutyRows(sql),
    interruptions: interruptionRows(sql),
    incidents: incidentRows(sql),
    visits: visitRows(sql),
    people: peopleRows(sql),
    tickets: ticketRows(sql),
    messages: messageRows(sql),
    questions: questionRows(sql),
    due: dueRows(sql, added),
    audit: auditRows(sql),
    posts: postRows(sql),
    outbox: outboxRows(sql, added),
    secrets: secretRows(sql),
    summaries: summaryRows(sql, communities.policy),
  }
}

/** 20 to 320 ms, at random in the upper half, so that two that collided do not collide again. */
function pause(attempt: number): Promise<void> {
  const most = 20 * 2 ** attempt
  return new Promise((resolve) => setTimeout(resolve, most * (0.5 + Math.random() / 2)))
}
