import type { ButtonAction } from '../domain/post/body.ts'

/** What stands behind a button: which post (its opaque token), which action, which argument. */
export interface CallbackData {
  readonly token: string
  readonly action: ButtonAction
  readonly arg: string | null
}

/**
 * The codes as they lie in chats for months: never change or reuse one. Telegram gives a button 64 bytes, so an action
 * takes two letters and leaves the rest to the token and the argument.
 */
const codes: Readonly<Record<ButtonAction, string>> = {
  support: 'su',
  supplement: 'sp',
  'not-report': 'nr',
  ack: 'ak',
  arrive: 'ar',
  hold: 'ho',
  assign: 'as',
  resolve: 're',
  promise: 'pr',
  'assign-to': 'at',
  supervise: 'sv',
  extend: 'ex',
  'send-back': 'sb',
  recategorise: 'rc',
  clarify: 'cf',
  'hand-over': 'hv',
  'category-to': 'ct',
  'urgency-to': 'ut',
  history: 'hi',
  photos: 'ph',
  place: 'pl',
  solved: 'so',
  unsolved: 'un',
  'still-fine': 'sf',
  rate: 'ra',
  register: 'rg',
  dismiss: 'di',
  join: 'jo',
  separate: 'se',
  'delete-original': 'do',
  urge: 'ur',
  open: 'op',
  'swap-yes': 'sy',
  'swap-no': 'sn',
  'notice-publish': 'ip',
  'notice-edit': 'ie',
  'notice-drop': 'id',
  'notice-back': 'ib',
  'notice-not-yet': 'iy',
  'notice-cancel': 'ic',
  'not-this': 'it',
  'still-out': 'iw',
  'incident-join': 'ij',
  'incident-dismiss': 'im',
  'incident-split': 'is',
}

const actions: ReadonlyMap<string, ButtonAction> = new Map(
  Object.entries(codes).map(([action, code]) => [code, action as ButtonAction]),
)

const shape = /^([A-Za-z0-9_-]{16})([a-z]{2})([\x20-\x7e]{0,24})$/

/**
 * Writes a button's callback data: at most 42 bytes of ASCII. An empty argument is the same as none.
 * A token or argument that would not come back as it went in is a fault (`RangeError`).
 */
export function encode(token: string, action: ButtonAction, arg?: string | null): string {
  const data = `${token}${codes[action]}${arg ?? ''}`
  if (!shape.test(data)) throw new RangeError(`callback data out of shape for action ${action}`)
  return data
}

/** Reads callback data as Telegram hands it back; null for anything that `encode` did not write. Never throws. */
export function decode(data: unknown): CallbackData | null {
  if (typeof data !== 'string') return null
  const [, token, code, arg] = shape.exec(data) ?? []
  const action = code === undefined ? undefined : actions.get(code)
  if (token === undefined || action === undefined) return null
  return { token, action, arg: arg || null }
}
