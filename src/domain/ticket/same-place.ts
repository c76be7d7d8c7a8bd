import type { Category, Place } from '../category.ts'

/** What fails for a whole staircase or building at once: on which floor it was noticed tells no two of them apart. */
const ofTheWholeHouse: readonly Category[] = ['elevator', 'water', 'gas', 'heating']

/**
 * Whether two reports of one category may be about the same thing, by where they are. Where both name a unit, a floor, a room or a
 * spot it must be the same one: the lamp on floor 5 is not the one on floor 6. An outage (both say the electricity is gone) covers
 * all of its area, whichever floor it was told from. Without a building nothing is known to be the same.
 */
export function maySamePlace(category: Category, a: Place, b: Place, outage = false): boolean {
  if (a.building === null || a.building !== b.building) return false
  const wholeHouse = ofTheWholeHouse.includes(category) || (category === 'power' && outage)
  const parts = wholeHouse ? (['unit'] as const) : (['unit', 'floor', 'room', 'spot'] as const)
  return parts.every((part) => a[part] === null || b[part] === null || a[part] === b[part])
}
