/** One cell of a table: words, a count, or a value with its way of being shown; null is printed as "–". */
export type Cell =
  | string
  | number
  | null
  /** 0 to 1. */
  | { readonly percent: number }
  /** Local date 'YYYY-MM-DD'. */
  | { readonly date: string }
  /** With one decimal. */
  | { readonly tenths: number }

export interface Table {
  /** At most 31 characters, none of \ / ? * [ ] : */
  readonly name: string
  readonly columns: readonly { readonly header: string; readonly width: number }[]
  readonly rows: readonly (readonly Cell[])[]
}

export const nothing = '–'

/** A share of a base, or nothing where the base is empty. */
export function share(value: number | null): Cell {
  return value === null ? null : { percent: value }
}
