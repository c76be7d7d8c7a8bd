import type { SKRSContext2D } from '@napi-rs/canvas'
import { drawableText, font, type Weight } from './fonts.ts'
import { palette } from './palette.ts'

export interface TextStyle {
  readonly size: number
  readonly weight?: Weight
  readonly color?: string
  readonly align?: 'left' | 'center' | 'right'
  /** Longer text shrinks to four fifths of its size, then loses letters to an ellipsis. */
  readonly maxWidth?: number
  /** Where the ellipsis stands. Names differ at their ends, so they lose their middle. */
  readonly cut?: 'end' | 'middle'
}

/** Of the letters to keep, how many are the last ones. */
function shortened(text: string, kept: number, last: number): string {
  const letters = [...drawableText(text)]
  const end = letters.slice(letters.length - last)
  return `${letters
    .slice(0, kept - last)
    .join('')
    .trimEnd()}…${end.join('').trimStart()}`
}

/** Draws the few things the pictures are made of. Coordinates in px; text sits on its baseline. */
export class Pen {
  readonly context: SKRSContext2D

  constructor(context: SKRSContext2D) {
    this.context = context
  }

  /** Returns the width drawn. */
  text(text: string, x: number, y: number, style: TextStyle): number {
    const { context } = this
    const { weight = 400, color = palette.ink, align = 'left', maxWidth = Number.POSITIVE_INFINITY } = style
    let shown = drawableText(text)
    let { size } = style
    context.font = font(weight, size)
    while (context.measureText(shown).width > maxWidth && size > style.size * 0.8) {
      size -= 1
      context.font = font(weight, size)
    }
    for (let kept = [...shown].length - 1; context.measureText(shown).width > maxWidth && kept >= 0; kept -= 1) {
      shown = shortened(text, kept, style.cut === 'middle' ? Math.min(4, kept >> 1) : 0)
    }
    context.fillStyle = color
    context.textAlign = align
    context.textBaseline = 'alphabetic'
    context.fillText(shown, x, y)
    return context.measureText(shown).width
  }

  width(text: string, size: number, weight: Weight = 400): number {
    this.context.font = font(weight, size)
    return this.context.measureText(drawableText(text)).width
  }

  box(x: number, y: number, width: number, height: number, color: string, radius = 0): void {
    if (width <= 0 || height <= 0) return
    const { context } = this
    context.fillStyle = color
    context.beginPath()
    context.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2))
    context.fill()
  }

  /** A share of a track, both with round ends; the smallest share still shows as a dot. */
  meter(x: number, y: number, width: number, height: number, share: number, color: string): void {
    this.box(x, y, width, height, palette.track, height / 2)
    if (share > 0) this.box(x, y, Math.max(height, width * Math.min(1, share)), height, color, height / 2)
  }

  /** A small triangle that points up or down, standing on the baseline. */
  arrow(x: number, y: number, size: number, up: boolean, color: string): void {
    const { context } = this
    const top = y - size
    context.fillStyle = color
    context.beginPath()
    context.moveTo(x, up ? y : top)
    context.lineTo(x + size, up ? y : top)
    context.lineTo(x + size / 2, up ? top : y)
    context.closePath()
    context.fill()
  }
}
