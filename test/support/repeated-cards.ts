import { expect } from 'vitest'
import type { KillableBot } from './killable-bot.ts'

/** Whether each copy of the first ticket's card was marked as a repeat, by chat: residents, then staff. */
export function marksOfCards(world: KillableBot): readonly (readonly boolean[])[] {
  return (['residents', 'staff'] as const).map((chat) => {
    const copies = world.sentTo(chat).filter((line) => line.includes(' #1 '))
    return copies.map((line) => line.startsWith('【重发】'))
  })
}

/**
 * A card that was on its way when the process died came once or twice, marked; any other came once. `left` is the
 * outbox at the death; the two chats are served side by side, so one may have been further than the other.
 */
export function expectCards(world: KillableBot, left: readonly string[]): void {
  expect(left).toHaveLength(2)
  for (const [chat, marks] of marksOfCards(world).entries()) {
    if (left[chat] === 'sending') expect([[true], [false, true]]).toContainEqual(marks)
    else expect(marks).toEqual([false])
  }
}
