import { Agent } from 'node:https'
import type { Duplex } from 'node:stream'
import { Telegram } from 'telegraf'
import type { Telegram as Methods, Opts } from 'telegraf/types'

/** Long enough for a handshake across the world; short enough to be told from a slow answer (a send waits 10 s). */
const connectMs = 6_000
/** We drop idle connections before Telegram does, so that a request never goes down one that is closing. */
const idleMs = 20_000

/**
 * Ends a connection that is not up in time with a code of its own. Without it a black-holed network looks like a lost
 * answer (outcome unknown) although nothing was ever sent.
 */
class PunctualAgent extends Agent {
  override createConnection(...args: Parameters<Agent['createConnection']>): Duplex | null | undefined {
    const socket = super.createConnection(...args)
    if (!socket) return socket
    const late = Object.assign(new Error('connection not up in time'), { code: 'CONNECT_TIMEOUT' })
    const timer = setTimeout(() => socket.destroy(late), connectMs)
    socket.once('secureConnect', () => clearTimeout(timer))
    socket.once('close', () => clearTimeout(timer))
    return socket
  }
}

/** Telegraf's client for one bot. `apiRoot` is Telegram's own or a Bot API server of yours, without a trailing path. */
export function createTelegram(token: string, apiRoot: string): Telegram {
  const agent = new PunctualAgent({ keepAlive: true, keepAliveMsecs: 10_000, timeout: idleMs })
  return new Telegram(token, { apiRoot, agent, webhookReply: false })
}

/** telegraf asks for the abort-controller package's signal; node-fetch underneath takes Node's own. */
type TelegrafSignal = NonNullable<NonNullable<Parameters<Telegram['callApi']>[2]>['signal']>

/** Thrown when Telegram did not answer before our own deadline. */
export class NoAnswerInTime extends Error {
  constructor(method: string, timeoutMs: number) {
    super(`no answer to ${method} within ${timeoutMs} ms`)
    this.name = 'NoAnswerInTime'
  }
}

/**
 * Calls a method with a deadline of our own (telegraf's is 500 s), ended early by `signal`.
 * Throws what telegraf throws, or `NoAnswerInTime`; read it with `readFault`, for its texts can hold the token.
 */
export async function callTelegram<M extends keyof Methods>(
  telegram: Telegram,
  method: M,
  payload: Opts<M>,
  { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal?: AbortSignal },
): Promise<ReturnType<Methods[M]>> {
  const deadline = new AbortController()
  const end = (): void => deadline.abort()
  let late = false
  const timer = setTimeout(() => {
    late = true
    end()
  }, timeoutMs)
  // One controller per call and a listener taken off again: AbortSignal.any on a long-lived signal piles up.
  signal?.addEventListener('abort', end)
  if (signal?.aborted) end()
  try {
    return await telegram.callApi(method, payload, { signal: deadline.signal as unknown as TelegrafSignal })
  } catch (error) {
    throw late ? new NoAnswerInTime(method, timeoutMs) : error
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', end)
  }
}
