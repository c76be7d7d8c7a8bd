import { createComposer } from './composer.js'
import { make } from './dom.js'
import { drawMessages } from './message-view.js'
import { act } from './server-link.js'
import { showAnswer } from './toast.js'
import { language, words } from './words.js'

const NEAR_END = 120

/** One chat: its head, its messages and its composer. `openLink(url, writer)` says whether it took the link. */
export function createColumn(chat, { people, timeZone, openLink }) {
  const messages = new Map()
  const blocks = new Map()
  const composer = createComposer(chat, people)
  const about = make('span', { className: 'about' })
  const list = make('div', { className: 'messages', tabIndex: 0, aria: { role: 'log', label: chat.title } })
  const empty = make('p', { className: 'empty', textContent: words.empty })
  const newest = make('button', { type: 'button', className: 'newest', textContent: `↓ ${words.newest}`, hidden: true })
  const element = make(
    'section',
    { className: 'chat', data: { key: chat.key }, aria: { label: chat.title } },
    make('header', {}, make('h2', { textContent: chat.title }), about),
    make('div', { className: 'scroll' }, list, newest),
    composer.form,
  )

  const isAtEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END
  // A hidden column (on a phone, all but one) has no height to scroll in: whether it follows the newest is remembered.
  let follows = true
  const toEnd = () => {
    follows = true
    list.scrollTop = list.scrollHeight
    newest.hidden = true
  }
  newest.onclick = toEnd
  list.onscroll = () => {
    if (list.clientHeight === 0) return
    follows = isAtEnd()
    if (follows) newest.hidden = true
  }
  const reveal = () => {
    if (follows) toEnd()
  }
  element.addEventListener('writer', () => redrawAll())

  const on = {
    async press(message, row, column, key) {
      // Not disabled: that would take the focus away from whoever pressed it by keyboard.
      if (key.ariaBusy === 'true') return
      key.ariaBusy = 'true'
      const result = await act({ do: 'press', as: composer.writer(), chat: chat.key, message: message.id, row, column })
      key.ariaBusy = 'false'
      if (result) showAnswer(result.answer)
    },
    open: (url) => openLink(url, composer.writer()),
    reply: (message) => composer.aimAt(message, 'reply'),
    edit: (message) => composer.aimAt(message, 'edit'),
    like: (message) => act({ do: 'react', as: composer.writer(), chat: chat.key, message: message.id, emoji: '👍' }),
    jump(id) {
      const block = list.querySelector(`[data-id="${Number(id)}"]`)
      block?.scrollIntoView({ block: 'center' })
      block?.classList.add('pointed')
      setTimeout(() => block?.classList.remove('pointed'), 1500)
    },
  }
  const mayEdit = (message) => !message.author.isBot && message.author.id === composer.writer()
  const blockOf = (message) => message.albumId ?? String(message.id)

  function draw(name) {
    const members = [...messages.values()].filter((message) => blockOf(message) === name)
    const old = blocks.get(name)
    if (members.length === 0) {
      old?.remove()
      blocks.delete(name)
      return
    }
    const fresh = drawMessages(members, { timeZone, on, mayEdit })
    blocks.set(name, fresh)
    if (!old) {
      separate(members[0].at)
      list.append(fresh)
      return
    }
    // Whoever works by keyboard keeps their place when the message changes under them.
    const focused = [...old.querySelectorAll('button, a')].indexOf(document.activeElement)
    old.replaceWith(fresh)
    if (focused >= 0) [...fresh.querySelectorAll('button, a')].at(focused)?.focus()
  }

  function separate(at) {
    const day = new Intl.DateTimeFormat(language, { timeZone, month: 'long', day: 'numeric', weekday: 'short' }).format(
      at,
    )
    if (list.dataset.day === day) return
    list.dataset.day = day
    list.append(make('p', { className: 'day', textContent: day }))
  }

  function redrawAll() {
    for (const name of blocks.keys()) draw(name)
  }

  function take(message) {
    const wasAtEnd = list.clientHeight === 0 ? follows : isAtEnd()
    if (message.deleted) messages.delete(message.id)
    else messages.set(message.id, message)
    draw(blockOf(message))
    empty.remove()
    if (wasAtEnd) requestAnimationFrame(toEnd)
    else if (!message.deleted && !message.edits) newest.hidden = false
  }

  function describe(current) {
    composer.offer(current)
    const kind = words.kind[current.type]
    const count = current.ownerId === undefined ? ` · ${current.memberIds.length} ${words.members}` : ''
    about.textContent = current.closed ? words.closed : `${kind}${count}`
  }

  function fill(current) {
    messages.clear()
    blocks.clear()
    delete list.dataset.day
    list.replaceChildren(...(current.messages.length === 0 ? [empty] : []))
    for (const message of current.messages) {
      messages.set(message.id, message)
      if (!blocks.has(blockOf(message)) || message.albumId) draw(blockOf(message))
    }
    describe(current)
    requestAnimationFrame(toEnd)
  }

  return { element, take, describe, fill, reveal, focus: composer.focus }
}
