import { isRecord, list, type Params, record, text } from '../params.ts'
import { badRequest } from '../refusal.ts'
import { roomSeen } from '../rooms.ts'
import type { Bot, World } from '../world.ts'
import type { MethodCall } from './method.ts'

const TEXT_OF_PROFILE = {
  setMyName: 'name',
  setMyDescription: 'description',
  setMyShortDescription: 'short_description',
}

export function getMe({ bot }: MethodCall): unknown {
  return {
    ...bot.user,
    can_join_groups: true,
    can_read_all_group_messages: bot.readsAll,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  }
}

export function setMyCommands({ world, bot, params }: MethodCall): true {
  const key = commandKey(world, bot, params)
  const commands = list(params, 'commands') ?? []
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  for (const command of commands) {
    if (!isRecord(command)) throw badRequest("can't parse BotCommand: expected an Object")
    const { command: name, description } = command
    if (typeof name !== 'string' || !/^[a-z0-9_]{1,32}$/.test(name.replace(/^\//, ''))) {
      throw badRequest('BOT_COMMAND_INVALID')
    }
    if (typeof description !== 'string' || description.length < 1 || description.length > 256) {
      throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
    }
  }
  bot.commands.set(key, commands)
  return true
}

export function getMyCommands({ world, bot, params }: MethodCall): unknown[] {
  return bot.commands.get(commandKey(world, bot, params)) ?? []
}

export function deleteMyCommands({ world, bot, params }: MethodCall): true {
  bot.commands.delete(commandKey(world, bot, params))
  return true
}

const SCOPES = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']
const SCOPES_OF_CHATS = ['chat', 'chat_administrators', 'chat_member']

/** One menu per scope and language; a scope of a chat that the bot does not know is refused. */
function commandKey(world: World, bot: Bot, params: Params): string {
  const wrong = "can't parse BotCommandScope: "
  const scope = record(params, 'scope') ?? { type: 'default' }
  const language = text(params, 'language_code') ?? ''
  const type = String(scope.type)
  if (SCOPES.includes(type)) return `${type}///${language}`
  if (!SCOPES_OF_CHATS.includes(type)) throw badRequest(`${wrong}unsupported type specified`)
  const chatId = scope.chat_id ?? ''
  if (chatId === '') throw badRequest(`${wrong}Empty chat_id specified`)
  const userId = type === 'chat_member' ? Number(scope.user_id) : 0
  if (type === 'chat_member' && !(userId > 0)) throw badRequest(`${wrong}Invalid user_id specified`)
  const { key } = roomSeen(world, bot, chatId, 'members')
  return `${type}/${key}/${userId || ''}/${language}`
}

/** setMyName and its like: the text is kept per language. */
export function setProfileText(method: keyof typeof TEXT_OF_PROFILE): (call: MethodCall) => true {
  return ({ bot, params }) => {
    const field = TEXT_OF_PROFILE[method]
    bot.profile.set(`${field}/${text(params, 'language_code') ?? ''}`, text(params, field) ?? '')
    return true
  }
}

export function getProfileText(field: string): (call: MethodCall) => Record<string, string> {
  return ({ bot, params }) => ({
    [field]: bot.profile.get(`${field}/${text(params, 'language_code') ?? ''}`) ?? bot.profile.get(`${field}/`) ?? '',
  })
}

export function getFile({ world, params }: MethodCall): unknown {
  const id = text(params, 'file_id') ?? ''
  if (id === '') throw badRequest('file_id not specified')
  const file = world.files.byId(id)
  if (!file) throw badRequest('invalid file_id')
  if (file.bytes.length > 20 * 1024 * 1024) throw badRequest('file is too big')
  return { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.bytes.length, file_path: file.path }
}
