import type { Category, Place } from '../../domain/category.ts'
import { type Evidence, has } from './evidence.ts'

const phone = /(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)1[3-9]\d[ -]\d{4}[ -]\d{4}(?!\d)/
const violence = /家暴|打老婆|打孩子|虐待|轻生|自杀|domestic|abus/
const named =
  /(?:栋|单元|号楼|室|房|户|\d{3,4}|#).{0,6}(?:业主|住户|那户|那家|这户|租户|房东)|(?:业主|车主).{0,4}(?:违法|私自|侵占|砸|长期)|\d{3,4}(?:那家|他家|家)?.{0,6}(?:麻将|养|租|搭|占|敲|砸|拆|隔)|(?:apartment|flat|unit|room) \d{3,4}\b.{0,16}\b(?:has|is|are|keeps?)\b/
/** A wish for a service names nobody. */
const service = /食堂|助餐|托管|托班|托儿|幼儿园|养老院|日间照料|canteen|day ?care|child ?care|after[- ]?school/
const nextDoor = /(?:楼上|楼下|隔壁|对门|邻居).{0,16}(?:不讲理|骂|打|威胁|报复|吵架|理论|有病)/

/** Matters that somebody is to blame for. */
const caused: ReadonlySet<Category> = new Set<Category>([
  'construction',
  'greening',
  'rental',
  'noise',
  'pets',
  'parking',
  'fire',
  'sanitation',
  'pollution',
])
const nuisances: ReadonlySet<Category> = new Set<Category>(['construction', 'rental', 'noise', 'pets'])
const own =
  /我家|我们家|咱家|我是|我住|我在|本人|报修|\bmy (?:flat|apartment|home|place|unit|room|ceiling|bedroom|door)|\bi'?m (?:in|at|from)|\bi live|\bwe (?:are|live)|\bhere\b|at night$/

/** True when a group should see no detail: people in need, quarrels with a neighbour, a named household blamed, a phone number, violence. */
export function isPrivate(evidence: Evidence, categories: readonly Category[], place: Place): boolean {
  const { text } = evidence
  if (phone.test(text) || violence.test(text) || nextDoor.test(text)) return true
  const someone = has(evidence, 'person')
  if (categories[0] === 'care' && someone && !service.test(text) && !/倒在?地|collapsed in/.test(text)) return true
  if (categories[0] === 'dispute' && has(evidence, 'neighbour')) return true
  if (categories[0] === 'security' && /一个人在家|alone/.test(text)) return true
  const kind = categories[0]
  if (kind !== undefined && caused.has(kind) && named.test(text)) return true
  // A door in such a complaint is the other side's, unless it is given as one's own.
  if (kind !== undefined && nuisances.has(kind) && place.room !== null && !own.test(text)) return true
  return categories[0] === 'pets' && /咬|bitten/.test(text) && (place.room !== null || someone)
}
