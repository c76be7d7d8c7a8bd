import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Player } from './page-extras.ts'
import { pageChat, pageMessageIn } from './page-state.ts'
import type { Telegram } from './telegram.ts'
import type { SandboxEvent } from './world.ts'

interface Told {
  readonly tg: Telegram
  readonly clockNow: () => number
  readonly heartbeatMs: number
  readonly player: Player | undefined
}

/** Everything that happens in the chats, as server-sent events, for as long as somebody listens. */
export function streamEvents(c: Context, { tg, clockNow, heartbeatMs, player }: Told): Response {
  return streamSSE(c, async (stream) => {
    const lines: string[] = [JSON.stringify({ kind: 'hello' })]
    let wake = (): void => {}
    const tell = (told: unknown): void => {
      if (!told) return
      lines.push(JSON.stringify(told))
      wake()
    }
    const stop = tg.subscribe((event) => tell(eventForPage(tg, event, clockNow)))
    const stopPlayer = player?.subscribe((state) => tell({ kind: 'player', player: state }))
    stream.onAbort(() => {
      stop()
      stopPlayer?.()
      wake()
    })
    const somethingOrHeartbeat = (): Promise<void> =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, heartbeatMs)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    while (!stream.aborted) {
      if (lines.length === 0) await somethingOrHeartbeat()
      await stream.writeSSE({ data: lines.shift() ?? JSON.stringify({ kind: 'clock', now: clockNow() }) })
    }
  })
}

/** What a listening page is told: the message or the chat as it is now, who pressed what and was answered what. */
function eventForPage(tg: Telegram, event: SandboxEvent, clockNow: () => number): unknown {
  if (event.kind === 'clock') return { kind: 'clock', now: clockNow() }
  if (event.kind === 'call' || event.kind === 'update') return undefined
  const room = tg.world.rooms.get(event.roomKey)
  if (!room) return undefined
  if (event.kind === 'press')
    return { kind: 'press', chat: room.key, message: event.messageId, label: event.label, who: event.userId }
  if (event.kind === 'answer') return { kind: 'answer', chat: room.key, who: event.userId, ...event.answer }
  if (event.kind === 'chat') return { kind: 'chat', chat: pageChat(tg, room) }
  const message = pageMessageIn(tg, room, event.messageId)
  return message && { kind: 'message', chat: room.key, message }
}
