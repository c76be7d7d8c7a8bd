import type { WeekStep } from '../../seeds/week.ts'
import type { Person } from '../sandbox/person.ts'
import type { Telegram } from '../sandbox/telegram.ts'
import type { ChatView, MessageView } from '../sandbox/view.ts'

/** Why a step of the script cannot be carried out, in words for whoever wrote the script. */
export class CannotDo extends Error {}

/**
 * Does what a step says, as its person would. Resolves when it is done and, for a press, answered.
 * @throws CannotDo when there is no such message or button, or a press is refused that should not be (or the reverse).
 */
export async function carryOut(telegram: Telegram, step: WeekStep): Promise<void> {
  const { does, who, where } = step
  const person = telegram.as(who)
  const chat = telegram.chat(where === 'dm' ? who : where)
  switch (does.kind) {
    case 'say':
      person.say(where, does.text, answering(chat, does.replyTo))
      return
    case 'photo':
      person.photo(where, { ...(does.caption && { caption: does.caption }), ...answering(chat, does.replyTo) })
      return
    case 'album':
      person.album(where, [...does.captions], answering(chat, does.replyTo))
      return
    case 'edit':
      person.edit(where, newestOf(chat, who), does.text)
      return
    case 'press':
      return press(person, chat, step, does.on, does.button)
    case 'follow': {
      const { url } = buttonOn(chat, does.on, does.button)
      const payload = url === undefined ? null : new URL(url).searchParams.get('start')
      if (payload === null) throw new CannotDo(`[${does.button}] opens no private chat`)
      person.start(payload)
    }
  }
}

async function press(person: Person, chat: ChatView, step: WeekStep, on: string, button: string): Promise<void> {
  const { message, label } = buttonOn(chat, on, button)
  const { answered, alert, text = '' } = await person.press(step.where, message, label)
  if (!answered) throw new CannotDo(`nobody answered the press on [${label}]`)
  if (alert && !step.refused) throw new CannotDo(`the press on [${label}] was refused: ${text}`)
  if (!alert && step.refused) throw new CannotDo(`the press on [${label}] should have been refused`)
}

interface FoundButton {
  readonly message: MessageView
  readonly label: string
  readonly url: string | undefined
}

/** On the bot's newest message with those words and that button: a card and a question about it may both be there. */
function buttonOn(chat: ChatView, on: string, button: string): FoundButton {
  const speaking = chat.fromBot.filter(({ text }) => text.includes(on))
  if (speaking.length === 0) throw new CannotDo(`the bot has written nothing with "${on}"`)
  for (const message of speaking.toReversed()) {
    const buttons = message.keyboard.flat()
    const found = buttons.find(({ text }) => text === button) ?? buttons.find(({ text }) => text.includes(button))
    if (found) return { message, label: found.text, url: found.url }
  }
  const there = [...new Set(speaking.flatMap(({ buttons }) => buttons))].map((label) => `[${label}]`)
  throw new CannotDo(`nothing with "${on}" has the button [${button}]; there is ${there.join(' ') || 'none at all'}`)
}

/** To the newest message of anybody with those words. */
function answering(chat: ChatView, to: string | undefined): { readonly replyTo?: number } {
  if (to === undefined) return {}
  const found = chat.visible.findLast(({ text }) => text.includes(to))
  if (!found) throw new CannotDo(`there is no message with "${to}" to reply to`)
  return { replyTo: found.id }
}

function newestOf(chat: ChatView, userId: number): MessageView {
  const own = chat.visible.findLast(({ from }) => from?.id === userId)
  if (!own) throw new CannotDo('there is no message of theirs to correct')
  return own
}
