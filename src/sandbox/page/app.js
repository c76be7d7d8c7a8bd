import { createBoard } from './chat-board.js'
import { createClock } from './clock-bar.js'
import { createCurtain } from './curtain.js'
import { at, make } from './dom.js'
import { createPlayer } from './player.js'
import { act, listen, load } from './server-link.js'
import { createThemeButton } from './theme.js'
import { toast } from './toast.js'
import { createTour } from './tour.js'
import { inOurs, language, switchLanguage, words } from './words.js'

// One list that the columns keep: people may come while the page is open.
const people = []
let state
let board
let clock
let curtain
let tour
let player
// Events that come while the page is being drawn wait for it.
let drawn = new Promise(() => {})

document.documentElement.lang = language
document.title = words.title
at('title').textContent = words.title
at('language').textContent = words.other
at('language').title = words.otherLanguage
at('language').onclick = switchLanguage
at('dm-label').textContent = words.private
at('dm').ariaLabel = words.privateWith
at('link').textContent = words.connecting
at('tabs').ariaLabel = words.chats
at('chats').ariaLabel = words.chats
at('actions').ariaLabel = words.actions
createThemeButton(at('theme'))

at('dm').onchange = async () => {
  const person = Number(at('dm').value)
  at('dm').value = ''
  if (person) await openPrivately(person)
}

async function openPrivately(person, payload) {
  const key = `${state.bot.id}:${person}`
  if (payload !== undefined || !board.column(key)) await act({ do: 'start', as: person, payload: payload ?? '' })
  // The chat itself comes as an event of its own.
  for (let tries = 0; tries < 40 && !board.column(key); tries += 1) await new Promise((go) => setTimeout(go, 50))
  board.show(key)
  board.column(key)?.focus()
}

/** A link to the bot opens the private chat with the link's parameter, as Telegram does. */
function openLink(url, writer) {
  const link = /^https?:\/\/(?:t\.me|telegram\.me)\/([A-Za-z0-9_]+)(?:\?start=([A-Za-z0-9_-]*))?$/.exec(url ?? '')
  if (link && link[1].toLowerCase() === state.bot.username?.toLowerCase()) openPrivately(writer, link[2] ?? '')
  else if (url?.startsWith('tg:')) toast(words.noEffect)
  else if (url) open(url, '_blank', 'noopener')
  else toast(words.noEffect)
  return true
}

function receive(event) {
  if (event.kind === 'clock') clock.set(event.now)
  if (event.kind === 'chat') {
    if (event.chat.memberIds.some((id) => !people.some((person) => person.id === id))) return redraw()
    board.describe(event.chat)
  }
  if (event.kind === 'message') board.take(event.chat, event.message)
  if (event.kind === 'player' || event.kind === 'press' || event.kind === 'answer') player?.receive(event)
  tour?.look()
  curtain?.look()
}

/** Everything that is made once, when the first state is there. */
function setUp() {
  clock = createClock(at('clock'), state.clock)
  curtain = state.extras.curtain ? createCurtain(at('curtain'), at('behind')) : undefined
  const explain = curtain && ((chat, message) => curtain.explain(chat, message))
  board = createBoard({ people, timeZone: state.clock.timeZone, openLink, explain })
  if (state.title) {
    at('title').textContent = inOurs(state.title)
    document.title = `${inOurs(state.title)} · ${words.title}`
  }
}

/** Draws everything anew: at the start and whenever the line was down. */
async function drawAll() {
  state = await load('api/state')
  people.splice(0, people.length, ...state.people)
  const isFirst = board === undefined
  if (isFirst) setUp()
  const current = board.current()
  const choices = people.map((person) => make('option', { value: String(person.id), textContent: person.name }))
  at('dm').replaceChildren(make('option', { value: '', textContent: words.pick }), ...choices)
  clock.set(state.clock.now)
  for (const chat of state.chats) board.fill(chat)
  board.showEmptiness()
  board.show(current ?? board.first())
  if (isFirst) {
    player = createPlayer({ extras: state.extras, board, clock, people })
    if (state.extras.tour) tour = createTour({ tour: state.extras.tour, session: state.session, board, clock, player })
  } else player.show(state.extras.player)
  tour?.look()
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
