import { Converter } from 'opencc-js/t2cn'
import { cutAtGrapheme } from '../../domain/cut-at-grapheme.ts'

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

/** Whether a character has another simplified form, asked once each: 1 it has none, 2 it has. Most messages need no dictionary. */
const asked = new Uint8Array(0x10000)

function isSimpleUnit(unit: number): boolean {
  if (unit < 0x2e80 || unit >= 0xa000) return true
  if (asked[unit] === 0) {
    const char = String.fromCharCode(unit)
    asked[unit] = simplify(char) === char ? 1 : 2
  }
  return asked[unit] === 1
}

function isSimple(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isSimpleUnit(text.charCodeAt(at))) return false
  return true
}

/** Brings a message into the one spelling that the lexicons use, keeping every position. */
export function normalise(text: string): Normal {
  const original = cutAtGrapheme(text, LONGEST)
  const plain = original.replace(broken, ' ').replace(full, narrow)
  if (isSimple(plain)) return { text: plain, original }
  const simple = simplify(plain)
  return { text: simple.length === plain.length ? simple : plain, original }
}
