import { describe, expect, it } from 'vitest'
import type { IncomingMessage } from '../../src/app/incoming.ts'
import { toMessage, toMigration, toPress, toStanding } from '../../src/bot/to-incoming.ts'
import { chatIdOf } from '../../src/bot/wire-message.ts'
import { fixtureNames, fixtureUpdate } from './fixture-update.ts'

const bot = { id: 7000000001, username: 'huying_bot' }
const group = -1001234567890
const zhang = { userId: 101, name: '张 三', username: 'zhangsan' }
const file = { chatId: group, messageId: 501, latitude: null, longitude: null }

const plain: IncomingMessage = {
  inboxId: 7,
  chatId: group,
  chatKind: 'group',
  chatTitle: '幸福里业主群',
  threadId: null,
  messageId: 501,
  author: zhang,
  date: 1794816000_000,
  receivedAt: 1794816001_000,
  edited: false,
  forwarded: false,
  text: '3号楼电梯坏了',
  attachments: [],
  mediaGroupId: null,
  replyTo: null,
  addressed: false,
}

/** Each trap with all that differs from the plain message, or null where the bot must not react. */
const messages: Readonly<Record<string, Partial<IncomingMessage> | null>> = {
  'plain-text': {},
  'anonymous-admin': { author: { userId: null, name: '李经理', username: null }, text: '接单 12' },
  'linked-channel': {
    author: { userId: null, name: '幸福里公告', username: 'xingfuli_news' },
    forwarded: true,
    text: '明天停水',
  },
  'sent-as-channel': { author: { userId: null, name: '幸福里公告', username: 'xingfuli_news' }, text: '灯坏了' },
  'album-part': {
    text: null,
    mediaGroupId: '13371337',
    attachments: [{ ...file, kind: 'photo', fileId: 'large', fileUniqueId: 'u-large' }],
  },
  'edited-caption': {
    edited: true,
    text: '2单元漏水，更正：3单元',
    attachments: [{ ...file, kind: 'photo', fileId: 'large', fileUniqueId: 'u-large' }],
  },
  'topic-message': { threadId: 77, text: '路灯不亮' },
  'reply-thread': { replyTo: { messageId: 480, author: zhang, fromThisBot: false }, text: '我也是' },
  forwarded: { forwarded: true, text: '有人被困电梯' },
  'reply-to-bot': {
    text: '办结 已换门机',
    replyTo: {
      messageId: 480,
      author: { userId: bot.id, name: '呼应', username: 'huying_bot' },
      fromThisBot: true,
    },
    addressed: true,
  },
  'other-bots-command': null,
  'own-command': { text: '/ack@Huying_Bot 12', addressed: true },
  mention: { text: '😀 @Huying_bot 路灯不亮', addressed: true },
  'text-mention': { text: '呼应 路灯不亮', addressed: true },
  'mention-in-caption': {
    text: '@huying_bot 看这里',
    attachments: [{ ...file, kind: 'video', fileId: 'v', fileUniqueId: 'u-v' }],
    addressed: true,
  },
  'text-100-kb': { text: '漏'.repeat(7998) },
  nul: { text: '电梯坏了' },
  'lone-surrogate': { text: '电梯坏了' },
  decomposed: { text: 'café 漏水' },
  'direction-override-name': { author: { ...zhang, name: 'ecilA 王' }, text: '灯坏了' },
  voice: { text: null, attachments: [{ ...file, kind: 'voice', fileId: 'vo', fileUniqueId: 'u-vo' }] },
  'video-note': { text: null, attachments: [{ ...file, kind: 'video', fileId: 'vn', fileUniqueId: 'u-vn' }] },
  animation: { text: null, attachments: [{ ...file, kind: 'document', fileId: 'an', fileUniqueId: 'u-an' }] },
  venue: {
    text: null,
    attachments: [
      { ...file, kind: 'location', fileId: null, fileUniqueId: null, latitude: 31.2304, longitude: 121.4737 },
    ],
  },
  'live-location-moved': null,
  private: { chatId: 101, chatKind: 'private', chatTitle: '张 三', text: '楼上半夜很吵', addressed: true },
  'other-bot': null,
  'new-member': null,
  sticker: null,
  'channel-message': null,
  'migrate-to': null,
  'migrate-from': null,
}

describe('an update becomes what the use cases take', () => {
  it.each(Object.entries(messages))('%s', (name, differs) => {
    const expected = differs === null ? null : { ...plain, ...differs }
    expect(toMessage(fixtureUpdate(name), bot, 7, 1794816001_000)).toEqual(expected)
  })

  it('covers every captured update', () => {
    const others = [...Object.keys(standings), ...Object.keys(presses)]
    expect(fixtureNames().toSorted()).toEqual([...Object.keys(messages), ...others].toSorted())
  })

  it('F35 reads a migration from either side', () => {
    const moved = { inboxId: 7, from: -4001, to: group }
    expect(toMigration(fixtureUpdate('migrate-to'), 7)).toEqual(moved)
    expect(toMigration(fixtureUpdate('migrate-from'), 7)).toEqual(moved)
    expect(toMigration(fixtureUpdate('plain-text'), 7)).toBeNull()
  })
})

const standings = {
  'bot-promoted': { status: 'administrator', canWrite: true, canDelete: true },
  'bot-restricted-away': { status: 'left', canWrite: false, canDelete: false },
  'bot-muted': { status: 'restricted', canWrite: false, canDelete: false },
  'bot-kicked': { status: 'kicked', canWrite: false, canDelete: false },
}

describe('the bot’s own standing', () => {
  it.each(Object.entries(standings))('%s', (name, expected) => {
    const change = fixtureUpdate(name).my_chat_member
    expect(change && toStanding(change, 7)).toEqual({
      inboxId: 7,
      chatId: group,
      chatKind: 'group',
      chatTitle: '幸福里业主群',
      by: zhang,
      at: 1794816000_000,
      ...expected,
    })
  })
})

const pressed = { inboxId: 7, chatId: group, messageId: 480, user: zhang, token: 'abcdefghijklmnop', at: 5 }
const presses = {
  press: { ...pressed, action: 'ack', arg: 'x1' },
  'press-on-old-message': { ...pressed, action: 'ack', arg: null },
  'press-forged': null,
  'press-game': null,
  'press-inline': null,
}

describe('a press', () => {
  it.each(Object.entries(presses))('%s', (name, expected) => {
    const query = fixtureUpdate(name).callback_query
    expect(query && toPress(query, 7, 5)).toEqual(expected)
  })
})

describe('the chat of an update', () => {
  it('is named for every kind that has one', () => {
    const without = fixtureNames().filter((name) => chatIdOf(fixtureUpdate(name)) === null)
    expect(without).toEqual(['press-inline'])
    expect(chatIdOf({ update_id: 1, message_reaction: { chat: { id: -5 } } })).toBe(-5)
  })

  it.each([null, undefined, 7, 'x', [], {}, { message: null }, { message: { chat: { id: 'x' } } }])(
    '%j has none',
    (raw) => {
      expect(chatIdOf(raw)).toBeNull()
    },
  )
})
