import type { Log } from '../../src/app/log.ts'

export interface Line {
  readonly level: 'info' | 'warn' | 'error'
  readonly facts: object
  readonly message: string
}

/** A log that keeps its lines for the test to read. */
export function silentLog(): Log & { readonly lines: readonly Line[] } {
  const lines: Line[] = []
  const at = (level: Line['level']) => (facts: object, message: string) => {
    lines.push({ level, facts, message })
  }
  return { lines, info: at('info'), warn: at('warn'), error: at('error') }
}
