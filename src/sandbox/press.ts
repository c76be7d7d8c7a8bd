import { messageWire } from './deliver.ts'
import { queueUpdate } from './updates.ts'
import type { Button, User } from './wire.ts'
import { botById, type Callback, type CallbackAnswer, type Room, type StoredMessage, type World } from './world.ts'

/** A label, a test of the button, or data that no button carries (a forged press). */
export type PressTarget = string | RegExp | ((button: Button) => boolean) | { data: string }

/**
 * Presses a button: the callback query is queued before this returns. Resolves with the bot's answer, or with
 * `answered: false` when none came within `waitMs` of real time (0: at once). Throws if there is no such button.
 */
export function press(
  world: World,
  room: Room,
  stored: StoredMessage,
  user: User,
  target: PressTarget,
  waitMs: number,
): Promise<CallbackAnswer> {
  const { label, data } = dataOf(stored, target)
  if (stored.botId === undefined) throw new Error('sandbox: only messages by bots have buttons')
  const bot = botById(world, stored.botId)
  const serial = world.nextSerial()
  const callback: Callback = {
    id: `${user.id}${String(serial).padStart(8, '0')}`,
    botId: bot.user.id,
    userId: user.id,
    roomKey: room.key,
    messageId: stored.wire.message_id,
    at: world.now(),
    answers: [],
    waiting: [],
  }
  world.callbacks.set(callback.id, callback)
  world.emit({ kind: 'press', roomKey: room.key, messageId: callback.messageId, userId: user.id, label })
  queueUpdate(world, bot, {
    callback_query: {
      id: callback.id,
      from: user,
      message: messageWire(room, stored),
      chat_instance: `${room.chat.id}`.replace('-', '7'),
      data,
    },
  })
  return answerOf(callback, waitMs)
}

function dataOf(stored: StoredMessage, target: PressTarget): { label: string; data: string } {
  if (typeof target === 'object' && 'data' in target) return { label: target.data, data: target.data }
  const buttons = stored.wire.reply_markup?.inline_keyboard.flat() ?? []
  const button = pick(buttons, target)
  if (!button) {
    const labels = buttons.map((one) => one.text).join(' | ')
    throw new Error(`sandbox: message ${stored.wire.message_id} has no button ${String(target)}; it has: ${labels}`)
  }
  if (button.callback_data === undefined) throw new Error(`sandbox: button ${button.text} is no callback button`)
  return { label: button.text, data: button.callback_data }
}

function pick(buttons: Button[], target: string | RegExp | ((button: Button) => boolean)): Button | undefined {
  if (typeof target === 'function') return buttons.find(target)
  if (typeof target !== 'string') return buttons.find((button) => target.test(button.text))
  return buttons.find((button) => button.text === target) ?? buttons.find((button) => button.text.includes(target))
}

function answerOf(callback: Callback, waitMs: number): Promise<CallbackAnswer> {
  const none: CallbackAnswer = { answered: false, alert: false }
  if (waitMs <= 0) return Promise.resolve(none)
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(none), waitMs)
    callback.waiting.push((answer) => {
      clearTimeout(timer)
      resolve(answer)
    })
  })
}
