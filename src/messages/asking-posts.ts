import type { Button, PostBody, Rendered } from '../domain/post/body.ts'
import { ratings } from '../domain/post/body.ts'
import { isActive } from '../domain/ticket/ticket.ts'
import { type CardInput, discreetly, inFull, mends } from './card-parts.ts'
import type { Messages } from './catalogue.ts'
import { cleanText, clip } from './clean-text.ts'
import { type Html, html, quoted, words } from './html.ts'

interface Asked {
  readonly text: Html
  readonly keyboard: Rendered['keyboard']
  readonly forceReply: string | null
}

/** The question after 办结, through its life: solved? → how was it? → thanks, or an apology when it was opened again. */
export function callbackPost(input: CardInput, cycle: number): Asked {
  const { ticket, view, texts, say } = input
  const { asking, buttons } = texts
  const unsolved: Button = { label: buttons.unsolved, action: 'unsolved' }
  if (isActive(ticket)) {
    const manager = view.managers[0]
    const due = view.clocks.find(({ name }) => name === 'acknowledge')?.due ?? view.clocks[0]?.due ?? null
    return said(asking.apology(ticket.number, manager ? say.name(manager) : null, due === null ? null : say.when(due)))
  }
  if (ticket.cycle !== cycle) return said(asking.superseded(ticket.number))
  if (ticket.status === 'resolved') {
    const who = ticket.resolution ? say.name(ticket.resolution.by) : html`—`
    return said(asking.solved({ who, number: ticket.number, text: resolutionText(input), mends: mends(ticket) }), [
      [{ label: buttons.solved, action: 'solved' }, unsolved],
    ])
  }
  if (ticket.status !== 'closed') return said(asking.superseded(ticket.number))
  if (ticket.rating !== null) return said(asking.rated(ticket.rating, ticket.number))
  if (ticket.endReason === 'expired') return said(asking.expired(ticket.number), [[unsolved]])
  return said(asking.rate(ticket.number), [
    ratings.map((rating) => ({ label: buttons.rate[rating], action: 'rate', arg: rating })),
  ])
}

/** A private matter asked about outside the reporter's own chat keeps its words to itself. */
function resolutionText({ ticket }: CardInput): Html | null {
  const text = ticket.resolution?.text ?? null
  if (ticket.origin.direct) return inFull(text, 200)
  return ticket.private ? null : discreetly(text, 200)
}

/** Asked before something is registered. */
export function questionPost(body: Extract<PostBody, { kind: 'question' }>, { asking, buttons }: Messages): Asked {
  const about = quoted(body.about, 200)
  if (body.question === 'maybe' || body.number === null) {
    return said(asking.maybe(about), [
      [
        { label: buttons.register, action: 'register' },
        { label: buttons.dismiss, action: 'dismiss' },
      ],
    ])
  }
  return said(asking.same(body.number, about, body.own), [
    [
      { label: buttons.join(body.number, body.own), action: 'join' },
      { label: buttons.separate, action: 'separate' },
    ],
  ])
}

/** Longest label of a choice, and Telegram's limit on the hint of an answer field. */
const choiceLimit = 24
const hintLimit = 64

/** Asks for the missing part of a command; its answer is a reply, or a press where there are choices. */
export function promptPost(
  body: Extract<PostBody, { kind: 'prompt' }>,
  number: number | null,
  { asking }: Messages,
): Asked {
  const before = number === null ? '' : `#${number} `
  if (body.choices.length > 0) {
    const choices: readonly Button[] = body.choices.map(({ label, arg }) => ({
      label: clip(cleanText(label), choiceLimit) || '—',
      action: 'assign-to',
      arg,
    }))
    const keyboard = choices.flatMap((_, index) => (index % 2 === 0 ? [choices.slice(index, index + 2)] : []))
    const text = body.action === 'assign' ? asking.chooseAssignee : asking.prompts[body.action].text
    return said(words(before + text), keyboard)
  }
  const { text, hint } = asking.prompts[body.action]
  return { text: words(before + text), keyboard: [], forceReply: clip(hint, hintLimit) }
}

function said(text: Html, keyboard: Rendered['keyboard'] = []): Asked {
  return { text, keyboard, forceReply: null }
}
