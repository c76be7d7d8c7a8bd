/** Aborted when the process is to end: with null when it was asked to, else with what went wrong. */
const leaving = new AbortController()
const asked = new Promise<null>((resolve) => {
  leaving.signal.addEventListener('abort', () => resolve(null), { once: true })
})
// Before anything else is loaded, which takes a second: whoever stops us meanwhile need not wait, and sees a clean end.
process.on('SIGTERM', () => leaving.abort(null))
process.on('SIGINT', () => leaving.abort(null))

const loaded = await Promise.race([import('./serve.ts'), asked])
process.exit(loaded ? await loaded.serve(leaving) : 0)

// Makes this a module, which may wait at its top.
export {}
