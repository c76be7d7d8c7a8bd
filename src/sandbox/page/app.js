import { createColumn } from './chat-column.js'
import { createClock } from './clock-bar.js'
import { make } from './dom.js'
import { act, listen, loadState } from './server-link.js'
import { toast } from './toast.js'
import { language, switchLanguage, words } from './words.js'

const at = (id) => document.getElementById(id)
const columns = new Map()
const tabs = new Map()
let state
let setClock = () => {}
// One list that the columns keep: people may come while the page is open.
const people = []
// Events that come while the page is being drawn wait for it.
let drawn = new Promise(() => {})

document.documentElement.lang = language
document.title = words.title
at('title').textContent = words.title
at('language').textContent = words.other
at('language').onclick = switchLanguage
at('dm-label').textContent = words.private
at('link').textContent = words.connecting
at('tabs').ariaLabel = words.title

at('dm').onchange = async () => {
  const person = Number(at('dm').value)
  at('dm').value = ''
  if (!person) return
  const known = [...columns.keys()].find((key) => key === `${state.bot.id}:${person}`)
  if (!known) await act({ do: 'start', as: person })
  show(`${state.bot.id}:${person}`)
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

/** A link to the bot opens the private chat with the link's parameter, as Telegram does. */
function openLink(url, writer) {
  const link = /^https?:\/\/(?:t\.me|telegram\.me)\/([A-Za-z0-9_]+)(?:\?start=([A-Za-z0-9_-]*))?$/.exec(url ?? '')
  if (link && link[1].toLowerCase() === state.bot.username?.toLowerCase()) {
    act({ do: 'start', as: writer, payload: link[2] ?? '' }).then(() => show(`${state.bot.id}:${writer}`))
    return true
  }
  if (url) open(url, '_blank', 'noopener')
  else toast(words.noEffect)
  return true
}

function show(key) {
  for (const [other, tab] of tabs) tab.setAttribute('aria-current', String(other === key))
  for (const [other, column] of columns) column.element.classList.toggle('current', other === key)
  tabs.get(key)?.classList.remove('unread')
  columns.get(key)?.element.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  columns.get(key)?.reveal()
}

function addChat(chat) {
  const column = createColumn(chat, { people, timeZone: state.clock.timeZone, openLink })
  const tab = make('button', { type: 'button', textContent: chat.title })
  tab.onclick = () => show(chat.key)
  columns.set(chat.key, column)
  tabs.set(chat.key, tab)
  at('tabs').append(tab)
  at('chats').append(column.element)
  column.fill(chat)
}

function receive(event) {
  if (event.kind === 'clock') setClock(event.now)
  if (event.kind === 'chat') {
    if (event.chat.memberIds.some((id) => !people.some((person) => person.id === id))) {
      redraw()
      return
    }
    if (!columns.has(event.chat.key)) addChat(event.chat)
    columns.get(event.chat.key).describe(event.chat)
  }
  if (event.kind === 'message') {
    columns.get(event.chat)?.take(event.message)
    const tab = tabs.get(event.chat)
    if (tab?.getAttribute('aria-current') !== 'true' && !event.message.deleted) tab?.classList.add('unread')
  }
}

/** Draws everything anew: at the start and whenever the line was down. */
async function drawAll() {
  state = await loadState()
  people.splice(0, people.length, ...state.people)
  const current = at('chats').querySelector('.current')?.dataset.key
  const choices = people.map((person) => make('option', { value: String(person.id), textContent: person.name }))
  at('dm').replaceChildren(make('option', { value: '', textContent: words.pick }), ...choices)
  if (columns.size === 0) setClock = createClock(at('clock'), state.clock)
  else setClock(state.clock.now)
  for (const chat of state.chats) {
    if (columns.has(chat.key)) columns.get(chat.key).fill(chat)
    else addChat(chat)
  }
  at('chats').querySelector('.none')?.remove()
  if (state.chats.length === 0) at('chats').append(make('p', { className: 'empty none', textContent: words.noChats }))
  show(current ?? [...columns.keys()][0])
}

function redraw() {
  drawn = drawAll().catch((error) => toast(String(error.message ?? error)))
}

listen(
  (event) => drawn.then(() => receive(event)),
  (isUp) => {
    at('link').textContent = isUp ? '' : words.lost
    if (isUp) redraw()
  },
)
