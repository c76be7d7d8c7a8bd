import { type ChatRole, roles } from '../domain/community/role.ts'
import type { ChatId } from '../domain/ids.ts'
import { ladderParts, roomPart } from '../domain/policy/policy.ts'
import type { Flaw } from './community-issues.ts'
import { ambiguous, namedAlike } from './community-namesakes.ts'
import type { WrittenFile } from './community-shape.ts'

/** A chat that a row of the ladder may name: one of the file, or one bound in Telegram (`/bind`) before. */
export interface Room {
  readonly id: ChatId
  readonly role: ChatRole
  /** As the file writes it, or as the chat was called when it was bound. */
  readonly title: string | null
}

/** The file's chats first; what it says of a chat goes before what the chat was bound as. */
function roomsOf({ chats = [] }: WrittenFile, bound: readonly Room[]): readonly Room[] {
  const own = chats.map(({ id, role, title = null }): Room => ({ id, role, title }))
  return [...own, ...bound.filter(({ id }) => own.every((chat) => chat.id !== id))]
}

const roomsNamed = (rooms: readonly Room[], name: string): readonly Room[] =>
  rooms.filter(({ id, title }) => `${id}` === name || title === name)

/** A chat may be named by its title or its number; it is kept by its number. People and parts stay as they are written. */
export function addresseeOf(file: WrittenFile, bound: readonly Room[], notify: string): string {
  if (peopleNamed(file).has(notify)) return notify
  const chat = roomsNamed(roomsOf(file, bound), notify).find(({ role }) => role !== 'residents')
  return chat === undefined || chat.role === 'residents' ? notify : roomPart(chat.role, chat.id)
}

/** Parts of the ladder and roles, which go before a person's name. */
const parts: ReadonlySet<string> = new Set<string>([...ladderParts, ...roles.filter((role) => role !== 'resident')])

function peopleNamed({ people = [] }: WrittenFile): ReadonlySet<string> {
  return new Set([...parts, ...people.map(({ name }) => name)])
}

/** Rows of the ladder that name nobody, a residents' chat, or several people or chats of one name. */
export function addresseeFlaws(file: WrittenFile, bound: readonly Room[]): Flaw[] {
  const people = peopleNamed(file)
  const rooms = roomsOf(file, bound)
  return (file.ladder ?? []).flatMap(({ notify }, index): Flaw[] => {
    const namesakes = parts.has(notify) ? 0 : namedAlike(file.people ?? [], notify)
    if (namesakes > 1) return [{ path: ['ladder', index, 'notify'], ...ambiguous(notify, namesakes) }]
    if (people.has(notify)) return []
    const named = roomsNamed(rooms, notify)
    const able = named.filter(({ role }) => role !== 'residents')
    if (able.length === 1) return []
    return [{ path: ['ladder', index, 'notify'], ...whyNot(notify, named, able) }]
  })
}

function whyNot(notify: string, named: readonly Room[], able: readonly Room[]): Pick<Flaw, 'zh' | 'en'> {
  if (able.length > 1) {
    const ids = able.map(({ id }) => id).join(', ')
    return {
      zh: `有 ${able.length} 个群都叫「${notify}」:写群号(${ids})`,
      en: `${able.length} chats are called "${notify}": write the id (${ids})`,
    }
  }
  if (named.length > 0)
    return {
      zh: '超时的事不往业主群里报:写物业群或督办群',
      en: "overdue matters are not reported to a residents' group: name a staff or committee chat",
    }
  const known = ladderParts.join(', ')
  return {
    zh: `没有「${notify}」:写 ${known}、一种身份、people 里的名字,或群名、群号(chats 里写的,或已用 /bind 绑定的)`,
    en: `nobody is called "${notify}": write ${known}, a role, a name from people, or the title or id of a chat under chats or bound with /bind`,
  }
}
