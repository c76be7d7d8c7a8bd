import type { Instant } from '../domain/ids.ts'
import type { AlarmKind } from '../domain/post/alarm.ts'
import type { AppDeps } from './app.ts'
import type { Tx } from './ports.ts'
import { say } from './post.ts'

const dayMs = 86_400_000

/** Tells the owners in private what somebody should look at; each kind once a day, for the log has every case. */
export async function alarmOwners(tx: Tx, deps: AppDeps, of: AlarmKind, at: Instant): Promise<void> {
  for (const owner of await tx.people.owners()) {
    const key = `alarm/${of}/${owner}/${Math.floor(at / dayMs)}`
    const to = { chatId: owner, threadId: null }
    await say(tx, deps, { key: 'alarm', of }, { communityId: null, to, purpose: 'escalation', key }, at)
  }
}
