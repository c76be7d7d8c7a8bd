import type { Meaning } from '../nlu/meaning.ts'
import { answer, type Scene } from './scene.ts'

/**
 * "接丹 128" → "是不是想发:接单 128"; false without a word where nothing is near. A group hears of it only when the bot is
 * addressed or the line names one of its tickets: 挂号 15 is about a hospital, and the slash words of other bots are not ours.
 */
export async function suggestCommand(scene: Scene, meaning: Meaning): Promise<boolean> {
  const { tx, community, message } = scene
  if (meaning.suggestion === null) return false
  if (message.chatKind === 'group' && !message.addressed) {
    const named = /\d{1,9}/.exec(meaning.suggestion)
    if (!named || !(await tx.tickets.lockByNumber(community.id, Number(named[0])))) return false
  }
  await answer(scene, { key: 'did-you-mean', line: meaning.suggestion })
  return true
}
