import { categories, type Urgency } from '../domain/category.ts'
import type { Language } from '../domain/ids.ts'
import { type Button, type PostBody, type Rendered, urgencies } from '../domain/post/body.ts'
import type { Messages } from './catalogue.ts'
import { categoryNames } from './category-names.ts'
import { cleanText, clip } from './clean-text.ts'
import { type Html, quoted, words } from './html.ts'

/** A question as written: its words, its buttons, and the hint of its answer field. */
export interface Asked {
  readonly text: Html
  readonly keyboard: Rendered['keyboard']
  readonly forceReply: string | null
}

/** Asked before something is registered. */
export function questionPost(body: Extract<PostBody, { kind: 'question' }>, { asking, buttons }: Messages): Asked {
  const about = quoted(body.about, 200)
  if (body.question === 'maybe' || body.number === null) {
    return said(asking.maybe(about), [
      [
        { label: buttons.register, action: 'register' },
        { label: buttons.dismiss, action: 'dismiss' },
      ],
    ])
  }
  return said(asking.same(body.number, about, body.own), [
    [
      { label: buttons.join(body.number, body.own), action: 'join' },
      { label: buttons.separate, action: 'separate' },
    ],
  ])
}

/** Longest label of a choice, and Telegram's limit on the hint of an answer field. */
const choiceLimit = 24
const hintLimit = 64

/** Asks for the missing part of a command; its answer is a reply, or a press where there are choices. */
export function promptPost(
  body: Extract<PostBody, { kind: 'prompt' }>,
  about: { readonly number: number; readonly urgency: Urgency } | null,
  { asking }: Messages,
  language: Language,
): Asked {
  const before = about === null ? '' : `#${about.number} `
  if (body.action === 'recategorise') {
    const others = about === null ? [] : urgencies.filter((one) => one !== about.urgency)
    const row = others.map((one): Button => ({ label: asking.chooseUrgency[one], action: 'urgency-to', arg: one }))
    return said(words(before + asking.chooseCategory), [...categoryRows(language), ...(row.length > 0 ? [row] : [])])
  }
  if (body.choices.length > 0) {
    const choices: readonly Button[] = body.choices.map(({ label, arg }) => ({
      label: clip(cleanText(label), choiceLimit) || '—',
      action: 'assign-to',
      arg,
    }))
    const keyboard = choices.flatMap((_, index) => (index % 2 === 0 ? [choices.slice(index, index + 2)] : []))
    const text = body.action === 'assign' ? asking.chooseAssignee : asking.prompts[body.action].text
    return said(words(before + text), keyboard)
  }
  const { text, hint } = asking.prompts[body.action]
  return { text: words(before + text), keyboard: [], forceReply: clip(hint, hintLimit) }
}

const categoriesPerRow = 3

/** Every kind of matter as a button, a few to a row. */
function categoryRows(language: Language): Rendered['keyboard'] {
  const choices = categories.map(
    (category): Button => ({ label: categoryNames[category].name[language], action: 'category-to', arg: category }),
  )
  return choices.flatMap((_, at) => (at % categoriesPerRow === 0 ? [choices.slice(at, at + categoriesPerRow)] : []))
}

export function said(text: Html, keyboard: Rendered['keyboard'] = []): Asked {
  return { text, keyboard, forceReply: null }
}
