import { make } from './dom.js'
import { showPhoto } from './photo-dialog.js'
import { words } from './words.js'

/** The line of a message that this one answers; a press goes there. */
export function drawQuote(quote, on) {
  const button = make(
    'button',
    { type: 'button', className: 'quote' },
    make('b', { textContent: quote.name }),
    make('span', { textContent: quote.text || '…' }),
  )
  button.onclick = () => on.jump(quote.id)
  return button
}

/** All pictures of a message or an album; a press shows one large. */
export function drawPhotos(messages) {
  const photos = messages.filter((message) => message.photo)
  if (photos.length === 0) return undefined
  const drawn = photos.map(({ photo, text }, index) => {
    const { file, width, height } = photo
    const src = `api/file/${encodeURIComponent(file)}`
    const alt = text || `${words.photoOf} ${index + 1}`
    const button = make(
      'button',
      { type: 'button', aria: { label: `${alt} · ${words.openPhoto}` } },
      make('img', { src, width, height, alt: '' }),
    )
    button.onclick = () => showPhoto(src, alt)
    return button
  })
  return make('div', { className: photos.length > 1 ? 'photos many' : 'photos' }, ...drawn)
}

export function drawAttachment({ kind, name, fileId }) {
  const label = `${words.attachment[kind]} ${name}`
  if (kind === 'location') return make('div', { className: 'place', textContent: `📍 ${label}` })
  if (!fileId) return make('div', { className: 'attachment', textContent: label })
  const href = `api/file/${encodeURIComponent(fileId)}`
  return make('a', { className: 'attachment', href, download: name, textContent: label })
}

/** Formatted text; links are followed through `on.open`, and only of kinds that Telegram knows. */
export function drawText(message, on) {
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
