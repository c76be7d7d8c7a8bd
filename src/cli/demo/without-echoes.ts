import { type Changed, type Happening, ticketIn } from './happening.ts'

/**
 * One event changes every card of its ticket, and says the same in each chat: only the changes in the most telling chat
 * stay, as one.
 * @param telling chats from the most to the least telling; those not named (private ones) come first.
 */
export function withoutEchoes(happenings: readonly Happening[], telling: readonly number[]): readonly Happening[] {
  const best = new Map<string, Changed>()
  for (const one of happenings) {
    if (one.kind !== 'changed') continue
    const ticket = ticketOf(one)
    const known = best.get(ticket)
    if (!known || telling.indexOf(one.chat.id) < telling.indexOf(known.chat.id)) best.set(ticket, one)
    else if (known.chat.key === one.chat.key) best.set(ticket, together(known, one))
  }
  const told = new Set<string>()
  return happenings.flatMap((one): readonly Happening[] => {
    if (one.kind !== 'changed') return [one]
    const ticket = ticketOf(one)
    const whole = best.get(ticket)
    if (!whole || whole.chat.key !== one.chat.key || told.has(ticket)) return []
    told.add(ticket)
    return [whole]
  })
}

function ticketOf({ title }: Changed): string {
  return ticketIn(title) ?? title
}

function together(one: Changed, other: Changed): Changed {
  const lines = [...one.lines, ...other.lines.filter((line) => !one.lines.includes(line))]
  const buttons = [...one.buttons, ...other.buttons.filter((label) => !one.buttons.includes(label))]
  return { ...one, lines, buttons }
}
