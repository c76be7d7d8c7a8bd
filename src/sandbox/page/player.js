import { at, make } from './dom.js'
import { post } from './server-link.js'
import { toast } from './toast.js'
import { inOurs, words } from './words.js'

const PRESSED_MS = 1200
const TOAST_MS = 2500

/**
 * A script that acts in the chats by itself: the button that begins it on the page it begins from, and on the page where it
 * runs its caption with pause, pace and stop.
 */
export function createPlayer({ extras, board, clock, people }) {
  const panel = at('player')
  const button = at('week')
  let state
  let follows = true

  async function start() {
    if (button.ariaBusy === 'true') return
    button.ariaBusy = 'true'
    toast(words.week.starting)
    const result = await post(extras.startsPlayer).catch((error) => ({
      ok: false,
      why: String(error.message ?? error),
    }))
    button.ariaBusy = 'false'
    if (result.ok) location.assign(result.at)
    else toast(result.why)
  }

  async function order(command, more = {}) {
    const result = await post('api/player', { command, ...more }).catch(() => ({ ok: false, why: words.lost }))
    if (!result.ok) toast(result.why)
    else if (result.at) location.assign(result.at)
  }

  const press = (className, textContent, run, more = {}) => {
    const one = make('button', { type: 'button', className, textContent, ...more })
    one.onclick = run
    return one
  }

  const parts = {
    caption: make('div', { className: 'told', aria: { live: 'polite' } }),
    bar: make('progress', { aria: { label: words.week.title } }),
    does: make('div', { className: 'does' }),
  }
  const pause = press('chip strong', '', () => order(state.status === 'playing' ? 'pause' : 'play'), {
    id: 'player-pause',
  })
  const step = press('chip', words.week.step, () => order('step'), { id: 'player-step' })
  const stop = press('chip', words.week.take, () => order('stop'), { id: 'player-stop' })
  const pace = make('select', { id: 'player-pace', aria: { label: words.week.pace } })
  pace.append(...Object.entries(words.week.paces).map(([value, textContent]) => make('option', { value, textContent })))
  pace.onchange = () => order('pace', { pace: pace.value })
  const follow = make('input', { type: 'checkbox', checked: true })
  follow.onchange = () => {
    follows = follow.checked
  }

  function show(current) {
    if (!current) return
    state = current
    const isUnderWay = state.status === 'playing' || state.status === 'paused'
    panel.hidden = false
    const [when, what] = [state.when, inOurs(state.caption)]
    parts.caption.replaceChildren(
      make(
        'p',
        {},
        make('b', { textContent: words.week.said[state.status] ?? words.week.title }),
        ` ${state.why ?? when ?? ''}`,
      ),
      make('p', { className: 'hint', textContent: what }),
    )
    parts.bar.max = state.of
    parts.bar.value = state.done
    pause.textContent = state.status === 'playing' ? words.week.pause : words.week.play
    pace.value = state.pace
    for (const one of [pause, stop, pace.parentElement ?? pace, follow.parentElement ?? follow])
      one.hidden = !isUnderWay
    step.hidden = state.status !== 'paused'
    board.lock(isUnderWay)
    clock.hideSteps(isUnderWay)
    clock.setRunning(!isUnderWay)
    if (isUnderWay && follows && state.chat !== null) board.show(state.chat)
  }

  function flash({ chat, message, label, who }) {
    const key = [...(board.column(chat)?.messages.block(message)?.querySelectorAll('.key') ?? [])]
    const pressed = key.find((one) => one.dataset.label === label)
    pressed?.classList.add('pressed')
    setTimeout(() => pressed?.classList.remove('pressed'), PRESSED_MS)
    const name = people.find(({ id }) => id === who)?.name ?? ''
    toast(words.presses(name, label), TOAST_MS)
  }

  if (extras.startsPlayer && !extras.player) {
    button.textContent = words.week.button
    button.hidden = false
    button.onclick = start
  }
  if (extras.player) {
    panel.ariaLabel = words.week.title
    parts.does.append(
      pause,
      step,
      make('label', { className: 'chip pick' }, words.week.pace, pace),
      make('label', { className: 'chip pick' }, follow, words.week.follow),
      stop,
      press('chip', words.week.again, () => order('again'), { id: 'player-again' }),
      press('chip', words.week.home, () => location.assign(extras.home), { id: 'player-home' }),
    )
    panel.replaceChildren(parts.caption, parts.bar, parts.does)
    show(extras.player)
  }

  return {
    show,
    start,
    canStart: extras.startsPlayer !== undefined,
    receive(event) {
      if (!extras.player) return
      if (event.kind === 'player') show(event.player)
      const isUnderWay = state.status === 'playing' || state.status === 'paused'
      if (!isUnderWay) return
      if (event.kind === 'press') flash(event)
      if (event.kind === 'answer' && event.text) toast(event.text, TOAST_MS)
    },
  }
}
