/** One part's word on itself; `detail` holds counts and codes only. */
export interface PartHealth {
  readonly ok: boolean
  readonly detail?: Readonly<Record<string, unknown>>
}

export interface Health {
  readonly ok: boolean
  readonly parts: Readonly<Record<string, PartHealth>>
}

/** Asks every part, side by side; a part that throws or takes longer than `withinMs` is not well. */
export async function checkHealth(
  parts: Readonly<Record<string, () => PartHealth | Promise<PartHealth>>>,
  withinMs = 2000,
): Promise<Health> {
  const entries = await Promise.all(
    Object.entries(parts).map(async ([name, ask]) => [name, await answerOf(ask, withinMs)] as const),
  )
  return { ok: entries.every(([, part]) => part.ok), parts: Object.fromEntries(entries) }
}

async function answerOf(ask: () => PartHealth | Promise<PartHealth>, withinMs: number): Promise<PartHealth> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<PartHealth>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, detail: { error: 'no answer in time' } }), withinMs)
  })
  try {
    return await Promise.race([Promise.resolve(ask()), late])
  } catch (error) {
    return { ok: false, detail: { error: error instanceof Error ? error.name : 'failed' } }
  } finally {
    clearTimeout(timer)
  }
}
