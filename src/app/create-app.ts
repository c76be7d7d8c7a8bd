import { periodOf } from '../domain/summary/period.ts'
import { alarmOwners } from './alarm.ts'
import type { App, AppDeps } from './app.ts'
import { audit } from './audit.ts'
import { botStandingChanged, chatLost, groupMigrated } from './chat-standing.ts'
import { dutyCalendarBehind } from './duty-calendar.ts'
import { gatherLate } from './gather-late.ts'
import { putCommunity } from './import-community.ts'
import { say } from './post.ts'
import { postSummaries } from './post-summaries.ts'
import { pressButton } from './press-button.ts'
import { receiveMessage } from './receive-message.ts'
import { renderContext } from './render-context.ts'
import { runDue } from './run-due.ts'
import { normalCode } from './set-up-privately.ts'
import { followStatutoryDays } from './statutory-days.ts'
import { tellWriter } from './tell-writer.ts'

/** How long the printed claim code may be used; a restart prints a new one. */
const claimMs = 24 * 3_600_000

const weekMs = 7 * 86_400_000

/** The use cases over what they need. */
export function createApp(deps: AppDeps): App {
  const { store, clock } = deps
  return {
    receiveMessage: (message) => receiveMessage(deps, message),
    pressButton: (press) => pressButton(deps, press),
    botStandingChanged: (change) => botStandingChanged(deps, change),
    groupMigrated: (change) => groupMigrated(deps, change),
    runDue: async (dueId) => void (await runDue(deps, dueId, false)),
    wake: (dueId) => runDue(deps, dueId, true),
    gatherLate: () => gatherLate(deps),
    postSummaries: (communityId) => postSummaries(deps, communityId),
    renderContext: (row, resend) => renderContext(deps, row, resend),
    chatLost: (chatId) => chatLost(deps, chatId),
    chatMigrated: (from, to) => store.transaction(async (tx) => void (await tx.chats.migrate(from, to))),
    threadLost: (chatId, threadId) => store.transaction((tx) => tx.chats.clearThread(chatId, threadId)),
    importCommunity: async (setup) => {
      const { community, created, changed } = await store.transaction((tx) => putCommunity(tx, setup, clock.now()))
      if (created || changed.length > 0) deps.chatsChanged?.()
      return { name: community.name, created, changed }
    },
    addOwners: (userIds) =>
      store.transaction(async (tx) => {
        for (const userId of userIds) await tx.people.addOwner(userId, clock.now())
      }),
    claimCode: () =>
      store.transaction(async (tx) => {
        if ((await tx.people.owners()).length > 0) return null
        const code = deps.ids.code()
        const row = {
          kind: 'claim',
          communityId: null,
          chatRole: null,
          ticketId: null,
          expiresAt: clock.now() + claimMs,
        } as const
        await tx.secrets.add(deps.ids.hash(normalCode(code)), row, null, clock.now())
        return code
      }),
    media: (ticketId) =>
      store.transaction(async (tx) => {
        const attachments = await tx.tickets.attachments(ticketId)
        return attachments.flatMap(({ kind, fileId }) =>
          fileId === null || kind === 'location' ? [] : [{ kind, fileId }],
        )
      }),
    periodFacts: (communityId, label) =>
      store.transaction(async (tx) => {
        const community = await tx.communities.get(communityId)
        const timezone = community?.timezone ?? 'UTC'
        const period = periodOf(timezone, label)
        if (!community || !period) throw new RangeError(`no community ${communityId} or period ${label}`)
        const facts = await tx.summaries.facts(communityId, period, clock.now())
        return { facts, timezone }
      }),
    dutyCalendar: (token) => dutyCalendarBehind(deps, token),
    followStatutoryDays: () => followStatutoryDays(deps),
    tellPrivacyMode: () =>
      store.transaction(async (tx) => {
        const { canReadAll, username } = deps.bot()
        if (canReadAll) return
        for (const owner of await tx.people.owners()) {
          // Once a week is a reminder; each start would be noise.
          const key = `privacy-mode/${owner}/${Math.floor(clock.now() / weekMs)}`
          const to = { chatId: owner, threadId: null }
          await say(
            tx,
            deps,
            { key: 'privacy-mode', bot: username },
            { communityId: null, to, purpose: 'reminder', key },
            clock.now(),
          )
        }
      }),
    audit: (from) => audit(deps, from),
    alarm: (of) => store.transaction((tx) => alarmOwners(tx, deps, of, clock.now())),
    updateParked: (message, at) =>
      store.transaction(async (tx) => {
        if (message) await tellWriter(tx, deps, message, at)
        for (const owner of await tx.people.owners()) {
          // One message a day says it all; health and metrics carry the number.
          const key = `parked/${owner}/${Math.floor(at / 86_400_000)}`
          const to = { chatId: owner, threadId: null }
          await say(tx, deps, { key: 'parked', count: 1 }, { communityId: null, to, purpose: 'reminder', key }, at)
        }
      }),
  }
}
