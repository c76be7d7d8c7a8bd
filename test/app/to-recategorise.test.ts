import { expect, it } from 'vitest'
import { recategorise } from '../../src/app/to-recategorise.ts'
import type { Policy } from '../../src/domain/policy/policy.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { urgencyNamed } from '../../src/nlu/understand/urgency-named.ts'
import { buildTicket, policy } from '../support/build-ticket.ts'

const winter: Policy = { ...policy, seasons: { heating: ['11-15', '03-15'] } }
const trapped: Partial<Ticket> = { category: 'elevator', class: 'emergency', urgency: 'emergency', text: '电梯困人了' }
const warm: Partial<Ticket> = { category: 'heating', class: 'urgent', urgency: 'urgent', text: '暖气片有异响' }

it.each<[string, Partial<Ticket>, string, string]>([
  ['维修 普通', trapped, 'elevator repair normal', 'named'],
  ['普通', trapped, 'elevator repair normal', 'named'],
  ['门禁,一般', trapped, 'security repair normal', 'named'],
  ['噪声 不急', trapped, 'noise complaint normal', 'named'],
  ['false alarm', trapped, 'elevator repair normal', 'named'],
  ['急修', trapped, 'elevator urgent urgent', 'named'],
  ['漏水', trapped, 'leak emergency emergency', 'follows'],
  ['特急', {}, 'power emergency emergency', 'named'],
  ['供暖', {}, 'heating urgent urgent', 'follows'],
  ['供暖 普通', {}, 'heating repair normal', 'named'],
  // What only the season made pressing.
  ['漏水', warm, 'leak repair normal', 'follows'],
  ['漏水', { ...warm, text: '暖气爆管,水喷出来了' }, 'leak urgent urgent', 'follows'],
  ['漏水', { ...warm, category: 'water' }, 'leak urgent urgent', 'follows'],
])('改类 128 %s', (words, given, result, how) => {
  const read = recategorise(buildTicket(given), words, winter)
  if (!read.ok) throw new Error(read.refusal.code)
  const { category, class: kind, urgency, named } = read.value
  expect(`${category} ${kind} ${urgency}`).toBe(result)
  expect(named).toBe(how === 'named')
})

const own: Policy = {
  ...policy,
  words: [
    { say: ['快递柜'], as: 'security' },
    { say: ['没闸了'], as: 'power', urgency: 'urgent' },
    { say: ['漏水'], as: 'facility' },
  ],
}

it.each([
  ['快递柜', policy, 'facility'],
  ['快递柜', own, 'security'],
  ['快遞櫃 普通', own, 'security'],
  ['快递柜上面的灯不亮', own, 'power'],
  ['没闸了', policy, 'security'],
  ['又没闸了', own, 'power'],
  // The name of a kind is that kind.
  ['漏水', own, 'leak'],
] as const)('改类 128 %s is read with the words of the community', (words, given, category) => {
  const read = recategorise(buildTicket({ category: 'elevator' }), words, given)
  expect(read.ok ? read.value.category : 'none').toBe(category)
})

it.each([
  ['漏水', null, '漏水'],
  ['紧急出口', null, '紧急出口'],
  ['消防 紧急', 'urgent', '消防'],
  ['leak, not urgent', 'normal', 'leak'],
  ['维修、普通', 'normal', ''],
])('%s names the urgency %s', (text, urgency, rest) => {
  expect(urgencyNamed(text)).toEqual({ urgency, rest })
})
