import type { App, BotIdentity } from './app/app.ts'
import type { AuditResult } from './app/audit-result.ts'
import { createApp } from './app/create-app.ts'
import type { Log } from './app/log.ts'
import type { Clock, CommunitySetup, Tx } from './app/ports.ts'
import type { Inbox } from './app/ports-of-delivery.ts'
import { createCommandMenus, type MenuChat } from './bot/command-menus.ts'
import { createCourier } from './bot/courier.ts'
import { createBot, type Handle } from './bot/create-bot.ts'
import { startInboxWorker } from './bot/inbox-worker.ts'
import { startPoller } from './bot/poller.ts'
import { askChatMember, fetchIdentity } from './bot/setup.ts'
import { createTelegram } from './bot/telegram-client.ts'
import { createWebhook, installWebhook, untilDelivered, type Webhook } from './bot/webhook.ts'
import type { Traveller } from './clocks.ts'
import { countOpinions } from './count-opinions.ts'
import { countRequests } from './count-requests.ts'
import { holdLock } from './db/advisory-lock.ts'
import { checkHealth, type Health } from './http/health.ts'
import { createMetrics, type Metrics } from './http/metrics.ts'
import { randomIds } from './ids.ts'
import { connectQueues } from './jobs/connection.ts'
import { createJobs } from './jobs/create-jobs.ts'
import type { Limiter } from './jobs/limiter.ts'
import type { JobCounts } from './jobs/queues-port.ts'
import { render } from './messages/render.ts'
import type { OpenStore } from './open-store.ts'
import { createSecondOpinion } from './opinion/create-second-opinion.ts'
import type { Endpoint } from './opinion/request-opinion.ts'
import { drawSummary } from './reports/draw-summary.ts'
import { summaryFiles } from './reports/summary-files.ts'

export interface HuyingOptions {
  readonly opened: OpenStore
  readonly botToken: string
  readonly telegramApiRoot: string
  readonly webhook: { readonly url: URL; readonly secret: string } | null
  readonly redisUrl: string | null
  readonly ownerIds: readonly number[]
  /** A server that is asked about doubtful lines. */
  readonly secondOpinion?: Endpoint | null
  /** Where people reach the HTTP server from outside. */
  readonly publicUrl?: string | null
  /** Asked for by GET as long as nothing was missed. */
  readonly deadmanUrl?: string | null
  /** Imported before anything is taken in: in a chat that nobody knows yet, a report would be passed over. */
  readonly community?: CommunitySetup | null
  readonly clock: Clock
  readonly log: Log
  /** In front of queue names. The bot's own unless given: several bots may share one Redis. */
  readonly queuePrefix?: string
  /** What may be sent when; Telegram's limits unless given. */
  readonly limiter?: Limiter
  /** How often the sweep runs; null leaves time to whoever drives the clock. */
  readonly sweepEveryMs?: number | null
  readonly probe?: (point: string, what?: string) => void
  /** Gives up a start that waits for Telegram. */
  readonly signal?: AbortSignal
  /** Telegram refuses the token after the start: nothing can work until somebody gives another one. */
  readonly onUnauthorized: () => void
}

/** A running bot. */
export interface Huying extends Traveller {
  readonly app: App
  readonly identity: BotIdentity
  readonly metrics: Metrics
  /** Takes what Telegram posts; null while the bot polls. */
  readonly webhook: Webhook | null
  health(): Promise<Health>
  /** Proves now that nothing was missed, or says what was; done every five minutes by itself. */
  audit(): Promise<AuditResult>
  /** What is in the queues just now, for whoever looks on. */
  queued(): Promise<readonly JobCounts[]>
  /** Takes nothing new in, finishes what is under way, closes what was opened here. The store stays open. */
  stop(): Promise<void>
}

/**
 * Starts the bot over an open store: asks Telegram who it is, then hands the parts to one another. Start and stop only.
 * Leaves nothing running when it rejects. @throws TokenRefused, ChatBoundElsewhere, or the reason of `signal`.
 */
export async function startHuying(options: HuyingOptions): Promise<Huying> {
  const { opened, clock, log, webhook, probe, signal } = options
  const { store, databaseUrl } = opened
  const telegram = createTelegram(options.botToken, options.telegramApiRoot)
  const identity = await fetchIdentity({ telegram, log, ...(signal && { signal }) })
  const menus = createCommandMenus(telegram, log)
  /** Menus are a help and no promise: a failure is logged, and the next change of a chat tries again. */
  const setMenus = (): void => {
    store
      .transaction(boundChats)
      .then((chats) => menus.set(chats))
      .catch(() => log.warn({}, 'command menus not set'))
  }
  const secondOpinion = options.secondOpinion
    ? createSecondOpinion({ endpoint: options.secondOpinion, clock, log, watch: countOpinions(() => metrics) })
    : null
  const app = createApp({
    store,
    clock,
    ids: randomIds,
    bot: () => identity,
    chatMember: askChatMember(telegram),
    chatsChanged: setMenus,
    ...(options.publicUrl && { publicUrl: options.publicUrl }),
    ...(secondOpinion && { secondOpinion }),
    ...(probe && { probe }),
  })
  await app.addOwners(options.ownerIds)
  await app.tellPrivacyMode()
  if (options.community) await app.importCommunity(options.community)
  await app.followStatutoryDays()

  const queues = await connectQueues({
    databaseUrl,
    redisUrl: options.redisUrl ?? undefined,
    log,
    prefix: options.queuePrefix ?? `huying-${identity.id}`,
    alarm: (of) => {
      app.alarm(of).catch(() => log.warn({ of }, 'owners not told'))
    },
  })
  const metrics = createMetrics({
    inbox: () => store.inbox.counts(),
    outbox: () => store.deliveries.counts(),
    dueLagMs: () => store.due.lag(clock.now()),
    queueUp: () => queues.health().ok,
  })
  const starting = new AbortController()
  let inboxWasRead = (): void => {}
  const inboxRead = new Promise<void>((resolve) => {
    inboxWasRead = resolve
  })
  const jobs = createJobs({
    inboxRead,
    queues,
    store,
    deliveries: store.deliveries,
    due: store.due,
    app,
    clock,
    log,
    courier: countRequests(createCourier({ telegram, log }), metrics),
    render,
    drawSummary,
    summaryFiles,
    onUnauthorized: options.onUnauthorized,
    ...(options.deadmanUrl && { allIsWell: () => signOfLife(options.deadmanUrl ?? '') }),
    ...(options.limiter && { limiter: options.limiter }),
    ...(options.sweepEveryMs !== undefined && { sweepEveryMs: options.sweepEveryMs }),
    ...(probe && { probe }),
  })
  const worker = startInboxWorker({
    inbox: store.inbox,
    botId: identity.id,
    handle: withProbe(createBot({ telegram, app, identity, log }), probe),
    updateParked: app.updateParked,
    clock,
    log,
  })
  const intake = {
    botId: identity.id,
    inbox: withCrashPoints(store.inbox, probe),
    clock,
    log,
    onAccepted: () => worker.wake(),
  }
  await jobs.start()
  const poller = webhook
    ? null
    : startPoller({
        ...intake,
        telegram,
        lock: {
          async acquire(cancel) {
            const held = await holdLock(databaseUrl, `poller/${identity.id}`, cancel)
            return { lost: held.signal, release: () => held.release() }
          },
        },
      })
  poller?.finished.catch(() => options.onUnauthorized())
  const stop = async (): Promise<void> => {
    starting.abort()
    await poller?.stop()
    // What waits for an opinion goes on without it.
    secondOpinion?.stop()
    await worker.stop()
    await jobs.stop()
  }
  if (webhook) {
    const { url, secret } = webhook
    try {
      await installWebhook({ telegram, url: url.href, secret, log, ...(signal && { signal }) })
    } catch (error) {
      await stop()
      throw error
    }
  }
  setMenus()
  void (poller?.caughtUp ?? untilDelivered(telegram, starting.signal))
    .then(() => worker.run())
    .then(() => {
      if (!starting.signal.aborted) inboxWasRead()
    })

  return {
    app,
    identity,
    metrics,
    webhook: webhook ? createWebhook({ ...intake, secret: webhook.secret }) : null,
    nextAt: async () => earliest(await jobs.nextAt(), await store.inbox.nextAt()),
    sweep: () => jobs.sweep(),
    audit: () => jobs.audit(),
    queued: () => queues.counts(),
    async settle() {
      // Twice at rest: what came in may have been on its way from one part to the next.
      for (let restful = 0; restful < 2; ) {
        await worker.run()
        await jobs.kick()
        restful = !worker.busy && (await jobs.idle()) ? restful + 1 : 0
        if (restful === 0) await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    health: () =>
      checkHealth({
        database: async () => {
          await store.ping()
          return { ok: true }
        },
        telegram: () =>
          poller ? { ok: poller.health().ok, detail: { failures: poller.health().failures } } : { ok: true },
        jobs: () => {
          const { ok, error, queue, sweep } = jobs.health()
          return { ok, detail: { error, queue, sweep } }
        },
        audit: () => {
          const { audit } = jobs.health()
          return audit === null ? { ok: true } : { ok: audit.ok, detail: { ...audit.missed } }
        },
        reach: async () => {
          const unheard = await store.deliveries.unheard()
          return { ok: unheard === 0, detail: { unheard } }
        },
        inbox: async () => ({ ok: true, detail: await store.inbox.counts() }),
      }),
    stop,
  }
}

/** Chats whose command menu should fit their role and language. */
async function boundChats(tx: Tx): Promise<readonly MenuChat[]> {
  const communities = await tx.communities.list()
  const chats = await Promise.all(
    communities.map(async ({ id, language }) => (await tx.chats.list(id)).map((chat) => ({ ...chat, language }))),
  )
  return chats.flat()
}

/** Whoever watches over us outside gets no answer unless all is well; a slow watcher must not hold up the next audit. */
async function signOfLife(url: string): Promise<void> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`answered ${answer.status}`)
}

type Probe = HuyingOptions['probe']

/** The points before and after an update is on disk, for tests that end the process there. */
function withCrashPoints(inbox: Inbox, probe: Probe): Pick<Inbox, 'accept'> {
  if (!probe) return inbox
  return {
    async accept(...args) {
      probe('intake:before-commit')
      const accepted = await inbox.accept(...args)
      if (accepted > 0) probe('intake:after-commit')
      return accepted
    },
  }
}

function withProbe(handle: Handle, probe: Probe): Handle {
  if (!probe) return handle
  return (row) => {
    probe('worker:before-transaction')
    return handle(row)
  }
}

function earliest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.min(a, b)
}
