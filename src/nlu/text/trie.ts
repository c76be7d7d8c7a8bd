/** A tree of letters in one table: from a node and a UTF-16 unit to the next node. Node 0 is the root. */
export class Trie {
  /** node × 65,536 + unit, or -1 where the slot is free. */
  private keys = new Int32Array(1 << 10).fill(-1)
  private children = new Int32Array(1 << 10)
  private nodes = 1
  /** 1 where a word may begin: most characters begin none. */
  private readonly begins = new Uint8Array(0x10000)

  /** Adds a word's letters; gives the node it ends at. */
  add(word: string): number {
    this.begins[word.charCodeAt(0)] = 1
    let node = 0
    for (let at = 0; at < word.length; at++) node = this.grow(node, word.charCodeAt(at))
    return node
  }

  mayBegin(unit: number): boolean {
    return this.begins[unit] === 1
  }

  /** The node after `unit`, or 0 where no word goes on. */
  next(node: number, unit: number): number {
    const slot = this.slotOf(this.keys, (node << 16) | unit)
    return this.keys[slot] === -1 ? 0 : (this.children[slot] as number)
  }

  private grow(node: number, unit: number): number {
    const key = (node << 16) | unit
    const slot = this.slotOf(this.keys, key)
    if (this.keys[slot] !== -1) return this.children[slot] as number
    this.keys[slot] = key
    this.children[slot] = this.nodes
    if (this.nodes * 2 > this.keys.length) this.widen()
    return this.nodes++
  }

  private slotOf(keys: Int32Array, key: number): number {
    const mask = keys.length - 1
    let slot = (Math.imul(key, 0x9e3779b1) >>> 12) & mask
    while (keys[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  private widen(): void {
    const keys = new Int32Array(this.keys.length * 2).fill(-1)
    const children = new Int32Array(keys.length)
    for (let at = 0; at < this.keys.length; at++) {
      const key = this.keys[at] as number
      if (key === -1) continue
      const slot = this.slotOf(keys, key)
      keys[slot] = key
      children[slot] = this.children[at] as number
    }
    this.keys = keys
    this.children = children
  }
}

/** a-z, 0-9 and the apostrophe; NaN, beyond the end, is none. */
export const isWordUnit = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || unit === 39
