/** Resolves with what `probe` finds as soon as that is neither false nor null nor undefined; asks again and again. */
export async function waitFor<T>(
  what: string,
  probe: () => T | false | null | undefined | Promise<T | false | null | undefined>,
  withinMs = 20_000,
): Promise<T> {
  const until = performance.now() + withinMs
  for (;;) {
    const found = await probe()
    if (found !== false && found !== null && found !== undefined) return found
    if (performance.now() > until) throw new Error(`${what}: not within ${withinMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
