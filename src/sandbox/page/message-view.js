import { colourOf, drawFace, make } from './dom.js'
import { drawAttachment, drawPhotos, drawQuote, drawText } from './message-parts.js'
import { language, words } from './words.js'

/**
 * Draws a message, or an album's messages as one. `on` has what can be done: press(message, row, column), open(url),
 * reply(message), edit(message), like(message), explain(message) where there is one; `isOwn` says whose it is just now.
 */
export function drawMessages(messages, { timeZone, on, isOwn }) {
  const [first] = messages
  if (first.service) return drawService(first)
  const { author } = first
  const body = [
    make(
      'div',
      { className: 'who', data: { colour: colourOf(author.id) } },
      author.name,
      author.isBot && make('span', { className: 'badge', textContent: words.bot }),
      first.topic && make('span', { className: 'badge', textContent: first.topic }),
    ),
    first.isForwarded && make('div', { className: 'note', textContent: words.forwarded }),
    first.replyTo && drawQuote(first.replyTo, on),
    drawPhotos(messages),
    ...messages.flatMap((message) => message.attachments.map(drawAttachment)),
    ...messages.filter((message) => message.html).map((message) => drawText(message, on)),
    drawFoot(messages, timeZone),
  ]
  const own = isOwn(first)
  const bubble = make('div', { className: 'bubble' }, ...body.filter(Boolean))
  const stack = make(
    'div',
    { className: 'stack' },
    make('div', { className: 'line' }, bubble, drawTools(first, on, own)),
    first.keyboard.length > 0 && drawKeyboard(first, on),
  )
  const article = make(
    'article',
    { className: ['message', author.isBot && 'bot', own && 'own'].filter(Boolean).join(' '), data: { id: first.id } },
    drawFace(author.id, author.name, author.isBot),
    stack,
  )
  bubble.onclick = (event) => {
    if (!event.target.closest('a, button')) article.classList.toggle('open')
  }
  return article
}

function drawService(message) {
  const text = words.service[message.service.kind]?.(message.service.names.join(', ')) ?? message.service.kind
  return make('p', { className: 'service', textContent: text, data: { id: message.id } })
}

function drawFoot(messages, timeZone) {
  const [first] = messages
  const time = new Intl.DateTimeFormat(language, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const reactions = messages.flatMap((message) => message.reactions).join(' ')
  return make(
    'div',
    { className: 'foot' },
    reactions && make('span', { className: 'reactions', textContent: reactions }),
    messages.some(({ edits }) => edits > 0) && make('span', { className: 'edited', textContent: words.edited }),
    make('time', { dateTime: new Date(first.at).toISOString(), textContent: time.format(first.at) }),
  )
}

function drawTools(message, on, own) {
  const tool = (sign, label, run) => {
    const button = make('button', {
      type: 'button',
      className: 'tool',
      textContent: sign,
      title: label,
      aria: { label },
    })
    button.onclick = run
    return button
  }
  const { isBot } = message.author
  return make(
    'div',
    { className: 'tools' },
    tool('↩', words.reply, () => on.reply(message)),
    tool('👍', words.like, () => on.like(message)),
    own && !isBot && tool('✎', words.edit, () => on.edit(message)),
    on.explain && !isBot && message.text && tool('🔍', words.explain, () => on.explain(message)),
  )
}

function drawKeyboard(message, on) {
  const rows = message.keyboard.map((row, y) =>
    make(
      'div',
      { className: 'row' },
      ...row.map((button, x) => {
        const element = make('button', {
          type: 'button',
          className: 'key',
          textContent: button.url ? `${button.text} ↗` : button.text,
          data: { label: button.text },
        })
        element.onclick = () => (button.isCallback ? on.press(message, y, x, element) : on.open(button.url))
        return element
      }),
    ),
  )
  return make('div', { className: 'keyboard' }, ...rows)
}
