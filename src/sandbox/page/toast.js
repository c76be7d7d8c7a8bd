import { at, make } from './dom.js'
import { words } from './words.js'

const SHOWN_MS = 4000
const MOST = 3

/** A short word at the edge of the page, read out by screen readers. */
export function toast(text, shownMs = SHOWN_MS) {
  const element = make('div', { className: 'toast', textContent: text })
  at('toasts').append(element)
  // More than can be read at once only hides the chats.
  for (const old of [...at('toasts').children].slice(0, -MOST)) old.remove()
  setTimeout(() => element.remove(), shownMs)
}

/** Shows what the bot answered to a press: an alert that must be closed, a toast, or nothing. */
export function showAnswer(answer) {
  if (!answer?.answered) {
    toast(words.noAnswer)
    return
  }
  if (answer.alert && answer.text) {
    at('alert-text').textContent = answer.text
    at('alert-ok').textContent = words.ok
    at('alert').showModal()
  } else if (answer.text) toast(answer.text)
}
