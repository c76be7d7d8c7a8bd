import type { Telegram } from '../../sandbox/telegram.ts'
import type { ChatView, MessageView } from '../../sandbox/view.ts'
import type { SandboxEvent } from '../../sandbox/world.ts'
import { changedLines, freshLabels } from './changes.ts'
import { type Happening, isByPerson, type SeenChat } from './happening.ts'

export interface ChatWatch {
  /** What has happened since the last call: what people did, then what the bot did, each in its order. */
  take(): readonly Happening[]
  stop(): void
}

interface Pressed {
  readonly roomKey: string
  readonly userId: number
  readonly label: string
  answer: string
  refused: boolean
}

interface Shown {
  readonly text: string
  readonly buttons: readonly (readonly string[])[]
}

/** Watches every chat; a message that changed several times between two calls is shown as it is in the end. */
export function watchChats(telegram: Telegram): ChatWatch {
  const shown = new Map<string, Shown>()
  let touched = new Map<string, { readonly roomKey: string; readonly messageId: number }>()
  let presses: Pressed[] = []

  const stop = telegram.subscribe((event: SandboxEvent) => {
    if (event.kind === 'message' || event.kind === 'edited' || event.kind === 'deleted') {
      const { roomKey, messageId } = event
      touched.set(`${roomKey}/${messageId}`, { roomKey, messageId })
    } else if (event.kind === 'press') {
      presses.push({ ...event, answer: '', refused: false })
    } else if (event.kind === 'answer') {
      const press = presses.findLast(({ userId, roomKey }) => userId === event.userId && roomKey === event.roomKey)
      if (press) Object.assign(press, { answer: event.answer.text ?? '', refused: event.answer.alert })
    }
  })

  function roomOf(roomKey: string): ChatView {
    const view = telegram.chats().find(({ key }) => key === roomKey)
    if (!view) throw new Error(`no chat ${roomKey}`)
    return view
  }

  /** What became of a message since it was looked at last; nothing, where nobody would see a difference. */
  function changeOf(roomKey: string, messageId: number): readonly Happening[] {
    const room = roomOf(roomKey)
    const message = room.message(messageId)
    if (message.isService) return []
    const key = `${roomKey}/${messageId}`
    const before = shown.get(key)
    const now: Shown = { text: message.text, buttons: message.keyboard.map((row) => row.map(({ text }) => text)) }
    shown.set(key, now)
    const seen = { at: telegram.world.now(), chat: seenChat(room) }
    const photos = message.photo ? 1 : 0
    if (message.deleted) return before ? [{ ...seen, kind: 'removed', title: firstLine(before.text) }] : []
    if (!message.byBot) {
      const who = message.from?.first_name ?? ''
      if (!before) return [{ ...seen, kind: 'said', who, text: now.text, photos, replyTo: answered(room, message) }]
      return before.text === now.text ? [] : [{ ...seen, kind: 'corrected', who, text: now.text }]
    }
    if (!before) return [{ ...seen, kind: 'posted', lines: now.text.split('\n'), buttons: now.buttons, photos }]
    const lines = changedLines(before.text, now.text)
    const buttons = freshLabels(before.buttons, now.buttons)
    if (lines.length === 0 && buttons.length === 0) return []
    return [{ ...seen, kind: 'changed', title: firstLine(now.text), lines, buttons }]
  }

  return {
    take() {
      const pressed = presses.map(
        ({ roomKey, userId, label, answer, refused }): Happening => ({
          kind: 'pressed',
          at: telegram.world.now(),
          chat: seenChat(roomOf(roomKey)),
          who: telegram.world.users.get(userId)?.first_name ?? String(userId),
          button: label,
          answer,
          refused,
        }),
      )
      const changes = [...touched.values()].flatMap(({ roomKey, messageId }) => changeOf(roomKey, messageId))
      presses = []
      touched = new Map()
      return [...albumsWhole(changes.filter(isByPerson)), ...pressed, ...changes.filter((one) => !isByPerson(one))]
    },
    stop,
  }
}

/** The parts of an album come one after another; only the first has words. */
function albumsWhole(said: readonly Happening[]): readonly Happening[] {
  const whole: Happening[] = []
  for (const one of said) {
    const last = whole.at(-1)
    const isPart = one.kind === 'said' && one.photos > 0 && one.text === ''
    if (isPart && last?.kind === 'said' && last.who === one.who)
      whole[whole.length - 1] = { ...last, photos: last.photos + one.photos }
    else whole.push(one)
  }
  return whole
}

function seenChat({ id, key, chat }: ChatView): SeenChat {
  return { id, key, name: chat.title ?? chat.first_name ?? key, direct: chat.type === 'private' }
}

function answered(room: ChatView, { replyTo }: MessageView): string | null {
  return replyTo === undefined ? null : firstLine(room.message(replyTo).text)
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? ''
}
