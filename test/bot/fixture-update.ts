import { readdirSync, readFileSync } from 'node:fs'
import type { WireUpdate } from '../../src/bot/wire-message.ts'

const folder = new URL('../fixtures/updates/', import.meta.url)

/** A captured update by its trap's name; see the `trap` line in the file. */
export function fixtureUpdate(name: string): WireUpdate {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')).update
}

/** The names of all captured updates. */
export function fixtureNames(): readonly string[] {
  return readdirSync(folder).map((file) => file.replace(/\.json$/, ''))
}
