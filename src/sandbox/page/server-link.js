import { toast } from './toast.js'

/** Posts JSON; resolves with the answer's JSON. */
export async function post(path, body = {}) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return response.json()
}

export async function load(path) {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  return response.json()
}

/** Does something as somebody; says why when it cannot be done. Resolves with the server's answer, or undefined. */
export async function act(action) {
  try {
    const result = await post('api/act', action)
    if (result.ok) return result
    toast(result.why)
  } catch (error) {
    toast(String(error.message ?? error))
  }
  return undefined
}

/** Moves the clock by one named step. */
export async function travel(step) {
  const result = await post('api/clock', { step })
  if (!result.ok) toast(result.why)
  return result
}

/** Tells of every event; `onLink(true)` when the line is up, `onLink(false)` when it broke. */
export function listen(onEvent, onLink) {
  const source = new EventSource('api/events')
  source.onmessage = (message) => {
    const event = JSON.parse(message.data)
    if (event.kind === 'hello') onLink(true)
    else onEvent(event)
  }
  source.onerror = () => onLink(false)
}
