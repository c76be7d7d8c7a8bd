import { type Category, categories } from '../domain/category.ts'
import { type ChatRole, chatRoles, type Role, roles } from '../domain/community/role.ts'

/** Words that set up an installation; understood from owners and admins only, so kept apart from residents' language. */
export type SetupCommand =
  | { readonly name: 'claim'; readonly code: string }
  | { readonly name: 'start'; readonly payload: string | null }
  | { readonly name: 'community'; readonly title: string }
  | { readonly name: 'bind'; readonly argument: string; readonly role: ChatRole | null }
  | {
      readonly name: 'appoint'
      readonly role: Role | null
      readonly person: string | null
      readonly trades: readonly Category[]
    }
  | { readonly name: 'dismiss'; readonly role: Role | null }
  | { readonly name: 'people' }
  | { readonly name: 'chatid' }
  | { readonly name: 'language'; readonly language: 'zh-CN' | 'en' | null }

const verbs: Readonly<Record<string, SetupCommand['name']>> = {
  claim: 'claim',
  认领: 'claim',
  start: 'start',
  community: 'community',
  建小区: 'community',
  bind: 'bind',
  绑定: 'bind',
  appoint: 'appoint',
  任命: 'appoint',
  dismiss: 'dismiss',
  撤任: 'dismiss',
  免去: 'dismiss',
  people: 'people',
  人员: 'people',
  chatid: 'chatid',
  language: 'language',
  语言: 'language',
}

const roleWords: Readonly<Record<string, Role>> = {
  ...Object.fromEntries(roles.map((role) => [role, role])),
  物业: 'staff',
  员工: 'staff',
  维修: 'staff',
  经理: 'manager',
  主管: 'manager',
  网格员: 'grid',
  网格: 'grid',
  居委: 'committee',
  居委会: 'committee',
  党委: 'committee',
  书记: 'committee',
  业委会: 'owners',
  志愿者: 'volunteer',
  管理员: 'admin',
}

const chatRoleWords: Readonly<Record<string, ChatRole>> = {
  ...Object.fromEntries(chatRoles.map((role) => [role, role])),
  居民: 'residents',
  业主: 'residents',
  业主群: 'residents',
  物业: 'staff',
  物业群: 'staff',
  工单群: 'staff',
  党委: 'committee',
  居委: 'committee',
  督办群: 'committee',
  党委群: 'committee',
}

const tradeWords: Readonly<Record<string, Category>> = {
  ...Object.fromEntries(categories.map((category) => [category, category])),
  电梯: 'elevator',
  水: 'water',
  供水: 'water',
  水电: 'power',
  漏水: 'leak',
  防水: 'leak',
  电工: 'power',
  电: 'power',
  照明: 'power',
  燃气: 'gas',
  供暖: 'heating',
  消防: 'fire',
  门禁: 'security',
  保安: 'security',
  保洁: 'sanitation',
  卫生: 'sanitation',
  停车: 'parking',
  绿化: 'greening',
  公共设施: 'facility',
}

/**
 * Reads a line that starts with a set-up word; null for everything else. A slash or a bare word, one space between
 * parts: `/bind staff`, `绑定 ABCD-1234`, `任命 物业 王师傅 电梯,电工`. A line for another bot (`/bind@Other`) is not ours.
 */
export function setupCommand(text: string | null, bot: string): SetupCommand | null {
  const [head = '', ...rest] = (text ?? '').trim().slice(0, 200).split(/\s+/u)
  const [verb = '', addressee] = head.replace(/^\//, '').split('@')
  if (addressee !== undefined && addressee.toLowerCase() !== bot.toLowerCase()) return null
  const name = Object.hasOwn(verbs, verb.toLowerCase()) ? verbs[verb.toLowerCase()] : undefined
  if (!name) return null
  const latin = /^[a-z]+$/i.test(verb)
  // "start" or "people" in the middle of English chat is no command: Latin words need their slash.
  if (latin && !head.startsWith('/')) return null
  return build(name, rest)
}

function build(name: SetupCommand['name'], rest: readonly string[]): SetupCommand | null {
  const first = rest[0] ?? null
  switch (name) {
    case 'claim':
      return first ? { name, code: first } : null
    case 'start':
      return { name, payload: first }
    case 'community':
      return rest.length > 0 ? { name, title: rest.join(' ') } : null
    case 'bind':
      return first ? { name, argument: first, role: word(chatRoleWords, first) } : null
    case 'appoint':
      return {
        name,
        role: first ? word(roleWords, first) : null,
        person: rest[1] ?? null,
        trades: rest
          .slice(2)
          .flatMap((part) => part.split(/[,，、]/))
          .flatMap((part) => word(tradeWords, part) ?? []),
      }
    case 'dismiss':
      return { name, role: first ? word(roleWords, first) : null }
    case 'language':
      return {
        name,
        language: first === null ? null : /^(en|英)/i.test(first) ? 'en' : /^(zh|中)/i.test(first) ? 'zh-CN' : null,
      }
    default:
      return { name }
  }
}

function word<T>(table: Readonly<Record<string, T>>, key: string): T | null {
  return Object.hasOwn(table, key.toLowerCase()) ? (table[key.toLowerCase()] ?? null) : null
}
