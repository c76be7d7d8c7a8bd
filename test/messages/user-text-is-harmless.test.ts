import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { categories, ticketClasses } from '../../src/domain/category.ts'
import type { PostBody, Rendered } from '../../src/domain/post/body.ts'
import { type Ticket, ticketStatuses } from '../../src/domain/ticket/ticket.ts'
import { withoutPrivateDetail } from '../../src/domain/without-private-detail.ts'
import { cleanText, clip, neutralise } from '../../src/messages/clean-text.ts'
import { quoted } from '../../src/messages/html.ts'
import { render } from '../../src/messages/render.ts'
import { noticeText, refusalToast } from '../../src/messages/toast.ts'
import { parseHtml } from '../../src/sandbox/html.ts'
import { notices, refusals } from './samples.ts'
import { at, clock, contextOf, recorded, visible, zone } from './story.ts'

const seed = { seed: 20_261_119, numRuns: 150 }
const rude = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 600 }),
  fc.constantFrom(
    '<b>x</b>',
    '</a><script>',
    '&lt;',
    '"><a href="tg://user?id=1">',
    '\u0000\uD800',
    '@admin'.repeat(900),
    '👨‍👩‍👧‍👦'.repeat(1500),
    'a\u0301'.repeat(6000),
    '\u202Eevil\u202C',
    '长'.repeat(100_000),
    '',
  ),
)
const posts: readonly PostBody[] = [
  { kind: 'card', audience: 'residents' },
  { kind: 'card', audience: 'staff' },
  { kind: 'card', audience: 'committee' },
  { kind: 'card', audience: 'reporter' },
  { kind: 'callback', cycle: 1 },
]

function ticketOf(words: string, status: Ticket['status']): Partial<Ticket> {
  const person = { id: 9, name: words }
  return {
    status,
    text: words,
    reporterName: words,
    assignee: person,
    place: { building: words, unit: words, floor: words, room: words, spot: words },
    acknowledged: { at: at('14:03'), by: person },
    hold: { party: words, until: at('18:00'), since: at('14:00'), reason: words },
    supervision: { supervisor: words, by: person, due: at('18:00'), at: at('14:00') },
    resolution: { text: words, by: person, at: at('15:00') },
    endReason: words,
    lastNote: { text: words, by: words },
    mergedInto: 3,
    reopens: 1,
    urges: 2,
    supporters: 3,
    photos: 4,
    needsPlace: true,
  }
}

/** Telegram must read it: only our own links, everything else escaped, buttons within their limits. */
function check({ html, keyboard, forceReply }: Rendered): void {
  const bare = html.replace(/<a href="tg:\/\/user\?id=\d+">|<\/a>/g, '')
  expect(bare).not.toMatch(/[<>]/)
  expect(bare).not.toMatch(/&(?!lt;|gt;|quot;|amp;)/)
  // As Telegram reads it: no tag but ours, and what is left to see is what was escaped.
  const { text, entities } = parseHtml(html)
  expect(entities.filter(({ type }) => !['text_link', 'text_mention'].includes(type))).toEqual([])
  expect(text.replaceAll('\u2060', '').trim()).toBe(visible(html).trim())
  expect(visible(html).length).toBeLessThanOrEqual(4096)
  expect(html.replace(/<[^>]*>/g, '').length).toBeLessThanOrEqual(4096 * 6)
  expect(html.isWellFormed()).toBe(true)
  expect(html).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
  expect(html).not.toContain('\0')
  expect(html).not.toMatch(/@[a-z]/i)
  if (forceReply !== null) expect(forceReply.length).toBeLessThanOrEqual(64)
  for (const button of keyboard.flat()) {
    expect(button.label.length).toBeGreaterThan(0)
    expect(button.label.length).toBeLessThanOrEqual(24)
    if ('action' in button && button.arg !== undefined) expect(button.arg).toMatch(/^[\x20-\x7e]{1,24}$/)
    if ('url' in button) expect(button.url).toMatch(/^https:\/\/t\.me\/\w+\?start=[\w%-]+$/)
  }
}

describe('whatever people write', () => {
  test('T08 every card of every status stays well formed, within nine lines and 4096 units', () => {
    fc.assert(
      fc.property(
        rude,
        fc.constantFrom(...ticketStatuses),
        fc.constantFrom(...categories),
        fc.constantFrom(...ticketClasses),
        fc.boolean(),
        (words, status, category, kind, isPrivate) => {
          const urgency = kind === 'emergency' ? 'emergency' : 'normal'
          const ticket = { ...ticketOf(words, status), category, class: kind, urgency, private: isPrivate } as const
          const history = [
            recorded({ type: 'held', party: words, until: at('18:00'), reason: words }, at('14:10')),
            recorded({ type: 'noted', text: words, by: words }, at('14:20')),
          ]
          const view = {
            grid: words,
            history,
            managers: [{ id: 0, name: words }],
            clocks: [clock('resolve', at('14:00'))],
          }
          const context = { buildings: Array.from({ length: 40 }, () => words), deepLink: 'd_1', canDelete: true }
          for (const language of ['zh-CN', 'en'] as const) {
            for (const post of posts) {
              const rendered = render(post, contextOf({ ticket, view, context }, language))
              check(rendered)
              expect(rendered.html.split('\n').length).toBeLessThanOrEqual(9)
              expect(rendered.html).not.toBe('')
            }
          }
        },
      ),
      seed,
    )
  })

  test('T08 questions, prompts and notices too', () => {
    fc.assert(
      fc.property(rude, (words) => {
        const person = { id: 5, name: words }
        const ticket = {
          ...notices.mine.tickets[0],
          number: 1,
          category: 'other',
          status: 'open',
          private: false,
          place: { building: words, unit: words, floor: words, room: words, spot: words },
        } as const
        const bodies: PostBody[] = [
          { kind: 'question', question: 'same', about: words, number: 12, own: false },
          { kind: 'prompt', action: 'assign', choices: [{ label: words, arg: '1' }] },
          { kind: 'notice', notice: { ...notices.overdue, ticket, managers: [person, person], assignee: person } },
          { kind: 'notice', notice: { ...notices.reopened, ticket, reason: words } },
          { kind: 'notice', notice: { ...notices.progress, ticket, assignee: words, lastNote: words } },
          { kind: 'notice', notice: { ...notices.mine, tickets: Array.from({ length: 200 }, () => ticket) } },
          {
            kind: 'notice',
            notice: {
              ...notices.people,
              people: Array.from({ length: 200 }, () => ({ name: words, role: 'staff' as const, trades: [words] })),
            },
          },
          { kind: 'notice', notice: { ...notices['did-you-mean'], line: words } },
          { kind: 'notice', notice: { ...notices.secretary, ticket, named: [person, person, person] } },
        ]
        for (const language of ['zh-CN', 'en'] as const) {
          for (const body of bodies) check(render(body, contextOf({}, language)))
          const refusal = { ...refusals['ambiguous-person'], name: words, candidates: [words, words, words, words] }
          expect(refusalToast(refusal, person, language, zone, at('14:00')).length).toBeLessThanOrEqual(200)
        }
      }),
      seed,
    )
  })

  test('T08 what is shown is what was written, less what hides', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (words) => {
        expect(visible(quoted(words, 4000).markup)).toBe(cleanText(words))
        expect(visible(noticeText({ key: 'did-you-mean', line: `x${words}` }, 'en', zone, 0).markup)).toContain(
          clip(cleanText(`x${words}`), 120),
        )
      }),
      seed,
    )
  })
})

describe('words that would reach out', () => {
  test('mentions, commands and links are broken apart', () => {
    expect(neutralise('@admin 看 /ban https://evil.com 或 evil.com')).toBe(
      '@\u2060admin 看 /\u2060ban https:\u2060//evil.\u2060com 或 evil.\u2060com',
    )
    expect(neutralise('11/28 3.5元 A/B </b>')).toBe('11/28 3.5元 A/B </b>')
  })
  test('hiding and reversing characters go, emoji families stay', () => {
    expect(cleanText(' a\u202Eb\u200B\u0000c\n\nd\u200De ')).toBe('abc de')
    expect(cleanText('👨‍👩‍👧')).toBe('👨‍👩‍👧')
    expect(cleanText('x\uD800y')).toBe('x\uFFFDy')
  })
  test('cut on a grapheme, never inside one', () => {
    expect(clip('👨‍👩‍👧👨‍👩‍👧', 12)).toBe('👨‍👩‍👧…')
    expect(clip('👨‍👩‍👧', 4)).toBe('…')
    expect(clip('四个汉字', 4)).toBe('四个汉字')
  })
  test('rooms and telephones are blanked, dates and amounts are not', () => {
    expect(withoutPrivateDetail('5号楼502室 电话138 0013 8000,3-2-1102')).toBe(
      '5号楼*** 电话***,***'.replace('号楼***', '号楼***室'),
    )
    expect(withoutPrivateDetail('等到 2026-11-20,共 1200 元,18 层')).toBe('等到 2026-11-20,共 1200 元,18 层')
    expect(withoutPrivateDetail('等502张女士开门13812345678')).toBe('等***张女士开门***')
    expect(withoutPrivateDetail('1102的老人,301家,402欧阳强')).toBe('***的老人,***家,***欧阳强')
    const counts = '300万元,200米,12号3单元,500左右,2026年,10:30李工,300元'
    expect(withoutPrivateDetail(counts)).toBe(counts)
    expect(withoutPrivateDetail('Room 502, flat 12a')).toBe('Room ***, flat ***')
  })
})
