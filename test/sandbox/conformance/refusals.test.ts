import { expect, test } from 'vitest'
import { openSandbox } from '../open-sandbox.ts'
import type { Source } from './statement.ts'

const chat_id = -1001
const text = 'x'
const keyboard = (inline_keyboard: unknown): Record<string, unknown> => ({
  chat_id,
  text,
  reply_markup: { inline_keyboard },
})
const CHECK = 'telegram-bot-api/Client.cpp check_message'
const MARKUP = 'telegram-bot-api/Client.cpp get_reply_markup'
const BUTTON = 'telegram-bot-api/Client.cpp get_inline_keyboard_button'
const REPLY = 'telegram-bot-api/Client.cpp get_reply_parameters'
const IDS = 'telegram-bot-api/Client.cpp get_message_ids'
const MEDIA = 'telegram-bot-api/Client.cpp get_input_media'
const POLL = 'telegram-bot-api/Client.cpp get_poll_options'
const ALBUM = 'td/MessagesManager.cpp send_message_group'

/** Method, parameters, what Telegram answers after "Bad Request: ", and where that is written. All are 400. */
test.each<[string, Record<string, unknown>, string, Source]>([
  ['sendMessage', { text }, 'chat_id is empty', 'telegram-bot-api/Client.cpp check_chat'],
  ['sendMessage', { chat_id: -5, text }, 'chat not found', 'telegram-bot-api/Client.cpp check_chat'],
  ['sendMessage', { chat_id: 'somewhere', text }, 'chat not found', 'telegram-bot-api/Client.cpp check_chat'],
  // What is to be said is read before where: a wrong chat shows only once the text is right.
  ['sendMessage', { chat_id: -5 }, 'message text is empty', 'telegram-bot-api/Client.cpp process_send_message_query'],
  ['sendMessage', { chat_id, text, parse_mode: 'Latex' }, 'unsupported parse_mode', 'bots/api#formatting-options'],
  [
    'sendMessage',
    { chat_id, text, entities: [{ type: 'bold', offset: 0, length: 5 }] },
    'entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 5',
    'td/MessageEntity.cpp fix_entities',
  ],
  ['sendMessage', { chat_id, text: 'x'.repeat(4097) }, 'message is too long', 'bots/api#sendmessage'],
  ['sendMessage', { chat_id, text, reply_markup: '{' }, "can't parse reply keyboard markup JSON object", MARKUP],
  ['sendMessage', { chat_id, text, reply_markup: [] }, 'object expected as reply markup', MARKUP],
  ['sendMessage', keyboard({}), 'field "inline_keyboard" must be of type Array', MARKUP],
  [
    'sendMessage',
    keyboard([{}]),
    'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    MARKUP,
  ],
  [
    'sendMessage',
    keyboard([['a']]),
    "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
    BUTTON,
  ],
  ['sendMessage', keyboard([[{}]]), 'can\'t parse inline keyboard button: Can\'t find field "text"', BUTTON],
  [
    'sendMessage',
    keyboard([[{ text }]]),
    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    BUTTON,
  ],
  [
    'sendMessage',
    keyboard([[{ text, callback_data: 'x'.repeat(65) }]]),
    'BUTTON_DATA_INVALID',
    'bots/api#inlinekeyboardbutton',
  ],
  ['sendMessage', { chat_id, text, reply_parameters: '{' }, "can't parse reply parameters JSON object", REPLY],
  ['sendMessage', { chat_id, text, reply_parameters: [1] }, 'object expected as reply parameters', REPLY],
  ['sendMessage', { chat_id, text, reply_parameters: { quote: 'x' } }, 'can\'t find field "message_id"', REPLY],
  [
    'sendMessage',
    { chat_id, text, reply_parameters: { message_id: 99 } },
    'message to be replied not found',
    'telegram-bot-api/Client.cpp check_reply_parameters',
  ],
  [
    'sendMessage',
    { chat_id, text, message_thread_id: 9 },
    'message thread not found',
    'telegram-bot-api/Client.cpp check_reply_parameters',
  ],
  [
    'sendPhoto',
    { chat_id },
    'there is no photo in the request',
    'telegram-bot-api/Client.cpp process_send_photo_query',
  ],
  ['sendPhoto', { chat_id, photo: 'bogus' }, 'wrong file identifier/HTTP URL specified', 'bots/api#sending-files'],
  ['sendLocation', { chat_id, longitude: 1 }, 'latitude is empty', 'telegram-bot-api/Client.cpp get_location'],
  [
    'sendMediaGroup',
    { chat_id },
    'parameter "media" is required',
    'telegram-bot-api/Client.cpp get_required_string_arg',
  ],
  ['sendMediaGroup', { chat_id, media: {} }, 'expected an Array of InputMedia', MEDIA],
  ['sendMediaGroup', { chat_id, media: [1] }, "can't parse InputMedia: expected an Object", MEDIA],
  ['sendMediaGroup', { chat_id, media: [{ type: 'photo' }] }, "can't parse InputMedia: media not found", MEDIA],
  [
    'sendMediaGroup',
    { chat_id, media: [{ type: 'animation', media: 'x' }] },
    'can\'t parse InputMedia: type "animation" can\'t be used in sendMediaGroup',
    MEDIA,
  ],
  ['sendMediaGroup', { chat_id, media: [] }, 'there are no messages to send', ALBUM],
  [
    'sendChatAction',
    { chat_id, action: 'sleeping' },
    'wrong parameter action in request',
    'telegram-bot-api/Client.cpp get_chat_action',
  ],
  [
    'editMessageText',
    { text },
    'message identifier is not specified',
    'telegram-bot-api/Client.cpp get_inline_message_id',
  ],
  ['editMessageText', { chat_id, text }, 'message to edit not found', CHECK],
  ['editMessageText', { chat_id, text, message_id: 99 }, 'message to edit not found', CHECK],
  ['deleteMessage', { chat_id, message_id: 99 }, 'message to delete not found', CHECK],
  ['deleteMessages', { chat_id }, 'message identifiers are not specified', IDS],
  ['deleteMessages', { chat_id, message_ids: 'x' }, "can't parse message_ids JSON object", IDS],
  ['deleteMessages', { chat_id, message_ids: { a: 1 } }, 'expected an Array of message identifiers', IDS],
  ['deleteMessages', { chat_id, message_ids: [{}] }, 'message identifier must be a Number', IDS],
  ['deleteMessages', { chat_id, message_ids: [-1] }, 'invalid message identifier specified', IDS],
  ['deleteMessages', { chat_id, message_ids: Array(101).fill(1) }, 'too many message identifiers specified', IDS],
  ['pinChatMessage', { chat_id, message_id: 99 }, 'message to pin not found', CHECK],
  [
    'forwardMessage',
    { chat_id, message_id: 1 },
    'parameter "from_chat_id" is required',
    'telegram-bot-api/Client.cpp process_forward_message_query',
  ],
  ['forwardMessage', { chat_id, from_chat_id: chat_id, message_id: 99 }, 'message to forward not found', CHECK],
  ['copyMessage', { chat_id, from_chat_id: chat_id, message_id: 99 }, 'message to copy not found', CHECK],
  ['setMessageReaction', { chat_id, message_id: 99 }, 'message to react not found', CHECK],
  [
    'setMessageReaction',
    { chat_id, reaction: [{ type: 'paid' }] },
    "can't parse ReactionType: invalid reaction type specified",
    'telegram-bot-api/Client.cpp get_reaction_type',
  ],
  ['sendPoll', { chat_id, question: '?', options: 'a' }, "can't parse options JSON object", POLL],
  ['sendPoll', { chat_id, question: '?', options: {} }, 'expected an Array of String as options', POLL],
  ['sendPoll', { chat_id, question: '?', options: [1] }, 'expected an option to be of type String', POLL],
  ['sendPoll', { chat_id, question: '?', options: [{}] }, 'can\'t find field "text"', POLL],
  ['sendPoll', { chat_id, question: '', options: ['a'] }, 'poll question must be non-empty', 'bots/api#sendpoll'],
  [
    'sendPoll',
    { chat_id, question: '?', options: ['a'], type: 'riddle' },
    'unsupported poll type specified',
    'telegram-bot-api/Client.cpp process_send_poll_query',
  ],
  [
    'sendPoll',
    { chat_id, question: '?', options: ['a'], type: 'quiz' },
    'wrong correct option ID specified',
    'bots/api#sendpoll',
  ],
  [
    'stopPoll',
    { chat_id, message_id: 99 },
    'message with poll to stop not found',
    'telegram-bot-api/Client.cpp process_stop_poll_query',
  ],
  ['getFile', {}, 'file_id not specified', 'telegram-bot-api/Client.cpp check_remote_file_id'],
  ['getFile', { file_id: 'bogus' }, 'invalid file_id', 'telegram-bot-api/Client.cpp check_remote_file_id'],
  ['getChatMember', { chat_id }, 'invalid user_id specified', 'telegram-bot-api/Client.cpp get_user_id'],
  [
    'getChatAdministrators',
    { chat_id: 101 },
    'there are no administrators in the private chat',
    'bots/api#getchatadministrators',
  ],
  [
    'setMyCommands',
    { scope: { type: 'chat' } },
    "can't parse BotCommandScope: Empty chat_id specified",
    'bots/api#botcommandscope',
  ],
  [
    'setMyCommands',
    { scope: { type: 'nobody' } },
    "can't parse BotCommandScope: unsupported type specified",
    'bots/api#botcommandscope',
  ],
  [
    'setMyCommands',
    { scope: { type: 'chat', chat_id: -5 } },
    'chat not found',
    'telegram-bot-api/Client.cpp check_bot_command_scope',
  ],
  [
    'setWebhook',
    { url: 'ftp://a.example/' },
    'bad webhook: An HTTPS URL must be provided for webhook',
    'bots/api#setwebhook',
  ],
  ['setWebhook', { url: 'https://' }, 'invalid webhook URL specified', 'telegram-bot-api/Client.cpp do_set_webhook'],
  [
    'setWebhook',
    { url: 'https://a.example/', secret_token: 'ä' },
    'secret token contains unallowed characters',
    'bots/api#setwebhook',
  ],
  [
    'setWebhook',
    { url: 'https://a.example/', secret_token: 'a'.repeat(257) },
    'secret token is too long',
    'bots/api#setwebhook',
  ],
  [
    'answerCallbackQuery',
    { callback_query_id: '1' },
    'query is too old and response timeout expired or query ID is invalid',
    'telegram-bot-api/Client.cpp fail_query_with_error',
  ],
])('%s %j is refused: %s (%s)', async (method, params, description) => {
  const { api } = await openSandbox()
  const answer = await api(method, params)
  expect(answer).toEqual({ status: 400, ok: false, error_code: 400, description: `Bad Request: ${description}` })
})
