/** The operator's input is off; the message says what is wrong and what to do, and nothing was changed. */
export class UsageError extends Error {}
