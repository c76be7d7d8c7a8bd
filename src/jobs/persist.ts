const GIVE_UP_AFTER_MS = 2 * 60_000

/**
 * Writes down what is already true outside (a message sent, a refusal heard), trying again for two minutes: a database
 * that restarts must not turn a known outcome into an unknown one. Throws the last error after that.
 */
export async function persist<T>(write: () => Promise<T>): Promise<T> {
  const start = performance.now()
  for (let pause = 100; ; pause = Math.min(5000, pause * 2)) {
    try {
      return await write()
    } catch (error) {
      if (performance.now() - start + pause > GIVE_UP_AFTER_MS) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}
