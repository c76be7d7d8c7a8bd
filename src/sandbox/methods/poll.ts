import { readMarkup } from '../keyboard.ts'
import { messageIn } from '../messages.ts'
import { flag, integer, isRecord, structure, text } from '../params.ts'
import { closePoll, pollWire } from '../polls.ts'
import { badRequest } from '../refusal.ts'
import { readRichText } from '../rich-text.ts'
import { roomToWriteIn } from '../rooms.ts'
import type { Message, PollWire } from '../wire.ts'
import { type Poll, seconds } from '../world.ts'
import type { MethodCall } from './method.ts'
import { readEnvelope, send } from './outgoing.ts'

const MAX_OPTIONS = 12
const OPEN_SECONDS = { from: 5, to: 2_628_000 }

/** A native poll with 1 to 12 options; closes by itself after `open_period` or at `close_date` on the sandbox's clock. */
export function sendPoll(call: MethodCall): Message {
  const { world } = call
  const poll = readPoll(call)
  const envelope = readEnvelope(call)
  const message = send(call, envelope, { poll: pollWire(poll) })
  const stored = messageIn(envelope.room, message.message_id)
  if (stored) poll.shownIn.push({ room: envelope.room, stored })
  world.polls.set(poll.id, poll)
  return message
}

/** Closes a poll of the bot's own and returns how it ended. */
export function stopPoll({ world, bot, params }: MethodCall): PollWire {
  const markup = readMarkup(structure(params, 'reply_markup', 'reply keyboard markup')).inline
  const room = roomToWriteIn(world, bot, params.values.chat_id)
  const stored = messageIn(room, params.values.message_id)
  if (!stored) throw badRequest('message with poll to stop not found')
  const poll = world.polls.get(stored.wire.poll?.id ?? '')
  if (stored.botId !== bot.user.id || stored.wire.forward_origin) throw badRequest("poll can't be stopped")
  if (!poll) throw badRequest('message is not a poll')
  if (poll.closed) throw badRequest('poll has already been closed')
  const { reply_markup: _, ...rest } = stored.wire
  stored.wire = { ...rest, ...(markup && { reply_markup: markup }) }
  closePoll(world, poll)
  return pollWire(poll)
}

function readPoll(call: MethodCall): Poll {
  const { world, bot, params } = call
  const question = shortText(text(params, 'question'), 300, 'question')
  const options = readOptions(call)
  const type = text(params, 'type') ?? ''
  if (!['', 'regular', 'quiz'].includes(type)) throw badRequest('unsupported poll type specified')
  const isQuiz = type === 'quiz'
  const given = structure(params, 'correct_option_ids')
  const correct = isQuiz ? (Array.isArray(given) ? given : [integer(params, 'correct_option_id') ?? -1]) : []
  if (isQuiz && (correct.length === 0 || correct.some((index) => options[Number(index)] === undefined)))
    throw badRequest('wrong correct option ID specified')
  const explanation = text(params, 'explanation')
  const openPeriod = within(integer(params, 'open_period'))
  const closeAt = integer(params, 'close_date')
  const closeDate = openPeriod ? seconds(world) + openPeriod : within(closeAt && closeAt - seconds(world)) && closeAt
  return {
    id: `${5_000_000_000_000_000 + world.nextSerial()}`,
    botId: bot.user.id,
    question,
    options,
    isAnonymous: params.values.is_anonymous === undefined || flag(params, 'is_anonymous'),
    isQuiz,
    allowsMultiple: flag(params, 'allows_multiple_answers'),
    allowsRevoting: params.values.allows_revoting === undefined ? !isQuiz : flag(params, 'allows_revoting'),
    correct: correct.map(Number),
    ...(isQuiz &&
      explanation && { explanation: readRichText(explanation, text(params, 'explanation_parse_mode'), undefined) }),
    ...(openPeriod && { openPeriod }),
    ...(closeDate && { closeDate }),
    closed: flag(params, 'is_closed'),
    votes: new Map(),
    shownIn: [],
  }
}

function readOptions({ params }: MethodCall): string[] {
  const given = structure(params, 'options')
  if (!Array.isArray(given)) throw badRequest('expected an Array of String as options')
  const options = given.map((option) => {
    if (isRecord(option) && typeof option.text !== 'string') throw badRequest('can\'t find field "text"')
    const words = isRecord(option) ? option.text : option
    if (typeof words !== 'string') throw badRequest('expected an option to be of type String')
    return shortText(words, 100, 'options')
  })
  if (options.length < 1) throw badRequest('poll must have at least 1 option')
  if (options.length > MAX_OPTIONS) throw badRequest(`poll can't have more than ${MAX_OPTIONS} options`)
  return options
}

function shortText(source: string | undefined, limit: number, what: 'question' | 'options'): string {
  const words = readRichText(source ?? '').text
  if (words === '') throw badRequest(`poll ${what} must be non-empty`)
  if (words.length > limit) throw badRequest(`poll ${what} length must not exceed ${limit}`)
  return words
}

/** How long a poll is open; a time outside what Telegram allows is taken for none. */
function within(span: number | undefined): number | undefined {
  return span !== undefined && span >= OPEN_SECONDS.from && span <= OPEN_SECONDS.to ? span : undefined
}
