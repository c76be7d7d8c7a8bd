import { columns } from './columns.ts'
import type { Frame } from './frame.ts'
import { type Happening, type Posted, ticketIn } from './happening.ts'
import type { Ink } from './ink.ts'
import { toneOf } from './tone.ts'

/**
 * One happening as lines: people's words as they are, the bot's messages as cards with a bar at the side.
 * @param where the chat, for a line that stands under another chat's heading.
 */
export function printHappening(one: Happening, frame: Frame, ink: Ink, where: string | null = null): readonly string[] {
  switch (one.kind) {
    case 'said': {
      const who = ink('bold', firstName(one.who))
      if (/^\/start \S+$/.test(one.text)) return [`▸ ${who} ${frame.opensPrivately}`]
      const to = one.replyTo === null ? '' : ink('dim', frame.replying(ticketIn(one.replyTo) ?? shortened(one.replyTo)))
      const photos = one.photos > 0 ? `📷×${one.photos} ` : ''
      const [first = '', ...more] = one.text.split('\n')
      return [`${who}${to}${frame.colon}${photos}${first}`, ...more.map((line) => `  ${line}`)]
    }
    case 'corrected':
      return [`${ink('bold', firstName(one.who))} ${ink('dim', frame.corrects)}${frame.colon}${one.text}`]
    case 'pressed': {
      const pressed = `▸ ${frame.presses(ink('bold', firstName(one.who)), one.button)}`
      if (one.answer === '') return [pressed]
      return [`${pressed}  ${one.refused ? ink('red', `✗ ${one.answer}`) : ink('dim', `→ ${one.answer}`)}`]
    }
    case 'posted':
      return card(one, frame, ink)
    case 'changed': {
      const of = [where, ticketIn(one.title)].filter((part) => part !== null)
      const [first = '', ...more] = filled([...one.lines, ...(one.buttons.length > 0 ? [row(one.buttons)] : [])])
      return [`${ink('green', '✎')} ${[...of, '→'].join(' ')} ${first}`, ...more.map((line) => `    ${line}`)]
    }
    case 'removed':
      return [ink('dim', `✕ ${frame.takenDown}${frame.colon}${shortened(one.title)}`)]
  }
}

function card({ lines, buttons, photos }: Posted, frame: Frame, ink: Ink): readonly string[] {
  const [first = '', ...more] = lines
  const tone = toneOf(first)
  const bar = tone ? ink(tone.colour, '┃') : ink('dim', '│')
  return [
    ...(photos > 0 ? [ink('dim', frame.picture)] : []),
    tone ? ink('bold', ink(tone.colour, first)) : first,
    ...more,
    ...buttons.map((labels) => ink('dim', row(labels))),
  ].map((line) => `  ${bar} ${line}`)
}

function row(labels: readonly string[]): string {
  return labels.map((label) => `[${label}]`).join(' ')
}

const lineWidth = 84

/** The parts one after another, in as few lines as hold them. */
function filled(parts: readonly string[]): readonly string[] {
  const lines: string[] = []
  for (const part of parts) {
    const longer = `${lines.at(-1) ?? ''} ¦ ${part}`
    if (lines.length > 0 && columns(longer) <= lineWidth) lines[lines.length - 1] = longer
    else lines.push(part)
  }
  return lines
}

/** "张女士 3-2-502": the door is part of the name, and without it a talk is easier to follow. */
function firstName(name: string): string {
  return name.split(' ')[0] ?? name
}

function shortened(text: string): string {
  const letters = [...text]
  return letters.length > 16 ? `“${letters.slice(0, 15).join('')}…”` : `“${text}”`
}
