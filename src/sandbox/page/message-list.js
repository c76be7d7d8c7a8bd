import { make } from './dom.js'
import { drawMessages } from './message-view.js'
import { language, words } from './words.js'

const NEAR_END = 120

/** The messages of one chat in their order, edited in place; albums are one block. It follows the newest unless somebody reads above. */
export function createMessageList({ label, timeZone, on, isOwn }) {
  const messages = new Map()
  const blocks = new Map()
  const list = make('div', { className: 'messages', tabIndex: 0, aria: { role: 'log', label } })
  const empty = make('p', { className: 'empty', textContent: words.empty })
  const newest = make('button', { type: 'button', className: 'newest', textContent: `↓ ${words.newest}`, hidden: true })
  const dayFormat = new Intl.DateTimeFormat(language, { timeZone, month: 'long', day: 'numeric', weekday: 'short' })

  const isAtEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END
  // A hidden column (on a phone, all but one) has no height to scroll in: whether it follows the newest is remembered.
  let follows = true
  const toEnd = () => {
    follows = true
    list.scrollTop = list.scrollHeight
    newest.hidden = true
  }
  newest.onclick = () => {
    toEnd()
    list.focus()
  }
  list.onscroll = () => {
    if (list.clientHeight === 0) return
    follows = isAtEnd()
    if (follows) newest.hidden = true
  }

  const blockOf = (message) => message.albumId ?? String(message.id)
  const all = { ...on, jump }

  function jump(id) {
    const member = messages.get(Number(id))
    const block = member && blocks.get(blockOf(member))
    block?.scrollIntoView({ block: 'center' })
    block?.classList.add('pointed')
    setTimeout(() => block?.classList.remove('pointed'), 1500)
  }

  function draw(name) {
    const members = [...messages.values()].filter((message) => blockOf(message) === name)
    const old = blocks.get(name)
    if (members.length === 0) {
      old?.remove()
      blocks.delete(name)
      return undefined
    }
    const fresh = drawMessages(members, { timeZone, on: all, isOwn })
    blocks.set(name, fresh)
    if (!old) {
      separate(members[0].at)
      list.append(fresh)
      return fresh
    }
    // Whoever works by keyboard keeps their place when the message changes under them.
    const focused = [...old.querySelectorAll('button, a')].indexOf(document.activeElement)
    old.replaceWith(fresh)
    if (focused >= 0) ([...fresh.querySelectorAll('button, a')].at(focused) ?? list).focus()
    return fresh
  }

  function separate(at) {
    const day = dayFormat.format(at)
    if (list.dataset.day === day) return
    list.dataset.day = day
    list.append(make('p', { className: 'day', textContent: day }))
  }

  return {
    element: make('div', { className: 'scroll' }, list, newest),
    /** Every message there is, oldest first. */
    all: () => [...messages.values()],
    /** The drawn block with that message. */
    block: (id) => blocks.get(blockOf(messages.get(id) ?? { id })),
    take(message) {
      const wasAtEnd = list.clientHeight === 0 ? follows : isAtEnd()
      const known = messages.get(message.id)
      if (message.deleted) messages.delete(message.id)
      else messages.set(message.id, message)
      const block = draw(blockOf(message))
      if (!known) block?.classList.add('fresh')
      else if (known.edits !== message.edits) block?.classList.add('changed')
      empty.remove()
      if (wasAtEnd) requestAnimationFrame(toEnd)
      else if (!message.deleted && !message.edits) newest.hidden = false
    },
    fill(given) {
      messages.clear()
      blocks.clear()
      delete list.dataset.day
      list.replaceChildren(...(given.length === 0 ? [empty] : []))
      for (const message of given) messages.set(message.id, message)
      for (const name of new Set(given.map(blockOf))) draw(name)
      requestAnimationFrame(toEnd)
    },
    redraw() {
      for (const name of blocks.keys()) draw(name)
    },
    reveal() {
      if (follows) toEnd()
    },
    jump,
  }
}
