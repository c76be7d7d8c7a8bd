import type { Instant } from '../../domain/ids.ts'
import { phaseOf, type Window } from '../../domain/interruption/interruption.ts'
import { normalise } from '../text/normalise.ts'
import { dayOf, hoursIn, lengthIn, namesDay, type Said, windowIn } from './window-in.ts'

/** What a line asks of a published notice. */
export type InterruptionChange =
  | { readonly kind: 'restored' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'move'; readonly startsAt: Instant; readonly endsAt: Instant | null }

const cancelling = /取消|作废|不停[水电气暖]?了|call(?:ed)? off|cancel/i
const restored = /恢复|来[水电气]|通[水电气]了|供上|修好|好了|结束|正常|restored|resumed|back|is on|over|finished|done/i
const later = /延|推迟|改到|改为|改成|顺延|晚|要到|还要|再|until|till|extend|postpone|delay|move|more/i
const beginning = /推迟|顺延|开始|改到|postpone|delay|start|move/i

/** Reads 延长到18点, 再延两小时, 推迟到后天9点到15点, 提前恢复, 取消; null where it says none of it. Pure. */
export function readChange(
  text: string,
  window: Pick<Window, 'startsAt' | 'endsAt'>,
  said: Said,
): InterruptionChange | null {
  const normal = normalise(text).text
  if (cancelling.test(normal)) return { kind: 'cancel' }
  const moved = moveIn(normal, window, said)
  if (moved) return moved
  return restored.test(normal) && !/没|未|not|别/.test(normal) ? { kind: 'restored' } : null
}

function moveIn(text: string, window: Pick<Window, 'startsAt' | 'endsAt'>, said: Said): InterruptionChange | null {
  const { at, timezone } = said
  const phase = phaseOf(window, at)
  const first = hoursIn(text, said)[0]
  // Bare hours of a notice for another day are that day's.
  const itsDay = { at: dayOf(window.startsAt, timezone), timezone }
  const elsewhere = !namesDay(text) && (first === undefined || first.start < window.startsAt) && phase === 'ahead'
  const here = elsewhere ? itsDay : said
  const whole = windowIn(text, namesDay(text) ? said : itsDay)
  if (whole.startsAt !== null && whole.endsAt !== null && !/现在/.test(text))
    return whole.endsAt > at ? { kind: 'move', startsAt: whole.startsAt, endsAt: whole.endsAt } : null
  const point = hoursIn(text, here)[0]?.start
  if (point !== undefined && point > at) {
    if (phase === 'ahead' && beginning.test(text)) {
      const ms = window.endsAt === null ? null : window.endsAt - window.startsAt
      return { kind: 'move', startsAt: point, endsAt: ms === null ? null : point + ms }
    }
    return point > window.startsAt ? { kind: 'move', startsAt: window.startsAt, endsAt: point } : null
  }
  const ms = later.test(text) ? lengthIn(text, said) : null
  if (ms === null || ms === 0) return null
  const from = Math.max(window.endsAt ?? at, phase === 'ahead' ? 0 : at)
  return { kind: 'move', startsAt: window.startsAt, endsAt: from + ms }
}
