import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { CommunityFile } from '../domain/policy/community-file.ts'
import { addresseeFlaws, type Room } from './community-addressees.ts'
import { crossCheck } from './community-checks.ts'
import { dutyOf } from './community-duty.ts'
import { type Flaw, flawsOf, type Path } from './community-issues.ts'
import { askingFlaws, ladderFlaws, policyOf } from './community-policy.ts'
import type { CommunityProblem } from './community-problem.ts'
import { communityFileShape, type WrittenFile } from './community-shape.ts'
import { clockFlaws } from './community-times.ts'
import type { IcsReading } from './ics/read-ics.ts'

export type CommunityReading =
  | { readonly ok: true; readonly value: CommunityFile }
  | {
      readonly ok: false
      readonly problems: readonly CommunityProblem[]
      /** The file so far, where the community's chats bound in Telegram may be all that is missing: read again with them. */
      readonly unsettled?: CommunityFile
    }

/**
 * Reads a community file (YAML 1.2). Every problem is reported at once, sorted by line; whatever is left out, or written
 * without a value, takes the product's default. Hours, ladder rows, buildings, chats and people are whole lists: what a
 * list does not name is not there. Nothing is thrown.
 * @param readCalendar reads the calendar file that `calendar.ics` names.
 * @param bound chats that the community has already, which the ladder may name; null: nobody has looked.
 */
export function readCommunityFile(
  text: string,
  readCalendar: ReadCalendar = noCalendars,
  bound: readonly Room[] | null = null,
): CommunityReading {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0])
      const zh = error.code === 'DUPLICATE_KEY' ? '同一个键写了两次' : `YAML 写法有误(${error.message})`
      return {
        line,
        column: col,
        path: '',
        value: '',
        message: { 'zh-CN': zh, en: `not valid YAML: ${error.message}` },
      }
    })
    return { ok: false, problems }
  }
  const content = contentOf(document)
  const refuse = (flaws: readonly Flaw[]) => {
    const problems = flaws.map((flaw) => place(flaw, document, lines, content))
    return { ok: false as const, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) }
  }
  const read = communityFileShape.safeParse(content)
  if (!read.success) return refuse(read.error.issues.flatMap((issue) => flawsOf(issue)))
  const flaws = crossCheck(read.data)
  const strangers = addresseeFlaws(read.data, bound ?? [])
  if (flaws.length > 0) return refuse([...flaws, ...strangers])
  const value = complete(read.data, bound ?? [])
  const { policy } = value
  const contradictions = [
    ...ladderFlaws(read.data, policy),
    ...askingFlaws(read.data, policy),
    ...clockFlaws(read.data, policy),
  ]
  if (contradictions.length > 0) return refuse([...strangers, ...contradictions])
  if (strangers.length > 0) return bound === null ? { ...refuse(strangers), unsettled: value } : refuse(strangers)
  const { calendar } = read.data
  const ics = calendar === undefined || calendar === 'always' ? undefined : calendar.ics
  if (ics === undefined) return { ok: true, value }
  if (ics === null) return { ok: true, value: { ...value, policy: { ...value.policy, imported: null } } }
  const found = readCalendar(ics, value.community.timezone)
  if (!found.ok)
    return refuse(found.problems.map((problem) => ({ path: ['calendar', 'ics'], zh: problem, en: problem })))
  return { ok: true, value: { ...value, policy: { ...value.policy, imported: found.days } } }
}

/** Reads a calendar file by the name a community file gives it, for a community in a zone. */
export type ReadCalendar = (name: string, timezone: string) => IcsReading

const noCalendars: ReadCalendar = () => ({ ok: false, problems: ['calendar files cannot be read here: leave ics out'] })

/** Places something that is wrong with a file which reads well, such as what the database has against it. */
export function placeFlaw(text: string, flaw: Flaw): CommunityProblem {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  return place(flaw, document, lines, contentOf(document))
}

function complete(file: WrittenFile, bound: readonly Room[]): CommunityFile {
  const { name, timezone = 'Asia/Shanghai', language = 'zh-CN', households = null } = file.community
  return {
    community: { name, timezone, language, households },
    buildings: (file.buildings ?? []).map(
      ({
        name,
        units = null,
        floors = null,
        households = null,
        handover = null,
        design_life: designLife = null,
        grid = null,
      }) => {
        return { name, units, floors, households, handover, designLife, grid }
      },
    ),
    chats: (file.chats ?? []).map(({ id, topic: threadId = null, role, title = null, buildings = [] }) => {
      return { id, threadId, role, title, buildings }
    }),
    people: (file.people ?? []).map(({ id, name, role, trades = [], title = null }) => ({
      id,
      name,
      role,
      trades,
      title,
    })),
    duty: dutyOf(file),
    policy: policyOf(file, timezone, bound),
  }
}

/** The plain value; a key without a value counts as left out. An alias that grows out of hand leaves an empty file. */
function contentOf(document: Document): unknown {
  try {
    return withoutNulls(document.toJS({ maxAliasCount: 100 }) ?? {})
  } catch {
    return {}
  }
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (part === null ? [] : [[key, withoutNulls(part)]])),
  )
}

function place(flaw: Flaw, document: Document, lines: LineCounter, content: unknown): CommunityProblem {
  const path = flaw.key === undefined ? flaw.path : [...flaw.path, flaw.key]
  const offset = offsetOf(document, flaw.path, flaw.key)
  const { line, col } = lines.linePos(offset)
  const found = valueAt(content, path)
  const value = found === undefined ? '' : clip(JSON.stringify(found))
  const is = flaw.key !== undefined ? null : value
  const zh = is === null ? flaw.zh : is === '' ? `没有写:${flaw.zh}` : `写的是 ${is}:${flaw.zh}`
  const en = is === null ? flaw.en : is === '' ? `is missing: ${flaw.en}` : `is ${is}: ${flaw.en}`
  return { line, column: col, path: path.map(String).join('.'), value, message: { 'zh-CN': zh, en } }
}

/** Where the deepest node on a path starts; the key's own place when the flaw is about a key. */
function offsetOf(document: Document, path: Path, key: string | undefined): number {
  let node: unknown = document.contents
  let offset = startOf(node, 0)
  for (const step of key === undefined ? path : [...path, key]) {
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))
      if (pair === undefined) return offset
      offset = startOf(pair.key, offset)
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
    } else {
      return offset
    }
    if (key === undefined || step !== key) offset = startOf(node, offset)
  }
  return offset
}

function startOf(node: unknown, fallback: number): number {
  return (node as Node | null | undefined)?.range?.[0] ?? fallback
}

function valueAt(content: unknown, path: Path): unknown {
  let value = content
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<PropertyKey, unknown>)[step]
  }
  return value
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
