import { drawSection } from './curtain-sections.js'
import { make } from './dom.js'
import { recall, remember } from './memory.js'
import { load } from './server-link.js'
import { language, words } from './words.js'

const GATHER_MS = 250

/** What lies behind the chats. Asked for only while it is open, a moment after something has happened. */
export function createCurtain(panel, button) {
  const ticket = make('select', { aria: { label: words.curtain.ticket } })
  const close = make('button', { type: 'button', className: 'quiet', textContent: '✕', aria: { label: words.close } })
  const body = make(
    'div',
    { className: 'sections' },
    make('p', { className: 'empty', textContent: words.curtain.loading }),
  )
  let message = null
  let timer
  let asked = 0

  panel.replaceChildren(make('header', {}, make('h2', { textContent: words.curtain.title }), ticket, close), body)
  panel.ariaLabel = words.curtain.title
  ticket.onchange = () => ask()
  close.onclick = () => {
    open(false)
    button.focus()
  }
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close.onclick()
  })
  button.textContent = words.curtain.button
  button.hidden = false
  button.onclick = () => open(panel.hidden)

  function open(isOpen) {
    panel.hidden = !isOpen
    button.setAttribute('aria-expanded', String(isOpen))
    remember('curtain', isOpen ? 'open' : null)
    if (isOpen) ask()
  }

  async function ask() {
    asked += 1
    const mine = asked
    const query = new URLSearchParams({ language, ticket: ticket.value })
    if (message) {
      query.set('chat', message.chat)
      query.set('message', String(message.id))
    }
    try {
      const view = await load(`api/curtain?${query}`)
      if (mine === asked && !panel.hidden) draw(view)
    } catch {
      if (mine === asked) body.replaceChildren(make('p', { className: 'empty', textContent: words.curtain.failed }))
    }
  }

  function draw(view) {
    const chosen = ticket.value
    const options = view.tickets.map(({ id, label }) => make('option', { value: id, textContent: label }))
    ticket.replaceChildren(make('option', { value: '', textContent: words.curtain.latest }), ...options)
    ticket.value = view.tickets.some(({ id }) => id === chosen) ? chosen : ''
    const shut = new Set([...body.querySelectorAll('details:not([open])')].map((one) => one.dataset.id))
    body.replaceChildren(...view.sections.map((section) => drawSection(section, !shut.has(section.id))))
  }

  if (recall('curtain') === 'open' && matchMedia('(min-width: 1000px)').matches) open(true)
  return {
    /** Something has happened. */
    look() {
      if (panel.hidden || timer !== undefined) return
      timer = setTimeout(() => {
        timer = undefined
        if (!panel.hidden) ask()
      }, GATHER_MS)
    },
    /** Shows how one message was understood. */
    explain(chat, id) {
      message = { chat, id }
      open(true)
      close.focus()
    },
  }
}
