import { expect, it } from 'vitest'
import { cleanName } from '../../src/bot/clean-text.ts'
import { personName } from '../../src/messages/mention.ts'

/** Thirty ways of being called 李经理, or of looking as if, and what is left of them. */
const names: readonly (readonly [raw: string, name: string])[] = [
  ['李\u200b经理', '李经理'],
  ['\ufeff李经理', '李经理'],
  ['李经理\u200e', '李经理'],
  ['李经理\u200f', '李经理'],
  ['李\u2060经理', '李经理'],
  ['李\u2061经\u2062理', '李经理'],
  ['李\u2063经\u2064理', '李经理'],
  ['李\u00ad经理', '李经理'],
  ['\u061c李经理', '李经理'],
  ['\u202a李经理\u202c', '李经理'],
  ['\u202b李经理\u202c', '李经理'],
  ['\u202d李经理\u202c', '李经理'],
  ['\u202e理经李\u202c', '理经李'],
  ['\u202e理经李', '理经李'],
  ['\u2066李经理\u2069', '李经理'],
  ['\u2067理经李\u2069', '理经李'],
  ['\u2068李经理\u2069', '李经理'],
  ['李经理\u2069\u2069', '李经理'],
  ['李\u0000经理', '李经理'],
  ['李\u0007经\u001b理', '李经理'],
  ['李\u0085经理', '李经理'],
  ['李\ud800经理', '李经理'],
  ['\udc00李经理', '李经理'],
  ['李\n经理', '李 经理'],
  ['李\u2028经理', '李 经理'],
  ['  李\u3000\u3000经理\t', '李 经理'],
  ['李\u00a0经理', '李 经理'],
  ['e\u0301ric', '\u00e9ric'],
  ['\u1112\u1161\u11ab', '\ud55c'],
  ['\u202e\u200b\u2066\ufeff', ''],
]

it('T10 of a name no mark stays that hides, turns round or breaks a line, and it is in one form', () => {
  expect(names).toHaveLength(30)
  for (const [raw, name] of names) {
    expect(cleanName(raw)).toBe(name)
    expect(cleanName(name)).toBe(name)
    // Shown as it came in, by whoever forgot to clean it, it deceives no more.
    const shown = personName(raw).text
    expect(shown).not.toMatch(/[\u00ad\u061c\u200b\u200e\u200f\u2028\u202a-\u202e\u2060-\u2069\ufeff\n\t]/)
    expect(shown).toBe(shown.normalize('NFC'))
    expect(shown.replaceAll('\ufffd', '').replace('—', '')).toBe(name)
  }
})
