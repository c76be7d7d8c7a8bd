export interface RefusalParameters {
  retry_after?: number
  migrate_to_chat_id?: number
}

/** An answer with `ok: false`: the code, the description worded as Telegram words it, and Telegram's parameters. */
export class Refusal extends Error {
  readonly code: number
  readonly parameters: RefusalParameters | undefined

  constructor(code: number, description: string, parameters?: RefusalParameters) {
    super(description)
    this.name = 'Refusal'
    this.code = code
    this.parameters = parameters
  }
}

/** 400; the description is given without its "Bad Request: " prefix. */
export function badRequest(what: string, parameters?: RefusalParameters): Refusal {
  return new Refusal(400, `Bad Request: ${what}`, parameters)
}

/** 403; the description is given without its "Forbidden: " prefix. */
export function forbidden(what: string): Refusal {
  return new Refusal(403, `Forbidden: ${what}`)
}

/** 409; the description is given without its "Conflict: " prefix. */
export function conflict(what: string): Refusal {
  return new Refusal(409, `Conflict: ${what}`)
}

/** 429 as Telegram words it. `seconds` is rounded up by the caller. */
export function tooMany(seconds: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
}
