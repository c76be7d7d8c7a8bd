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

/** Which characters have another simplified form: most messages hold none and need no dictionary. */
const traditional = (() => {
  const flags = new Uint8Array(0x10000)
  for (let code = 0x2e80; code < 0xa000; code++) {
    const char = String.fromCharCode(code)
    if (simplify(char) !== char) flags[code] = 1
  }
  return flags
})()

function isSimple(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (traditional[text.charCodeAt(at)] === 1) return false
  return true
}

/** Brings a message into the one spelling that the lexicons use, keeping every position. */
export function normalise(text: string): Normal {
  const original = text.slice(0, LONGEST)
  const plain = original.replace(broken, ' ').replace(full, narrow)
  if (isSimple(plain)) return { text: plain, original }
  const simple = simplify(plain)
  return { text: simple.length === plain.length ? simple : plain, original }
}
