import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { PressAnswer } from '../../src/app/incoming.ts'
import { createBot, type Handle } from '../../src/bot/create-bot.ts'
import { createTelegram } from '../../src/bot/telegram-client.ts'
import { createTelegram as createLocalTelegram, type Telegram } from '../../src/sandbox/telegram.ts'
import { fixtureNames, fixtureUpdate } from './fixture-update.ts'
import { silentLog } from './silent-log.ts'

type Taken = readonly [useCase: string, about: { readonly inboxId: number }]

let tg: Telegram
let telegram: ReturnType<typeof createTelegram>
let taken: Taken[]
let failure: Error | null
let pressAnswer: PressAnswer
let handle: Handle
let log: ReturnType<typeof silentLog>

beforeEach(async () => {
  tg = createLocalTelegram({ bot: { token: '7000000001:secret', username: 'huying_bot' } })
  tg.addUser({ id: 101, first_name: '张三' })
  tg.addGroup({ id: -1001, title: '业主群', members: [101] })
  taken = []
  failure = null
  log = silentLog()
  pressAnswer = {
    result: { kind: 'done', action: 'ack', number: 12, next: null },
    language: 'zh-CN',
    timezone: 'Asia/Shanghai',
    at: 5,
  }
  const take = async (useCase: string, about: { readonly inboxId: number }): Promise<void> => {
    taken.push([useCase, about])
    if (failure) throw failure
  }
  telegram = createTelegram(tg.bot.token, await tg.listen())
  handle = createBot({
    telegram,
    app: {
      receiveMessage: (message) => take('message', message),
      botStandingChanged: (change) => take('standing', change),
      groupMigrated: (change) => take('migration', change),
      pressButton: async (press) => {
        await take('press', press)
        return pressAnswer
      },
    },
    identity: { id: 7_000_000_001, username: 'huying_bot', canReadAll: true },
    log,
  })
  return () => tg.close()
})

const rowOf = (payload: unknown, id = 7) => ({ id, updateId: 1, chatId: -1001, payload, attempts: 0, receivedAt: 5 })

describe('every captured update finds its use case, or none', () => {
  const unwanted = [
    'channel-message',
    'live-location-moved',
    'new-member',
    'other-bot',
    'other-bots-command',
    'press-forged',
    'press-game',
    'press-inline',
    'sticker',
  ]
  const useCaseOf = (name: string): string => {
    if (name.startsWith('press')) return 'press'
    if (name.startsWith('migrate')) return 'migration'
    return name.startsWith('bot-') ? 'standing' : 'message'
  }
  it.each(fixtureNames())('%s', async (name) => {
    const outcome = await handle(rowOf(fixtureUpdate(name)))
    if (unwanted.includes(name)) {
      expect([outcome, taken]).toEqual(['of-no-interest', []])
    } else {
      expect([outcome, taken]).toEqual(['settled', [[useCaseOf(name), expect.objectContaining({ inboxId: 7 })]]])
    }
  })

  it.each([
    { update_id: 1, message_reaction: { chat: { id: -1001 } } },
    { update_id: 1, chat_member: fixtureUpdate('bot-kicked').my_chat_member },
    { update_id: 1, poll: {} },
    { update_id: 1, something_new: {} },
  ])('other kinds are of no interest: %j', async (update) => {
    expect(await handle(rowOf(update))).toBe('of-no-interest')
  })
})

it('lets a failure through, unspoken of and unswallowed', async () => {
  failure = new Error('deadlock')
  const exitCode = process.exitCode
  await expect(handle(rowOf(fixtureUpdate('plain-text')))).rejects.toBe(failure)
  expect(process.exitCode).toBe(exitCode)
})

it('the same payload in two rows is two rows', async () => {
  const payload = fixtureUpdate('plain-text')
  await Promise.all([handle(rowOf(payload, 1)), handle(rowOf(payload, 2))])
  expect(taken.map(([, { inboxId }]) => inboxId).toSorted()).toEqual([1, 2])
})

describe('a press is answered once', () => {
  /** Sends a message with a button, presses it, hands the update over. */
  async function press(data = 'abcdefghijklmnopak', languageCode = 'zh-hans') {
    tg.addUser({ id: 102, first_name: '王', language_code: languageCode })
    await telegram.sendMessage(-1001, '#12', {
      reply_markup: { inline_keyboard: [[{ text: '接单', callback_data: data }]] },
    })
    const answered = tg.as(102).press(-1001, tg.chat(-1001).find('#12')?.id ?? 0, '接单', { waitMs: 3_000 })
    const outcome = await handle(rowOf(tg.updates().at(-1)))
    return { outcome, answered: await answered }
  }

  it('with the use case’s word', async () => {
    const { outcome, answered } = await press()
    expect(outcome).toBe('settled')
    expect(answered).toMatchObject({ answered: true, alert: false, text: expect.stringContaining('12') })
    await vi.waitFor(() => expect(tg.callsTo('answerCallbackQuery')).toHaveLength(1), { timeout: 5_000 })
  })

  it('with a refusal in a box', async () => {
    pressAnswer = { ...pressAnswer, result: { kind: 'refused', refusal: { code: 'not-asked' }, help: null } }
    expect((await press()).answered).toMatchObject({ answered: true, alert: true })
  })

  it.each(['zh-hans', 'en'])('politely when nobody here wrote the button (%s)', async (language) => {
    const { outcome, answered } = await press('forged', language)
    expect(outcome).toBe('of-no-interest')
    expect(answered).toMatchObject({ answered: true, alert: true })
    expect(/\p{Script=Han}/u.test(answered.text ?? '')).toBe(language !== 'en')
    expect(taken).toEqual([])
  })

  it('or not at all when it is too old, which changes nothing', async () => {
    const outcome = await handle(rowOf(fixtureUpdate('press')))
    expect(outcome).toBe('settled')
    await vi.waitFor(() => expect(log.lines).toHaveLength(1), { timeout: 5_000 })
    expect(log.lines[0]).toMatchObject({
      facts: { error: expect.stringContaining('query is too old') },
      message: 'a press could not be answered',
    })
  })
})
