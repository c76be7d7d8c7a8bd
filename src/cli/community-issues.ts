import type { z } from 'zod'
import { fixOf } from './community-leaf.ts'
import { nearestKey } from './nearest-key.ts'

export type Path = readonly PropertyKey[]

/** One thing wrong, before it is placed in the text. `key` names an unknown or missing key below the path. */
export interface Flaw {
  readonly path: Path
  /** The flaw is about a key, not the value at the path. */
  readonly key?: string
  readonly zh: string
  readonly en: string
}

/** Says what zod found in the words of the file's author. */
export function flawsOf(issue: z.core.$ZodIssue, above: Path = []): Flaw[] {
  const path = [...above, ...issue.path]
  const fix = fixOf(issue)
  if (fix !== null) return [{ path, zh: fix['zh-CN'], en: fix.en }]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(path, key))
    case 'invalid_key':
      return issue.issues
        .flatMap((inner) => flawsOf(inner, path.slice(0, -1)))
        .map((flaw) => ({ ...flaw, key: String(issue.path.at(-1)) }))
    case 'invalid_union':
      return flawsOfUnion(issue, path)
    case 'too_small':
    case 'too_big':
      return [
        {
          path,
          ...(path.includes('seasons')
            ? {
                zh: '要正好写两个日子,如 ["11-15", "03-15"]',
                en: 'must be exactly two days, such as ["11-15", "03-15"]',
              }
            : {
                zh: '要正好写两个时间,如 ["08:30", "12:00"]',
                en: 'must be exactly two times, such as ["08:30", "12:00"]',
              }),
        },
      ]
    case 'invalid_type':
      return [{ path, ...shapeWords(issue.expected) }]
    default:
      return [{ path, zh: '写法不对', en: issue.message }]
  }
}

/** Every union here is words or a structure: the words come first, and what is wrong inside the structure says more. */
function flawsOfUnion(issue: Extract<z.core.$ZodIssue, { code: 'invalid_union' }>, path: Path): Flaw[] {
  const branches = issue.errors.map((branch) => branch.flatMap((found) => flawsOf(found, path)))
  const isInside = (flaw: Flaw): boolean => flaw.path.length > path.length || flaw.key !== undefined
  const inner = branches.find((flaws) => flaws.some(isInside)) ?? branches.at(-1) ?? []
  const words = issue.errors.flatMap((branch) =>
    branch.flatMap((found) => (found.code === 'invalid_value' ? found.values.map(String) : [])),
  )
  const list = words.join(', ')
  return inner.map((flaw) =>
    isInside(flaw) || list === '' ? flaw : { ...flaw, zh: `${flaw.zh};也可以写 ${list}`, en: `${flaw.en}, or ${list}` },
  )
}

function unknownKey(path: Path, key: string): Flaw {
  const guess = nearestKey(path, key)
  return {
    path,
    key,
    zh: guess === null ? `没有「${key}」这一项,请删掉` : `没有「${key}」这一项,是不是「${guess}」?`,
    en: guess === null ? `there is no key "${key}": remove it` : `there is no key "${key}": did you mean "${guess}"?`,
  }
}

function shapeWords(expected: string): { zh: string; en: string } {
  if (expected === 'array' || expected === 'tuple') return { zh: '要写成列表 [ … ]', en: 'must be a list [ … ]' }
  return { zh: '要写成「键: 值」', en: 'must be written as "key: value"' }
}
