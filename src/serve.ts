import { readFile } from 'node:fs/promises'
import type { BotIdentity } from './app/app.ts'
import type { Log } from './app/log.ts'
import type { Clock } from './app/ports.ts'
import { TokenRefused } from './bot/token-refused.ts'
import { calendarsBeside } from './cli/calendars-beside.ts'
import { readCommunityFile } from './cli/community-file.ts'
import { type CommunityProblem, formatProblem } from './cli/community-problem.ts'
import { foreignChat } from './cli/foreign-chat.ts'
import { readForStore } from './cli/read-for-store.ts'
import { toSetup } from './cli/to-setup.ts'
import { machineClock, runningClock } from './clocks.ts'
import { type Config, loadConfig } from './config.ts'
import { crashAt } from './crash-at.ts'
import { ChatBoundElsewhere } from './db/chats.ts'
import { createHttp, type Listening, listen } from './http/create-http.ts'
import { checkHealth, type Health } from './http/health.ts'
import { type Huying, startHuying } from './huying.ts'
import { ChinaDaysUnusable, loadChinaDays } from './load-china-days.ts'
import { createLog } from './log.ts'
import { type NeighbourhoodPage, openNeighbourhoodPage } from './neighbourhood/neighbourhood-page.ts'
import { workingMorning } from './neighbourhood/working-morning.ts'
import { openSandbox, type Sandbox } from './open-sandbox.ts'
import { type OpenStore, openStore } from './open-store.ts'
import { writeIcs } from './reports/write-ics.ts'
import { steadyClock, timeAt } from './steady-clock.ts'

/** Why the process cannot go on: lines for the operator, and a code that supervisors understand (78: bad configuration). */
class GiveUp extends Error {
  readonly lines: readonly string[]
  readonly code: number

  constructor(lines: readonly string[], code: number) {
    super(lines.join('\n'))
    this.lines = lines
    this.code = code
  }
}

interface Running {
  opened?: OpenStore
  listening?: Listening
  sandbox?: Sandbox
  huying?: Huying
  page?: NeighbourhoodPage
}

/** Starts everything; what has started is in `running`, also when a later part throws. */
async function start(config: Config, running: Running, leaving: AbortController): Promise<void> {
  const { signal } = leaving
  const secrets = [
    config.secondOpinion?.key,
    config.botToken,
    config.webhook?.secret,
    config.databaseUrl,
    config.redisUrl,
    config.deadmanUrl,
  ].filter((one) => typeof one === 'string')
  const log = createLog(config.logLevel, secrets, (line) => process.stdout.write(line))
  const written = config.communityFile === null ? null : await readCommunity(config.communityFile)

  const chinaDays = await loadChinaDays(config.chinaDaysFile).catch((error: unknown) => {
    throw error instanceof ChinaDaysUnusable ? new GiveUp(error.lines, 78) : error
  })

  const opened = await openStore({ ...config, chinaDays, log }).catch((error: unknown) => {
    throw new GiveUp([whyNoDatabase(error, config.databaseUrl)], 69)
  })
  running.opened = opened
  signal.throwIfAborted()
  const community = written && (await written.against(opened.store))

  // Whoever watches over the process gets an answer before we get one from Telegram.
  let http = createHttp({
    health: () => healthBefore(opened),
    metrics: null,
    webhook: null,
    dutyFeed: null,
    page: null,
  })
  const { host, port } = config
  const listening = await listen({ fetch: (...args) => http.fetch(...args) }, host, port).catch(
    (error: NodeJS.ErrnoException) => {
      throw new GiveUp(
        [`cannot listen on ${host}:${port} (${error.code ?? error.message}); set PORT to a free one`],
        69,
      )
    },
  )
  running.listening = listening

  const movable = runningClock()
  const sandbox = config.botToken === null ? await openSandbox(movable) : null
  if (sandbox) {
    running.sandbox = sandbox
    movable.moveTo(workingMorning(movable.now(), sandbox.setup.timezone))
  }
  const huying = await startHuying({
    ...config,
    opened,
    botToken: config.botToken ?? sandbox?.token ?? '',
    telegramApiRoot: sandbox?.apiRoot ?? config.telegramApiRoot,
    webhook: sandbox ? null : config.webhook,
    clock: sandbox ? movable : trueTime(config.telegramApiRoot, log),
    log,
    community: community?.setup ?? null,
    ...(config.crashAt !== null && { probe: crashAt(config.crashAt) }),
    signal,
    onUnauthorized: () => leaving.abort(tokenRefused()),
  }).catch((error: unknown) => {
    if (error instanceof TokenRefused) throw tokenRefused()
    if (error instanceof ChatBoundElsewhere && community) throw community.refusedFor(error)
    throw error
  })
  running.huying = huying
  if (sandbox) {
    await sandbox.settleIn(huying)
    sandbox.openPrivateChats()
    running.page = openNeighbourhoodPage({ sandbox, huying, opened, redisUrl: config.redisUrl, clock: movable })
  }
  const claim = sandbox ? null : await huying.app.claimCode()
  signal.throwIfAborted()

  http = createHttp({
    health: () => huying.health(),
    metrics: huying.metrics,
    webhook: huying.webhook && config.webhook ? { path: config.webhook.url.pathname, handle: huying.webhook } : null,
    dutyFeed: async (token) => {
      const calendar = await huying.app.dutyCalendar(token)
      return calendar && writeIcs(calendar)
    },
    page: running.page?.app ?? null,
  })
  announce(listening.url, sandbox !== null, huying.identity, claim)
}

/** Takes nothing new in, then lets go of what was opened, the database last: until then somebody may have to write. */
async function stop(running: Running): Promise<void> {
  try {
    await running.listening?.close()
    await running.page?.close()
    await running.huying?.stop()
    await running.sandbox?.close()
  } finally {
    await running.opened?.close()
  }
}

/** The machine's time, checked against Telegram's where it jumps. */
function trueTime(telegramApiRoot: string, log: Log): Clock {
  return steadyClock({
    wall: machineClock.now,
    elapsed: () => performance.now(),
    witness: () => timeAt(telegramApiRoot),
    log,
  })
}

function healthBefore({ store }: OpenStore): Promise<Health> {
  return checkHealth({
    database: async () => {
      await store.ping()
      return { ok: true }
    },
    telegram: () => ({ ok: false, detail: { error: 'has not said yet who the bot is' } }),
  })
}

function tokenRefused(): GiveUp {
  return new GiveUp(['Telegram does not know this BOT_TOKEN; get the present one from @BotFather'], 78)
}

/** One line that says what to do; the address is not shown, it may carry a password. */
function whyNoDatabase(error: unknown, given: string | null): string {
  const reason =
    error instanceof Error ? ('code' in error && error.code ? String(error.code) : error.message) : String(error)
  if (given === null) return error instanceof Error ? error.message : reason
  return `the database that DATABASE_URL names cannot be used (${reason}); start it, correct the address, or unset DATABASE_URL to run one here`
}

async function readCommunity(file: string) {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new GiveUp([`COMMUNITY_FILE cannot be read: ${file} (${error.code ?? error.message})`], 78)
  })
  const readCalendar = calendarsBeside(file, machineClock.now())
  const first = readCommunityFile(text, readCalendar)
  const refused = (problems: readonly CommunityProblem[]): GiveUp =>
    new GiveUp(
      problems.map((problem) => `${file}: ${formatProblem(problem, 'en')}`),
      78,
    )
  if (!first.ok && first.unsettled === undefined) throw refused(first.problems)
  return {
    /** Settles what only chats bound in Telegram can settle. */
    async against(store: OpenStore['store']) {
      const read = await readForStore(first, store, text, readCalendar)
      if (!read.ok) throw refused(read.problems)
      return {
        setup: toSetup(read.value),
        /** The file reads well and the database has a chat of it for another community. */
        refusedFor: ({ chatId }: ChatBoundElsewhere) => refused([foreignChat(text, read.value, chatId)]),
      }
    },
  }
}

function announce(url: string, sandbox: boolean, bot: BotIdentity, claim: string | null): void {
  const lines = sandbox
    ? [`The neighbourhood is open: ${url}`, 'A local Telegram in your browser; set BOT_TOKEN to serve a real one.']
    : [
        `@${bot.username} is listening. Health: ${url}/healthz`,
        ...(bot.canReadAll
          ? []
          : [
              'Privacy mode is on: the bot hears only mentions, replies and commands. Send /setprivacy to @BotFather, choose Disable, then add the bot to its groups again.',
            ]),
        ...(claim === null ? [] : [`To claim this bot, send it in private within a day: /claim ${claim}`]),
      ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** Resolves with the reason to end: from `leaving`, or what the start threw. */
async function untilItEnds(running: Running, leaving: AbortController): Promise<unknown> {
  const asked = new Promise((resolve) => {
    leaving.signal.addEventListener('abort', () => resolve(leaving.signal.reason), { once: true })
  })
  try {
    const loaded = loadConfig(process.env)
    if (!loaded.ok) {
      const lines = loaded.problems.map(({ variable, message }) => `${variable} ${message}`)
      throw new GiveUp(lines, 78)
    }
    await start(loaded.config, running, leaving)
  } catch (error) {
    return leaving.signal.aborted ? leaving.signal.reason : error
  }
  return asked
}

/**
 * Runs the bot by the environment until `leaving` aborts: with null when the process was asked to end, else with what
 * went wrong. A start under way is ended, too, and what had started is let go of in order. Resolves with the exit code.
 */
export async function serve(leaving: AbortController): Promise<number> {
  const running: Running = {}
  const reason = await untilItEnds(running, leaving)
  await stop(running)
  if (reason !== null && !(reason instanceof GiveUp)) throw reason
  for (const line of reason?.lines ?? []) process.stderr.write(`huying: ${line}\n`)
  return reason?.code ?? 0
}
