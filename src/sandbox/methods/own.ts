import { list, record, text } from '../params.ts'
import { badRequest } from '../refusal.ts'
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

export function setMyCommands({ bot, params }: MethodCall): true {
  const commands = list(params, 'commands') ?? []
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  for (const command of commands) {
    const { command: name, description } = command as { command?: unknown; description?: unknown }
    if (typeof name !== 'string' || !/^[a-z0-9_]{1,32}$/.test(name.replace(/^\//, ''))) {
      throw badRequest('BOT_COMMAND_INVALID')
    }
    if (typeof description !== 'string' || description.length < 1 || description.length > 256) {
      throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
    }
  }
  bot.commands.set(commandKey(params), commands)
  return true
}

export function getMyCommands({ bot, params }: MethodCall): unknown[] {
  return bot.commands.get(commandKey(params)) ?? []
}

export function deleteMyCommands({ bot, params }: MethodCall): true {
  bot.commands.delete(commandKey(params))
  return true
}

function commandKey(params: MethodCall['params']): string {
  const scope = record(params, 'scope') ?? { type: 'default' }
  return `${String(scope.type)}/${String(scope.chat_id ?? '')}/${String(scope.user_id ?? '')}/${text(params, 'language_code') ?? ''}`
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
  const file = world.files.byId(text(params, 'file_id') ?? '')
  if (!file) throw badRequest('invalid file_id')
  if (file.bytes.length > 20 * 1024 * 1024) throw badRequest('file is too big')
  return { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.bytes.length, file_path: file.path }
}
