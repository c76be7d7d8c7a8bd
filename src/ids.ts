import { createHash, randomBytes, randomInt } from 'node:crypto'
import type { Ids } from './app/ports.ts'

/** Without 0 O 1 I L: codes are read aloud and typed by hand. */
const readable = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** Unguessable identifiers from the system's random source: tokens of 96 bits, codes of 39 bits that live for an hour. */
export const randomIds: Ids = {
  token: () => randomBytes(12).toString('base64url'),
  code() {
    const letters = Array.from({ length: 8 }, () => readable[randomInt(readable.length)]).join('')
    return `${letters.slice(0, 4)}-${letters.slice(4)}`
  },
  hash: (secret) => createHash('sha256').update(secret).digest('hex'),
}
