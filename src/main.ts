import { readFile } from 'node:fs/promises'
import { readCommunityFile } from './cli/community-file.ts'
import { formatProblem } from './cli/community-problem.ts'
import { toSetup } from './cli/to-setup.ts'
import { machineClock, runningClock } from './clocks.ts'
import { type Config, loadConfig } from './config.ts'
import { crashAt } from './crash-at.ts'
import { createHttp, listen } from './http/create-http.ts'
import { startHuying } from './huying.ts'
import { createLog } from './log.ts'
import { openSandbox } from './open-sandbox.ts'
import { openStore } from './open-store.ts'

/** Says what is wrong, one line each, and ends with a code that supervisors understand (78: bad configuration). */
function giveUp(lines: readonly string[], code: number): never {
  for (const line of lines) process.stderr.write(`huying: ${line}\n`)
  process.exit(code)
}

async function main(config: Config): Promise<void> {
  const secrets = [config.botToken, config.webhook?.secret, config.databaseUrl, config.redisUrl].filter(
    (one) => typeof one === 'string',
  )
  const log = createLog(config.logLevel, secrets, (line) => process.stdout.write(line))
  const community = config.communityFile === null ? null : await readCommunity(config.communityFile)

  const opened = await openStore({ ...config, log }).catch((error: unknown) =>
    giveUp([whyNoDatabase(error, config.databaseUrl)], 69),
  )
  const movable = runningClock()
  const clock = config.botToken === null ? movable : machineClock
  const sandbox = config.botToken === null ? await openSandbox(movable) : null
  const huying = await startHuying({
    ...config,
    opened,
    botToken: config.botToken ?? sandbox?.token ?? '',
    telegramApiRoot: sandbox?.apiRoot ?? config.telegramApiRoot,
    webhook: sandbox ? null : config.webhook,
    clock,
    log,
    community,
    ...(config.crashAt !== null && { probe: crashAt(config.crashAt) }),
    onUnauthorized: () => giveUp(['Telegram does not know this BOT_TOKEN; get the present one from @BotFather'], 78),
  })
  if (sandbox) await sandbox.settleIn(huying)
  const claim = sandbox ? null : await huying.app.claimCode()

  const http = createHttp({
    health: () => huying.health(),
    metrics: huying.metrics,
    webhook: huying.webhook && config.webhook ? { path: config.webhook.url.pathname, handle: huying.webhook } : null,
    page: sandbox?.page(huying) ?? null,
  })
  const listening = await listen(http, config.host, config.port).catch((error: NodeJS.ErrnoException) =>
    giveUp(
      [`cannot listen on ${config.host}:${config.port} (${error.code ?? error.message}); set PORT to a free one`],
      69,
    ),
  )
  announce(listening.url, sandbox !== null, huying.identity.username, claim)

  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    await listening.close()
    await huying.stop()
    await sandbox?.close()
    await opened.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

/** One line that says what to do; the address is not shown, it may carry a password. */
function whyNoDatabase(error: unknown, given: string | null): string {
  const reason =
    error instanceof Error ? ('code' in error && error.code ? String(error.code) : error.message) : String(error)
  if (given === null) return error instanceof Error ? error.message : reason
  return `the database that DATABASE_URL names cannot be used (${reason}); start it, correct the address, or unset DATABASE_URL to run one here`
}

async function readCommunity(file: string) {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) =>
    giveUp([`COMMUNITY_FILE cannot be read: ${file} (${error.code ?? error.message})`], 78),
  )
  const read = readCommunityFile(text)
  return read.ok
    ? toSetup(read.value)
    : giveUp(
        read.problems.map((problem) => `${file}: ${formatProblem(problem, 'en')}`),
        78,
      )
}

function announce(url: string, sandbox: boolean, bot: string, claim: string | null): void {
  const lines = sandbox
    ? [`The neighbourhood is open: ${url}`, 'A local Telegram in your browser; set BOT_TOKEN to serve a real one.']
    : [
        `@${bot} is listening. Health: ${url}/healthz`,
        ...(claim === null ? [] : [`To claim this bot, send it in private within a day: /claim ${claim}`]),
      ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

const loaded = loadConfig(process.env)
if (!loaded.ok)
  giveUp(
    loaded.problems.map(({ variable, message }) => `${variable} ${message}`),
    78,
  )
await main(loaded.config)
