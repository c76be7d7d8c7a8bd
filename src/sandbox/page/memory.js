const PREFIX = 'sandbox-'

/** What this browser was asked to remember under a name; null where it remembers nothing. */
export function recall(name) {
  try {
    return localStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

/** Remembers a text, or forgets it with null; false where the browser keeps nothing. */
export function remember(name, text) {
  try {
    if (text === null) localStorage.removeItem(PREFIX + name)
    else localStorage.setItem(PREFIX + name, text)
    return true
  } catch {
    return false
  }
}
