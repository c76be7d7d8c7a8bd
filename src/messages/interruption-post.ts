import { phaseOf } from '../domain/interruption/interruption.ts'
import type { Button, PostBody, Rendered } from '../domain/post/body.ts'
import type { InterruptionView } from '../domain/post/view.ts'
import type { Messages } from './catalogue.ts'
import { type Html, nothing } from './html.ts'
import type { Speech } from './speech.ts'

/** A notice of an interruption as it stands, for whoever looks at it. Empty where the notice is gone. */
export function interruptionPost(
  body: Extract<PostBody, { kind: 'interruption' }>,
  view: InterruptionView | null,
  { interruption, buttons }: Messages,
  say: Speech,
): { readonly text: Html; readonly keyboard: Rendered['keyboard'] } {
  if (!view) return { text: nothing, keyboard: [] }
  const back: Button = { label: buttons.noticeBack, action: 'notice-back' }
  switch (body.audience) {
    case 'residents':
      return { text: interruption.residents(view, say), keyboard: [] }
    case 'asked':
      return {
        text: interruption.asked(view, say),
        keyboard: [[back, { label: buttons.noticeNotYet, action: 'notice-not-yet' }]],
      }
    case 'staff':
      return {
        text: interruption.staff(view, body.unknown ?? [], say),
        keyboard: [staffButtons(view, buttons, say)].filter((row) => row.length > 0),
      }
  }
}

function staffButtons({ of }: InterruptionView, buttons: Messages['buttons'], say: Speech): readonly Button[] {
  if (of.status === 'draft')
    return [
      { label: buttons.noticePublish, action: 'notice-publish' },
      { label: buttons.noticeEdit, action: 'notice-edit' },
      { label: buttons.noticeDrop, action: 'notice-drop' },
    ]
  if (of.status !== 'published') return []
  const ahead = phaseOf(of, say.now) === 'ahead'
  return [
    ...(ahead ? [] : [{ label: buttons.noticeBack, action: 'notice-back' } as const]),
    { label: buttons.noticeChange, action: 'notice-edit' },
    { label: buttons.noticeCancel, action: 'notice-cancel' },
  ]
}
