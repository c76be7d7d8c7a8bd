import type { WeekStep } from '../../seeds/week.ts'
import { frames } from '../cli/demo/frame.ts'
import { toneOf, tones } from '../cli/demo/tone.ts'
import type { Both } from '../sandbox/page-extras.ts'
import type { Telegram } from '../sandbox/telegram.ts'
import type { MessageView } from '../sandbox/view.ts'

/** What a step shows, else who does what. */
export function captionOfStep(telegram: Telegram, { shows, who, does }: WeekStep): Both {
  if (shows) return shows
  const name = telegram.world.users.get(who)?.first_name ?? ''
  switch (does.kind) {
    case 'press':
    case 'follow':
      return { 'zh-CN': `${name} 按下「${does.button}」`, en: `${name} presses “${does.button}”` }
    case 'edit':
      return { 'zh-CN': `${name} 改了上一条`, en: `${name} corrects the last message` }
    default:
      return { 'zh-CN': `${name} 说话`, en: `${name} writes` }
  }
}

interface NewsCaption {
  readonly caption: Both
  /** The chat of the message that the caption is about. */
  chat(news: readonly { readonly chat: string; readonly message: MessageView }[]): string | null
}

/** What it means that time alone brought these messages about; null where none of them stands out. */
export function captionOfNews(messages: readonly MessageView[]): NewsCaption | null {
  const kindOf = ({ text }: MessageView) => toneOf(text.split('\n')[0] ?? '')?.kind
  const kinds = messages.map(kindOf)
  const highest = tones.findLast(({ kind }) => kinds.includes(kind))
  if (!highest) return null
  const { kind } = highest
  return {
    caption: { 'zh-CN': frames['zh-CN'].onTime[kind], en: frames.en.onTime[kind] },
    chat: (news) => news.findLast(({ message }) => kindOf(message) === kind)?.chat ?? null,
  }
}
