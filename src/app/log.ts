/**
 * Where things are reported; pino's shape. `facts` holds ids, codes and counts only: never a text, a name, a phone number
 * or a secret.
 */
export interface Log {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}
