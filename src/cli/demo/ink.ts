export type Colour = 'dim' | 'bold' | 'red' | 'yellow' | 'green' | 'cyan' | 'magenta'

/** Puts a text in a colour, or leaves it as it is. */
export type Ink = (colour: Colour, text: string) => string

const codes: Readonly<Record<Colour, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  magenta: [35, 39],
  cyan: [36, 39],
}

export const plainInk: Ink = (_, text) => text

export const colourInk: Ink = (colour, text) => {
  const [on, off] = codes[colour]
  return text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`
}

/** Colours only where a person looks at a terminal that has some and NO_COLOR does not forbid it. */
export function inkFor(stream: NodeJS.WriteStream): Ink {
  return stream.isTTY && stream.hasColors() ? colourInk : plainInk
}
