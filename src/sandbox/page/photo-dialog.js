import { at, make } from './dom.js'
import { words } from './words.js'

/** Shows one picture large until it is closed. */
export function showPhoto(src, alt) {
  const dialog = at('photo')
  dialog.querySelector('img')?.remove()
  dialog.prepend(make('img', { src, alt }))
  dialog.ariaLabel = alt
  at('photo-close').textContent = words.close
  dialog.onclick = (event) => {
    if (event.target === dialog) dialog.close()
  }
  dialog.showModal()
}
