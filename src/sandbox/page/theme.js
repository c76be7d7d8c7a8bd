import { recall, remember } from './memory.js'
import { words } from './words.js'

const SIGNS = { auto: '◐', light: '☀', dark: '☾' }
const ORDER = Object.keys(SIGNS)

/** The button that goes from the system's appearance to light to dark and back. */
export function createThemeButton(button) {
  let name = recall('theme') ?? 'auto'
  const apply = () => {
    document.documentElement.style.colorScheme = name === 'auto' ? 'light dark' : name
    button.textContent = SIGNS[name] ?? SIGNS.auto
    button.title = words.themeNow(words.theme[name])
    button.ariaLabel = button.title
  }
  button.onclick = () => {
    name = ORDER[(ORDER.indexOf(name) + 1) % ORDER.length]
    remember('theme', name)
    apply()
  }
  apply()
}
