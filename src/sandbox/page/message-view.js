import { colourOf, make } from './dom.js'
import { language, words } from './words.js'

/**
 * Draws a message, or an album's messages as one. `on` has what can be done: press(message, row, column), open(url),
 * reply(message), edit(message), like(message); `mayEdit` says whose message may be edited now.
 */
export function drawMessages(messages, { timeZone, on, mayEdit }) {
  const [first] = messages
  if (first.service) return drawService(first)
  const isBot = first.author.isBot
  const body = [
    make(
      'div',
      { className: 'who', data: { colour: colourOf(first.author.id) } },
      first.author.name,
      isBot && make('span', { className: 'badge', textContent: words.bot }),
      first.topic && make('span', { className: 'badge', textContent: first.topic }),
    ),
    first.isForwarded && make('div', { className: 'note', textContent: words.forwarded }),
    first.replyTo && drawQuote(first.replyTo, on),
    drawPhotos(messages),
    ...first.attachments.map(drawAttachment),
    ...messages.filter((message) => message.html).map((message) => drawText(message, on)),
    drawFoot(messages, timeZone),
  ]
  const bubble = make('div', { className: 'bubble' }, ...body.filter(Boolean))
  const tools = drawTools(first, on, mayEdit(first))
  const keyboard = first.keyboard.length > 0 && drawKeyboard(first, on)
  return make(
    'article',
    { className: isBot ? 'message bot' : 'message', data: { id: first.id } },
    make('div', { className: 'line' }, bubble, tools),
    keyboard || '',
  )
}

function drawService(message) {
  const text = words.service[message.service.kind]?.(message.service.names.join(', ')) ?? message.service.kind
  return make('p', { className: 'service', textContent: text, data: { id: message.id } })
}

function drawQuote(quote, on) {
  const button = make(
    'button',
    { type: 'button', className: 'quote' },
    make('b', { textContent: quote.name }),
    make('span', { textContent: quote.text || '…' }),
  )
  button.onclick = () => on.jump(quote.id)
  return button
}

function drawPhotos(messages) {
  const photos = messages.filter((message) => message.photo)
  if (photos.length === 0) return undefined
  const images = photos.map(({ photo, text, id }) => {
    const { file, width, height } = photo
    const src = `api/file/${encodeURIComponent(file)}`
    const image = make('img', { src, width, height, alt: text || `${words.photoOf} ${id}` })
    return make('a', { href: image.src, target: '_blank', rel: 'noopener' }, image)
  })
  return make('div', { className: images.length > 1 ? 'photos many' : 'photos' }, ...images)
}

function drawAttachment({ kind, name, fileId }) {
  const label = `${words.attachment[kind]} ${name}`
  if (!fileId) return make('div', { className: 'attachment', textContent: label })
  return make('a', {
    className: 'attachment',
    href: `api/file/${encodeURIComponent(fileId)}`,
    download: name,
    textContent: label,
  })
}

function drawText(message, on) {
  const text = make('div', { className: 'text', innerHTML: message.html })
  for (const link of text.querySelectorAll('a')) {
    const { href } = link
    if (!/^(https?|tg|mailto|tel):/i.test(href)) {
      link.removeAttribute('href')
      continue
    }
    link.rel = 'noopener noreferrer'
    link.target = '_blank'
    link.onclick = (event) => {
      if (on.open(href)) event.preventDefault()
    }
  }
  return text
}

function drawFoot(messages, timeZone) {
  const [first] = messages
  const time = new Intl.DateTimeFormat(language, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const reactions = messages.flatMap((message) => message.reactions).join(' ')
  return make(
    'div',
    { className: 'foot' },
    reactions && make('span', { className: 'reactions', textContent: reactions }),
    first.edits > 0 ? make('span', { textContent: words.edited }) : '',
    make('time', { dateTime: new Date(first.at).toISOString(), textContent: time.format(first.at) }),
  )
}

function drawTools(message, on, mayEdit) {
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
  return make(
    'div',
    { className: 'tools' },
    tool('↩', words.reply, () => on.reply(message)),
    tool('👍', words.like, () => on.like(message)),
    mayEdit ? tool('✎', words.edit, () => on.edit(message)) : '',
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
        })
        element.onclick = () => (button.isCallback ? on.press(message, y, x, element) : on.open(button.url))
        return element
      }),
    ),
  )
  return make('div', { className: 'keyboard' }, ...rows)
}
