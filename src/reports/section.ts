import { palette, sheet } from './palette.ts'
import type { Pen } from './pen.ts'

/** Where something is drawn: `right` is given as a width from `left`. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly width: number
}

/** A part of the sheet: it knows its height before anything is drawn. */
export interface Section {
  readonly height: number
  /** `height` may be more than its own, to stand level with a neighbour. */
  readonly draw: (pen: Pen, frame: Frame, height: number) => void
}

const titleHeight = 50

/** The frame across the whole sheet. */
export function wholeWidth(top: number): Frame {
  return { left: sheet.margin, top, width: sheet.width - sheet.margin * 2 }
}

/** A white card with an optional title; `draw` gets the frame inside. */
export function card(title: string | null, contentHeight: number, draw: (pen: Pen, inside: Frame) => void): Section {
  const head = title === null ? 0 : titleHeight
  return {
    height: contentHeight + head + sheet.padding * 2,
    draw: (pen, { left, top, width }, height) => {
      pen.box(left, top, width, height, palette.card, sheet.radius)
      const inside = { left: left + sheet.padding, top: top + sheet.padding + head, width: width - sheet.padding * 2 }
      if (title !== null) {
        pen.text(title, inside.left, top + sheet.padding + 26, { size: 30, weight: 700, maxWidth: inside.width })
      }
      draw(pen, inside)
    },
  }
}

/** Two sections side by side, level; one alone gets the whole width. */
export function pair(first: Section | null, second: Section | null): Section | null {
  if (first === null || second === null) return first ?? second
  return {
    height: Math.max(first.height, second.height),
    draw: (pen, { left, top, width }, height) => {
      const half = (width - sheet.gap) / 2
      first.draw(pen, { left, top, width: half }, height)
      second.draw(pen, { left: left + half + sheet.gap, top, width: half }, height)
    },
  }
}

/** Equal columns across a frame. */
export function columns(frame: Frame, count: number, gap = 28): Frame[] {
  const width = (frame.width - gap * (count - 1)) / count
  return Array.from({ length: count }, (_, index) => ({
    left: frame.left + index * (width + gap),
    top: frame.top,
    width,
  }))
}
