import type { Button, PostBody } from '../domain/post/body.ts'
import { ratings } from '../domain/post/body.ts'
import { isActive, isRecheckOpen } from '../domain/ticket/ticket.ts'
import { type Asked, said } from './asking-posts.ts'
import { type CardInput, discreetly, inFull, mends } from './card-parts.ts'
import { type Html, html } from './html.ts'

type Callback = Extract<PostBody, { kind: 'callback' }>

/**
 * The question after 办结, through its life: solved? → how was it? → thanks, or an apology when it was opened again. Put
 * once more it is only a question; asked again long after, it wants to know whether the matter came back.
 */
export function callbackPost(input: CardInput, body: Callback): Asked {
  if (body.variant === 'reminder') return reminder(input, body.cycle)
  if (body.variant === 'recheck') return recheck(input, body.cycle)
  const { ticket, texts, say } = input
  const { asking, buttons } = texts
  if (isActive(ticket)) return said(asking.apology(ticket.number, ...contact(input)))
  if (ticket.cycle !== body.cycle) return said(asking.superseded(ticket.number))
  if (ticket.status === 'resolved') {
    const who = ticket.resolution ? say.name(ticket.resolution.by) : html`—`
    const text = resolutionText(input)
    const to = addressees(input)
    return said(asking.solved({ to, who, number: ticket.number, text, mends: mends(ticket) }), [solvedRow(input)])
  }
  if (ticket.status !== 'closed') return said(asking.superseded(ticket.number))
  if (ticket.rating !== null) return said(asking.rated(ticket.rating, ticket.number))
  if (ticket.endReason === 'expired')
    return said(asking.expired(ticket.number), [[{ label: buttons.unsolved, action: 'unsolved' }]])
  return said(asking.rate(ticket.number), [
    ratings.map((rating) => ({ label: buttons.rate[rating], action: 'rate', arg: rating })),
  ])
}

function solvedRow({ texts: { buttons } }: CardInput): readonly Button[] {
  return [
    { label: buttons.solved, action: 'solved' },
    { label: buttons.unsolved, action: 'unsolved' },
  ]
}

function reminder(input: CardInput, cycle: number): Asked {
  const { ticket, view, texts, say } = input
  const { asking } = texts
  if (ticket.status !== 'resolved' || ticket.cycle !== cycle) return said(asking.askedEnough(ticket.number))
  const closes = view.closesAt === null ? null : say.when(view.closesAt)
  const to = addressees(input) ?? reporterName(input)
  return said(asking.remind({ to, number: ticket.number, mends: mends(ticket), closes }), [solvedRow(input)])
}

function recheck(input: CardInput, cycle: number): Asked {
  const { ticket, texts } = input
  const { asking, buttons } = texts
  const leaks = ticket.category === 'leak'
  if (ticket.cycle === cycle + 1 && isActive(ticket)) return said(asking.cameBack(ticket.number, ...contact(input)))
  if (ticket.cycle !== cycle || ticket.status !== 'closed') return said(asking.superseded(ticket.number))
  if (!isRecheckOpen(ticket)) return said(asking.stillFine(ticket.number))
  return said(asking.recheck({ to: reporterName(input), number: ticket.number, leaks }), [
    [
      { label: buttons.stillFine(leaks), action: 'still-fine' },
      { label: buttons.cameBack(leaks), action: 'unsolved' },
    ],
  ])
}

/** The manager and the time by which he gets in touch: the clock that runs first on the reopened ticket. */
function contact({ view, say }: CardInput): readonly [manager: Html | null, by: string | null] {
  const manager = view.managers[0]
  const due = view.clocks.find(({ name }) => name === 'acknowledge')?.due ?? view.clocks[0]?.due ?? null
  return [manager ? say.name(manager) : null, due === null ? null : say.when(due)]
}

/** Named only where more than one is asked, and nobody of a private matter. */
function addressees({ ticket, view, texts, say }: CardInput): Html | null {
  const { reporter, others } = view.asked
  if (others === 0 || ticket.private) return null
  if (!reporter) return texts.asking.neighbours(others)
  return texts.asking.reporterAndOthers(say.name({ name: ticket.reporterName }), others)
}

function reporterName({ ticket, say }: CardInput): Html | null {
  return ticket.private ? null : say.name({ name: ticket.reporterName })
}

/** A private matter asked about outside the reporter's own chat keeps its words to itself. */
function resolutionText({ ticket }: CardInput): Html | null {
  const text = ticket.resolution?.text ?? null
  if (ticket.origin.direct) return inFull(text, 200)
  return ticket.private ? null : discreetly(text, 200)
}
