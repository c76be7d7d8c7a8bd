import { make } from './dom.js'
import { words } from './words.js'

const SHOWN_MS = 4000

/** A short word at the edge of the page, read out by screen readers. */
export function toast(text) {
  const element = make('div', { className: 'toast', textContent: text })
  document.getElementById('toasts').append(element)
  setTimeout(() => element.remove(), SHOWN_MS)
}

/** Shows what the bot answered to a press: an alert that must be closed, a toast, or nothing. */
export function showAnswer(answer) {
  if (!answer?.answered) {
    toast(words.noAnswer)
    return
  }
  if (answer.alert && answer.text) {
    document.getElementById('alert-text').textContent = answer.text
    document.getElementById('alert-ok').textContent = words.ok
    document.getElementById('alert').showModal()
  } else if (answer.text) toast(answer.text)
}
