import type { Button, PostBody, Rendered } from '../domain/post/body.ts'
import type { LateLine } from '../domain/post/notice.ts'
import type { RenderContext } from '../domain/post/view.ts'
import { type Html, html, join, messageLimit, nothing } from './html.ts'
import { lateLine } from './late-line.ts'
import { messagesIn } from './messages-in.ts'
import { type Speech, speechIn } from './speech.ts'

/** Left for the mark of a repeat and the line that says how many are missing. */
const reserve = 96
const perRow = 5
/** Telegram draws no more than a hundred buttons. */
const mostButtons = 100

/** What an outage has held up for one chat, in one message. Empty when all of it was answered before it went out. */
export function digestPost(
  body: Extract<PostBody, { kind: 'digest' }>,
  context: RenderContext,
): { readonly text: Html; readonly keyboard: Rendered['keyboard'] } {
  const texts = messagesIn(context.language).digest
  const say = speechIn(context.language, context.timezone, context.now)
  const { lines = [], managers = [] } = context.digest ?? {}
  if (lines.length === 0) return { text: nothing, keyboard: [] }
  const head = texts.head(body.of, lines.length, say.mentions(managers))
  const foot = [calledByName(lines, context), texts.howToOpen]
  const room = messageLimit - reserve - join([head, ...foot], '\n').text.length
  const shown = fitting(
    lines.map((line, index) => html`${index + 1}. ${lateLine(texts, line, say)}`),
    room,
  )
  const rest = lines.length - shown.length
  const text = join([head, ...shown, rest > 0 ? texts.rest(rest) : null, ...foot], '\n')
  return { text, keyboard: numberButtons(lines.slice(0, shown.length).map(({ ticket }) => ticket.number)) }
}

/** Whole lines, as many as there is room for. */
function fitting(lines: readonly Html[], room: number): readonly Html[] {
  let left = room
  const end = lines.findIndex(({ text }) => {
    left -= text.length + 1
    return left < 0
  })
  return end < 0 ? lines : lines.slice(0, end)
}

/** A button for each ticket that brings its card. */
export function numberButtons(numbers: readonly number[]): Rendered['keyboard'] {
  const buttons = numbers
    .slice(0, mostButtons)
    .map((number): Button => ({ label: `#${number}`, action: 'open', arg: String(number) }))
  return Array.from({ length: Math.ceil(buttons.length / perRow) }, (_, row) =>
    buttons.slice(row * perRow, (row + 1) * perRow),
  )
}

/** The secretary or whomever else the ladder calls by name, once, with the numbers. */
function calledByName(lines: readonly LateLine[], { language, timezone, now }: RenderContext): Html | null {
  const say: Speech = speechIn(language, timezone, now)
  const called = lines.filter(({ named }) => named.length > 0)
  const people = [...new Map(called.flatMap(({ named }) => named.map((one) => [one.id, one] as const))).values()]
  const names = say.mentions(people)
  if (names === null) return null
  const numbers = called.slice(0, 20).map(({ ticket }) => `#${ticket.number}`)
  return messagesIn(language).digest.named(names, numbers.join(language === 'zh-CN' ? '、' : ', '))
}
