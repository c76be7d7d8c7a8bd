import { make } from './dom.js'
import { travel } from './server-link.js'
import { language, words } from './words.js'

/** The sandbox's clock with the buttons that move it, if it can be moved. Returns a function that sets the clock. */
export function createClock(bar, { now, timeZone, canTravel }) {
  const format = new Intl.DateTimeFormat(language, {
    timeZone,
    month: 'numeric',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const shown = make('time', { className: 'now' })
  let base = now
  let since = performance.now()

  const set = (instant) => {
    base = instant
    since = performance.now()
    tick()
  }
  const tick = () => {
    const instant = base + (performance.now() - since)
    shown.dateTime = new Date(instant).toISOString()
    shown.textContent = format.format(instant)
  }

  const buttons = Object.entries(words.steps).map(([step, label]) => {
    const button = make('button', { type: 'button', className: 'step', textContent: label })
    button.onclick = async () => {
      for (const one of buttons) one.disabled = true
      shown.textContent = words.advancing
      const result = await travel(step).catch(() => undefined)
      for (const one of buttons) one.disabled = false
      button.focus()
      if (result?.ok) set(result.now)
      else tick()
    }
    return button
  })
  bar.replaceChildren(shown, ...(canTravel ? buttons : []))
  bar.hidden = false
  setInterval(tick, 10_000)
  set(now)
  return set
}
