import { Converter } from 'opencc-js/t2cn'

/** Telegram's own limit on a message; what lies beyond is not read. */
export const LONGEST = 4096

const simplify = Converter({ from: 't', to: 'cn' })
const full = /[\uFF01-\uFF5E\u3000\u00A0\u2000-\u200B\u2060\uFEFF]/g
// NUL and other controls, and halves of surrogate pairs.
const broken = /[\p{Cc}\p{Cs}]/gu

export interface Normal {
  /** Simplified, half-width, one blank for each control or odd space; position for position the same as `original`. */
  readonly text: string
  readonly original: string
}

const narrow = (char: string): string => {
  const code = char.charCodeAt(0)
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : ' '
}

/** Brings a message into the one spelling that the lexicons use, keeping every position. */
export function normalise(text: string): Normal {
  const original = text.slice(0, LONGEST)
  const plain = original.replace(broken, ' ').replace(full, narrow)
  const simple = simplify(plain)
  return { text: simple.length === plain.length ? simple : plain, original }
}
