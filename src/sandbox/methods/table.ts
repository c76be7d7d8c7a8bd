import { getChat, getChatAdministrators, getChatMember, getChatMemberCount, leaveChat } from './chats.ts'
import {
  deleteMessage,
  deleteMessages,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
} from './edit.ts'
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './fetch-updates.ts'
import type { Method } from './method.ts'
import { banChatMember, promoteChatMember, restrictChatMember, unbanChatMember } from './moderate.ts'
import {
  deleteMyCommands,
  getFile,
  getMe,
  getMyCommands,
  getProfileText,
  setMyCommands,
  setProfileText,
} from './own.ts'
import { sendPoll, stopPoll } from './poll.ts'
import { copyMessage, forwardMessage } from './relay.ts'
import {
  answerCallbackQuery,
  pinChatMessage,
  sendChatAction,
  setMessageReaction,
  unpinAllChatMessages,
  unpinChatMessage,
} from './respond.ts'
import { sendFile, sendLocation, sendMediaGroup, sendMessage } from './send.ts'

/** The methods that are emulated. */
export const METHODS: Record<string, Method> = {
  answerCallbackQuery,
  banChatMember,
  copyMessage,
  deleteMessage,
  deleteMessages,
  deleteMyCommands,
  deleteWebhook,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
  forwardMessage,
  getChat,
  getChatAdministrators,
  getChatMember,
  getChatMemberCount,
  getFile,
  getMe,
  getMyCommands,
  getMyDescription: getProfileText('description'),
  getMyName: getProfileText('name'),
  getMyShortDescription: getProfileText('short_description'),
  getUpdates,
  getWebhookInfo,
  leaveChat,
  pinChatMessage,
  promoteChatMember,
  restrictChatMember,
  sendAnimation: sendFile('animation'),
  sendAudio: sendFile('audio'),
  sendChatAction,
  sendDocument: sendFile('document'),
  sendLocation,
  sendMediaGroup,
  sendMessage,
  sendPhoto: sendFile('photo'),
  sendPoll,
  sendVideo: sendFile('video'),
  sendVoice: sendFile('voice'),
  setMessageReaction,
  setMyCommands,
  setMyDescription: setProfileText('setMyDescription'),
  setMyName: setProfileText('setMyName'),
  setMyShortDescription: setProfileText('setMyShortDescription'),
  setWebhook,
  stopPoll,
  unbanChatMember,
  unpinAllChatMessages,
  unpinChatMessage,
}

const BY_LOWER_NAME = new Map(Object.entries(METHODS).map(([name, method]) => [name.toLowerCase(), { name, method }]))

/** A method by its name in any case, as Telegram takes it. */
export function methodNamed(name: string): { name: string; method: Method } | undefined {
  return BY_LOWER_NAME.get(name.toLowerCase())
}
