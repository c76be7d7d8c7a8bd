import type { Clock } from '../app/ports.ts'
import type { DatabaseStore } from '../db/store.ts'
import type { Community } from '../domain/community/community.ts'
import { categoryNames } from '../messages/category-names.ts'
import { classNames, urgencyNames } from '../messages/names.ts'
import { placeText } from '../messages/place.ts'
import { compileWords } from '../nlu/community-words.ts'
import { parse } from '../nlu/parse.ts'
import type { CurtainAsked, CurtainSection } from '../sandbox/page-extras.ts'
import type { Telegram } from '../sandbox/telegram.ts'
import type { ChatView, MessageView } from '../sandbox/view.ts'
import type { CurtainWords } from './curtain-words.ts'

const MOST_REASONS = 10

interface Parts {
  readonly telegram: Telegram
  readonly store: DatabaseStore
  readonly community: Community
  readonly clock: Clock
}

/** What a message means to this community, and which words made it so; null where nobody has written yet. */
export async function understandingSection(
  { telegram, store, community, clock }: Parts,
  { language, message }: CurtainAsked,
  { understanding: words, yes, nothing }: CurtainWords,
): Promise<CurtainSection | null> {
  const found = meant(telegram.chats(), message)
  if (!found) return null
  const { chat, view } = found
  const { role, buildings, policy } = await store.transaction(async (tx) => ({
    role: (await tx.chats.get(chat.id))?.role ?? ('dm' as const),
    buildings: await tx.communities.buildings(community.id),
    policy: await tx.communities.policy(community.id, community.policyVersion),
  }))
  const meaning = parse(view.text, {
    at: clock.now(),
    timezone: community.timezone,
    buildings: buildings.map(({ name }) => name),
    community: compileWords(policy.words, policy.places),
    thresholds: policy.understanding,
    replyToTicket: view.replyTo !== undefined && chat.messages.some(({ id, byBot }) => id === view.replyTo && byBot),
    audience: role,
    explain: true,
  })
  const { kind, confidence, categories, command } = meaning
  const fact = (name: string, value: string | null | undefined) => (value ? [{ name, value }] : [])
  const chance =
    kind === 'command' ? '' : ` · ${words.sure(Math.round((kind === 'chat' ? 1 - confidence : confidence) * 100))}`
  return {
    id: 'understanding',
    title: words.title,
    note: words.note(view.from?.first_name ?? ''),
    facts: [
      { name: words.message, value: view.text },
      { name: words.verdict, value: `${words.verdicts[kind]}${chance}` },
      ...fact(
        words.command,
        command && [command.name, command.ticket && `#${command.ticket}`, command.text].filter(Boolean).join(' '),
      ),
      ...fact(words.category, categories.map((one) => categoryNames[one].matter[language]).join(' · ')),
      ...fact(words.kind, meaning.class && classNames[meaning.class][language]),
      ...fact(words.urgency, meaning.urgency && urgencyNames[meaning.urgency][language]),
      ...fact(words.place, placeText(meaning.place, language)),
      ...fact(words.hidden, meaning.private ? yes : null),
      {
        name: words.why,
        value:
          meaning.why
            .slice(0, MOST_REASONS)
            .map(({ rule, words: behind }) => (behind ? `${rule}「${behind}」` : rule))
            .join('\n') || nothing,
      },
    ],
  }
}

/** The message asked about, else the newest that a person wrote in words. */
function meant(chats: readonly ChatView[], asked: CurtainAsked['message']) {
  const named = asked && chats.find(({ key }) => key === asked.chat)
  const view = named?.visible.find(({ id }) => id === asked?.id)
  if (named && view?.text) return { chat: named, view }
  const newest: { chat: ChatView; view: MessageView }[] = chats.flatMap((chat) => {
    const last = chat.visible.findLast(({ byBot, text }) => !byBot && text !== '')
    return last ? [{ chat, view: last }] : []
  })
  return newest.toSorted((a, b) => a.view.at - b.view.at).at(-1)
}
