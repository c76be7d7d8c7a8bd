import { createColumn } from './chat-column.js'
import { at, make } from './dom.js'
import { words } from './words.js'

/** All chats side by side, and on a phone one at a time behind tabs. `how` is what columns are made with. */
export function createBoard(how) {
  const columns = new Map()
  const tabs = new Map()
  let isLocked = false

  function add(chat) {
    const column = createColumn(chat, { ...how, leave: () => put(chat.key, true) })
    const tab = make('button', { type: 'button', textContent: chat.title })
    tab.onclick = () => show(chat.key)
    columns.set(chat.key, column)
    tabs.set(chat.key, tab)
    at('tabs').append(tab)
    at('chats').append(column.element)
    column.fill(chat)
    column.lock(isLocked)
  }

  /** Puts a private chat away, or shows it again. */
  function put(key, isAway) {
    columns.get(key).element.hidden = isAway
    tabs.get(key).hidden = isAway
    if (isAway) show([...columns.keys()][0])
  }

  function show(key) {
    if (!columns.has(key)) return
    put(key, false)
    for (const [other, tab] of tabs) tab.setAttribute('aria-current', String(other === key))
    for (const [other, column] of columns) column.element.classList.toggle('current', other === key)
    tabs.get(key)?.classList.remove('unread')
    tabs.get(key)?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
    columns.get(key).element.scrollIntoView({ inline: 'nearest', block: 'nearest' })
    columns.get(key).messages.reveal()
  }

  // Alt and a digit go to the chat of that place.
  addEventListener('keydown', (event) => {
    const place = event.altKey && /^Digit[1-9]$/.test(event.code) ? Number(event.code.slice(5)) : 0
    const key = [...columns.keys()][place - 1]
    if (key === undefined) return
    event.preventDefault()
    show(key)
    columns.get(key).focus()
  })

  return {
    show,
    column: (key) => columns.get(String(key)),
    current: () => at('chats').querySelector('.current')?.dataset.key,
    /** Draws a chat as it is now, anew or for the first time. */
    fill(chat) {
      if (columns.has(chat.key)) columns.get(chat.key).fill(chat)
      else add(chat)
    },
    describe(chat) {
      if (!columns.has(chat.key)) add(chat)
      columns.get(chat.key).describe(chat)
    },
    take(key, message) {
      columns.get(key)?.messages.take(message)
      if (columns.get(key)?.element.hidden) put(key, false)
      const tab = tabs.get(key)
      if (tab?.getAttribute('aria-current') !== 'true' && !message.deleted) tab?.classList.add('unread')
      if (isLocked) columns.get(key)?.lock(true)
    },
    /** Says under the heading that nobody is here yet. */
    showEmptiness() {
      at('chats').querySelector('.none')?.remove()
      if (columns.size === 0) at('chats').append(make('p', { className: 'empty none', textContent: words.noChats }))
    },
    /** While a script acts here nobody else does. */
    lock(locked) {
      isLocked = locked
      for (const column of columns.values()) column.lock(locked)
    },
    first: () => [...columns.keys()][0],
  }
}
