import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The bot as operators run it: a process of its own that can be killed. */
export interface BotProcess {
  readonly pid: number
  /** Resolves with the address it listens on, once everything has started. Rejects when it ends before that. */
  readonly listening: Promise<string>
  readonly ended: Promise<Ending>
  /** What it has said so far, both streams. */
  output(): string
  /** Sends a signal and resolves when the process is gone, and everything that it started and that speaks through it. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<Ending>
}

export interface Ending {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

const repository = fileURLToPath(new URL('../..', import.meta.url))
const living = new Set<ChildProcess>()

/** Starts `src/main.ts` with this environment and nothing else of ours but the paths. */
export function startBotProcess(env: Readonly<Record<string, string>>): BotProcess {
  return startProcess(process.execPath, ['--import', 'tsx', 'src/main.ts'], env)
}

/** The same through `npm start`, to which the signals then go. */
export function startThroughNpm(env: Readonly<Record<string, string>>): BotProcess {
  return startProcess('npm', ['start'], { npm_config_update_notifier: 'false', ...env })
}

function startProcess(program: string, args: readonly string[], env: Readonly<Record<string, string>>): BotProcess {
  const child = spawn(program, args, {
    cwd: repository,
    // A group of its own, so that what it started can be killed with it.
    detached: true,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  living.add(child)
  let said = ''
  const ended = new Promise<Ending>((resolve) => {
    child.once('close', (code, signal) => {
      living.delete(child)
      resolve({ code, signal })
    })
  })
  const listening = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      const url = /(?:Health|is open): (http:\/\/[\w.:]+)/.exec(said)?.[1]
      if (url) resolve(url)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    ended.then((how) => reject(new Error(`ended before it listened (${JSON.stringify(how)}):\n${said}`)))
  })
  // Whoever waits for the end need not wait for the beginning.
  listening.catch(() => {})
  return {
    pid: child.pid ?? 0,
    listening,
    ended,
    output: () => said,
    end(signal) {
      child.kill(signal)
      return ended
    },
  }
}

/** Kills whatever was started here and still lives: no process outlives its test. */
export async function killBotProcesses(): Promise<void> {
  const gone = [...living].map((child) => new Promise((resolve) => child.once('close', resolve)))
  for (const child of living) if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  await Promise.all(gone)
}
