import type { PostBody, Rendered } from '../domain/post/body.ts'
import type { RenderContext } from '../domain/post/view.ts'
import { promptPost, questionPost } from './asking-posts.ts'
import { callbackPost } from './callback-post.ts'
import type { CardInput } from './card-parts.ts'
import { committeeCard } from './committee-card.ts'
import { digestPost } from './digest-post.ts'
import { gridCard } from './grid-card.ts'
import { concat, type Html, nothing, words } from './html.ts'
import { incidentPost } from './incident-post.ts'
import { interruptionPost } from './interruption-post.ts'
import { messagesIn } from './messages-in.ts'
import { noticeKeyboard } from './notice-keyboard.ts'
import { reporterCard } from './reporter-card.ts'
import { residentsCard } from './residents-card.ts'
import { speechIn } from './speech.ts'
import { staffCard } from './staff-card.ts'
import { noticeText } from './toast.ts'

interface Written {
  readonly text: Html
  readonly keyboard: Rendered['keyboard']
  readonly forceReply?: string | null
}

/**
 * A post in the words of its chat: Telegram HTML of at most 4096 visible UTF-16 units, its keyboard and its reply hint.
 * Times are said in `context.timezone` as seen from `context.now`. A summary has no text of its own here.
 * Throws when a card or callback comes without its ticket.
 */
export function render(body: PostBody, context: RenderContext): Rendered {
  const written = write(body, context)
  const again = context.resend && written.text.text !== '' ? words(messagesIn(context.language).resent) : nothing
  return {
    html: concat([again, written.text]).markup,
    keyboard: written.keyboard,
    forceReply: written.forceReply ?? null,
  }
}

function write(body: PostBody, context: RenderContext): Written {
  const texts = messagesIn(context.language)
  switch (body.kind) {
    case 'card':
      return cards[body.audience]({ ...cardInput(context), outage: body.outage ?? false })
    case 'callback':
      return callbackPost(cardInput(context), body)
    case 'question':
      return questionPost(body, texts)
    case 'prompt':
      return promptPost(body, context.view?.ticket ?? null, texts, context.language)
    case 'notice':
      return {
        text: noticeText(body.notice, context.language, context.timezone, context.now),
        keyboard: noticeKeyboard(body.notice, texts),
      }
    case 'photos':
      return { text: texts.asking.photos(context.view?.ticket.number ?? null), keyboard: [] }
    case 'incident':
      return incidentPost(context.incident, texts, speechIn(context.language, context.timezone, context.now))
    case 'interruption':
      return interruptionPost(
        body,
        context.interruption,
        texts,
        speechIn(context.language, context.timezone, context.now),
      )
    case 'digest':
      return digestPost(body, context)
    case 'summary':
    case 'summary-files':
      return { text: nothing, keyboard: [] }
  }
}

const cards = {
  residents: residentsCard,
  staff: staffCard,
  committee: committeeCard,
  reporter: reporterCard,
  grid: gridCard,
} as const

function cardInput(context: RenderContext): CardInput {
  const { view } = context
  if (!view) throw new TypeError('a card cannot be rendered without its ticket')
  return {
    ticket: view.ticket,
    view,
    context,
    texts: messagesIn(context.language),
    say: speechIn(context.language, context.timezone, context.now),
    outage: false,
  }
}
