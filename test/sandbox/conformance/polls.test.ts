import { expect } from 'vitest'
import type { PollWire } from '../../../src/sandbox/wire.ts'
import { conforms, updatesOf } from './statement.ts'

const chat_id = -1001
const question = '是否同意更换单元门禁?'
const options = ['同意', { text: '不同意' }, '弃权']
const votes = (poll: PollWire | undefined) => poll?.options.map((option) => option.voter_count)

conforms([
  {
    says: 'a poll is anonymous and takes one answer unless asked otherwise; the bot hears only the counts',
    follows: 'bots/api#sendpoll',
    async holds({ tg, api }) {
      const sent = (await api('sendPoll', { chat_id, question, options })).result as { poll: PollWire }
      expect(sent.poll).toMatchObject({
        question,
        is_anonymous: true,
        allows_multiple_answers: false,
        is_closed: false,
        type: 'regular',
        total_voter_count: 0,
      })
      tg.as(101).vote(chat_id, 1, [1])
      const told = updatesOf(await api('getUpdates'))
      expect(told.map((update) => Object.keys(update)[1])).toEqual(['poll'])
      expect([told[0]?.poll?.total_voter_count, votes(told[0]?.poll)]).toEqual([1, [0, 1, 0]])
      expect(() => tg.as(102).vote(chat_id, 1, [0, 1])).toThrow('one answer')
    },
  },
  {
    says: 'who votes in a poll with names is told as poll_answer, a vote taken back as one with no options',
    follows: 'bots/api#pollanswer',
    async holds({ tg, api }) {
      const poll = { chat_id, question, options, is_anonymous: false, allows_multiple_answers: true }
      await api('sendPoll', poll)
      tg.as(101).vote(chat_id, 1, [0, 2])
      tg.as(101).vote(chat_id, 1, [])
      tg.as(103, { anonymous: true }).vote(chat_id, 1, [1])
      const answers = updatesOf(await api('getUpdates')).flatMap((update) => update.poll_answer ?? [])
      expect(answers).toMatchObject([
        { user: { id: 101 }, option_ids: [0, 2] },
        { user: { id: 101 }, option_ids: [] },
        { voter_chat: { id: chat_id }, user: { id: 136817688 }, option_ids: [1] },
      ])
      expect(votes(tg.chat(chat_id).message(1).poll)).toEqual([0, 1, 0])
    },
  },
  {
    says: 'stopPoll closes a poll of the bot’s own once, returns how it ended and leaves the buttons it is given',
    follows: 'bots/api#stoppoll',
    async holds({ tg, api }) {
      await api('sendPoll', { chat_id, question, options })
      await api('sendMessage', { chat_id, text: 'x' })
      tg.as(101).vote(chat_id, 1, [0])
      const stop = (message_id: number) => api('stopPoll', { chat_id, message_id })
      expect((await stop(1)).result).toMatchObject({ is_closed: true, total_voter_count: 1 })
      expect((await stop(1)).description).toBe('Bad Request: poll has already been closed')
      expect((await stop(2)).description).toBe('Bad Request: message is not a poll')
      expect(() => tg.as(102).vote(chat_id, 1, [0])).toThrow('closed')
      expect(updatesOf(await api('getUpdates')).map((update) => update.poll?.is_closed)).toEqual([false, true])
    },
  },
  {
    says: 'a poll with an end closes by itself, and the bot is told',
    follows: 'bots/api#sendpoll',
    async holds({ tg, api, clock }) {
      await api('sendPoll', { chat_id, question, options, open_period: 600 })
      clock.now += 599_000
      tg.as(101).vote(chat_id, 1, [0])
      clock.now += 1000
      const told = updatesOf(await api('getUpdates'))
      expect(told.map((update) => update.poll?.is_closed)).toEqual([false, true])
      expect(told.at(-1)?.poll).toMatchObject({ open_period: 600, total_voter_count: 1 })
    },
  },
  {
    says: 'in a quiz a vote is final and the bot is told the right answer',
    follows: 'bots/api#poll',
    async holds({ tg, api }) {
      const quiz = { chat_id, question: '1+1?', options: ['1', '2'], type: 'quiz', correct_option_id: 1 }
      const sent = await api('sendPoll', { ...quiz, explanation: '<b>two</b>', explanation_parse_mode: 'HTML' })
      expect((sent.result as { poll: PollWire }).poll).toMatchObject({ correct_option_id: 1, explanation: 'two' })
      tg.as(101).vote(chat_id, 1, [0])
      expect(() => tg.as(101).vote(chat_id, 1, [1])).toThrow('final')
    },
  },
  {
    says: 'a forwarded poll is the same poll',
    follows: 'bots/api#poll',
    async holds({ tg, api }) {
      tg.addGroup({ id: -2, title: 'other', members: [101] })
      await api('sendPoll', { chat_id, question, options })
      await api('forwardMessage', { chat_id: -2, from_chat_id: chat_id, message_id: 1 })
      tg.as(101).vote(-2, 1, [2])
      expect([chat_id, -2].map((chat) => votes(tg.chat(chat).message(1).poll))).toEqual([
        [0, 0, 1],
        [0, 0, 1],
      ])
    },
  },
  {
    says: 'a question has at most 300 characters, an option 100, a poll 12 options',
    follows: 'bots/api#sendpoll',
    async holds({ api }) {
      const send = async (more: object) => (await api('sendPoll', { chat_id, question, options, ...more })).description
      expect(await send({ question: '问'.repeat(301) })).toBe('Bad Request: poll question length must not exceed 300')
      expect(await send({ options: ['项'.repeat(101)] })).toBe('Bad Request: poll options length must not exceed 100')
      expect(await send({ options: Array(13).fill('a') })).toBe("Bad Request: poll can't have more than 12 options")
      expect(await send({ options: [] })).toBe('Bad Request: poll must have at least 1 option')
    },
  },
])
