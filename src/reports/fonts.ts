import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'

export type Weight = 400 | 700

const { resolve } = createRequire(import.meta.url)

/** Families of one weight, in the order they are tried for a glyph. */
const stacks: Record<Weight, string[]> = { 400: [], 700: [] }

/** Characters already seen: true when some font of the stack draws them. */
const drawable = new Map<string, boolean>()

/** The canvas font of a size in px. Registers the two everyday fonts of a weight on first use. */
export function font(weight: Weight, size: number): string {
  if (stacks[weight].length === 0) for (const subset of ['latin', 'chinese-simplified']) register(subset, weight)
  return `${size}px ${stacks[weight].join(', ')}`
}

/**
 * The text with nothing in it that would be drawn as an empty box. Rare characters bring in the font slice that has
 * them; what no slice has (most emoji) is left out.
 */
export function drawableText(text: string): string {
  // The middle dot of a Chinese font is a whole square wide: it brings its own space.
  return [...text.replaceAll(' · ', '·')].filter(isDrawable).join('').replace(/ {2,}/g, ' ').trim()
}

const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u{200D}|\u{FE0F}/u

function isDrawable(character: string): boolean {
  if (character === ' ') return true
  // The canvas would fetch emoji from the system's own font, if there is one: leave them out everywhere.
  if (emoji.test(character)) return false
  const known = drawable.get(character)
  if (known !== undefined) return known
  let found = leavesInk(character)
  const slice = found ? null : sliceOf(character.codePointAt(0) ?? 0)
  if (slice !== null) {
    for (const weight of [400, 700] as const) register(slice, weight)
    found = leavesInk(character)
  }
  drawable.set(character, found)
  return found
}

function register(subset: string, weight: Weight): void {
  const family = `noto-sc-${subset}-${weight}`
  if (stacks[weight].includes(family)) return
  const file = resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-${subset}-${weight}-normal.woff2`)
  // The system may have fonts of its own: an alias that nobody else has keeps the picture the same everywhere.
  if (GlobalFonts.registerFromPath(file, family) === null) throw new Error(`font file not readable: ${file}`)
  stacks[weight].push(family)
}

const cell = 32

/** A character that comes out blank, or like one that no font has, is missing. */
function leavesInk(character: string): boolean {
  const drawn = inkOf(character)
  return drawn !== blank() && drawn !== inkOf('\u{10FFFD}')
}

function blank(): string {
  return inkOf(' ')
}

function inkOf(character: string): string {
  const context = createCanvas(cell, cell).getContext('2d')
  context.font = font(400, 24)
  context.fillText(character, 2, 25)
  return Buffer.from(context.getImageData(0, 0, cell, cell).data.buffer).toString('latin1')
}

/** The numbered font slice that has a code point, by the package's own table; null if none has. */
function sliceOf(codePoint: number): string | null {
  ranges ??= readRanges()
  const range = ranges.find(({ from, to }) => from <= codePoint && codePoint <= to)
  return range?.slice ?? null
}

interface Range {
  readonly slice: string
  readonly from: number
  readonly to: number
}

let ranges: readonly Range[] | undefined

function readRanges(): readonly Range[] {
  const table = JSON.parse(readFileSync(resolve('@fontsource/noto-sans-sc/unicode.json'), 'utf8')) as Record<
    string,
    string
  >
  return Object.entries(table).flatMap(([name, list]) =>
    list.split(',').map((range) => {
      const [from = '', to = from] = range.replace('U+', '').split('-')
      return { slice: name.replace(/[[\]]/g, ''), from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) }
    }),
  )
}
