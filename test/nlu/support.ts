import type { Meaning } from '../../src/nlu/meaning.ts'
import { type ParseContext, parse } from '../../src/nlu/parse.ts'

/** Monday 23 November 2026, 14:00 in Shanghai. */
export const monday = Date.parse('2026-11-23T14:00:00+08:00')

export const shanghai = (local: string): number => Date.parse(`${local}+08:00`)

export const read = (text: string, context: Partial<ParseContext> = {}): Meaning =>
  parse(text, { at: monday, timezone: 'Asia/Shanghai', botUsername: 'HuyingBot', ...context })
