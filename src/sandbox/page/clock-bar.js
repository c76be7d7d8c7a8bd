import { make } from './dom.js'
import { travel } from './server-link.js'
import { language, words } from './words.js'

/** The sandbox's clock with the buttons that move it, if it can be moved. It is told of every instant at which time stops on its way. */
export function createClock(bar, { now, timeZone, canTravel, runs }) {
  const format = new Intl.DateTimeFormat(language, {
    timeZone,
    month: 'numeric',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const shown = make('time', { className: 'now', title: words.now })
  const said = make('span', { className: 'link', aria: { role: 'status' } })
  let base = now
  let since = performance.now()
  let running = runs

  const instant = () => base + (running ? performance.now() - since : 0)
  const tick = () => {
    shown.dateTime = new Date(instant()).toISOString()
    shown.textContent = format.format(instant())
  }
  const set = (at) => {
    base = at
    since = performance.now()
    tick()
  }

  const buttons = Object.entries(words.steps).map(([step, label]) => {
    const button = make('button', { type: 'button', className: 'step', textContent: label, data: { step } })
    button.onclick = async () => {
      // Kept focusable: a disabled button would lose the focus of whoever pressed it by keyboard.
      if (bar.classList.contains('passing')) return
      bar.classList.add('passing')
      said.textContent = words.advancing
      for (const one of buttons) one.ariaDisabled = 'true'
      const result = await travel(step).catch(() => undefined)
      for (const one of buttons) one.ariaDisabled = null
      said.textContent = ''
      bar.classList.remove('passing')
      if (result?.ok) set(result.now)
      else tick()
    }
    return button
  })
  bar.replaceChildren(shown, ...(canTravel ? buttons : []), said)
  bar.ariaLabel = words.clock
  bar.hidden = false
  setInterval(tick, 5_000)
  set(now)
  return {
    set,
    /** Time that stands still is shown so. */
    setRunning(runsNow) {
      running = runsNow
      set(instant())
    },
    button: (step) => buttons.find((one) => one.dataset.step === step),
    hideSteps(hidden) {
      for (const one of buttons) one.hidden = hidden
    },
  }
}
