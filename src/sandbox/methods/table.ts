import { getChat, getChatAdministrators, getChatMember, getChatMemberCount, leaveChat } from './chats.ts'
import { deleteMessage, deleteMessages, editMessageCaption, editMessageReplyMarkup, editMessageText } from './edit.ts'
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './fetch-updates.ts'
import type { Method } from './method.ts'
import {
  deleteMyCommands,
  getFile,
  getMe,
  getMyCommands,
  getProfileText,
  setMyCommands,
  setProfileText,
} from './own.ts'
import { copyMessage, forwardMessage } from './relay.ts'
import { answerCallbackQuery, pinChatMessage, sendChatAction, setMessageReaction, unpinChatMessage } from './respond.ts'
import { sendDocument, sendLocation, sendMediaGroup, sendMessage, sendPhoto, sendVideo, sendVoice } from './send.ts'

const METHODS: Record<string, Method> = {
  answerCallbackQuery,
  copyMessage,
  deleteMessage,
  deleteMessages,
  deleteMyCommands,
  deleteWebhook,
  editMessageCaption,
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
  sendChatAction,
  sendDocument,
  sendLocation,
  sendMediaGroup,
  sendMessage,
  sendPhoto,
  sendVideo,
  sendVoice,
  setMessageReaction,
  setMyCommands,
  setMyDescription: setProfileText('setMyDescription'),
  setMyName: setProfileText('setMyName'),
  setMyShortDescription: setProfileText('setMyShortDescription'),
  setWebhook,
  unpinChatMessage,
}

const BY_LOWER_NAME = new Map(Object.entries(METHODS).map(([name, method]) => [name.toLowerCase(), { name, method }]))

/** A method by its name in any case, as Telegram takes it. */
export function methodNamed(name: string): { name: string; method: Method } | undefined {
  return BY_LOWER_NAME.get(name.toLowerCase())
}
