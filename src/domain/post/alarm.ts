/** What the owners are told about the machine itself. Nothing was lost by any of these, or it says what was. */
export type AlarmKind =
  /** Redis may drop jobs under pressure. */
  | 'queue-may-forget'
  /** A job failed too often, or the processes at work on it died: its row was left to the sweep. */
  | 'job-given-up'
  /** Something fell due, or came in, and was not done. */
  | 'undecided'
  /** Messages that do not go out. */
  | 'undelivered'
  /** An escalation that nobody has heard. */
  | 'unheard'
