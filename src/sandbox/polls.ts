import { queueUpdate } from './updates.ts'
import type { Chat, PollWire, User } from './wire.ts'
import { botById, type Poll, type World } from './world.ts'

/** The poll as its bot sees it now. */
export function pollWire(poll: Poll): PollWire {
  const votes = [...poll.votes.values()]
  return {
    id: poll.id,
    question: poll.question,
    options: poll.options.map((text, index) => ({
      text,
      voter_count: votes.filter((chosen) => chosen.includes(index)).length,
      persistent_id: String(index),
    })),
    total_voter_count: votes.length,
    is_closed: poll.closed,
    is_anonymous: poll.isAnonymous,
    type: poll.isQuiz ? 'quiz' : 'regular',
    allows_multiple_answers: poll.allowsMultiple,
    allows_revoting: poll.allowsRevoting,
    ...(poll.isQuiz && { correct_option_id: poll.correct[0] ?? 0, correct_option_ids: poll.correct }),
    ...(poll.explanation && { explanation: poll.explanation.text, explanation_entities: poll.explanation.entities }),
    ...(poll.openPeriod !== undefined && { open_period: poll.openPeriod }),
    ...(poll.closeDate !== undefined && { close_date: poll.closeDate }),
  }
}

/**
 * Somebody's choice, by the options' indices; none takes a vote back. The bot hears `poll` and, unless the poll is anonymous,
 * `poll_answer`. Throws what the person's app would not have let them do.
 */
export function vote(world: World, poll: Poll, voter: { user: User; chat?: Chat }, chosen: number[]): void {
  closeDuePolls(world)
  const key = voter.chat?.id ?? voter.user.id
  if (poll.closed) throw new Error('sandbox: the poll is closed')
  if (chosen.some((index) => poll.options[index] === undefined)) throw new Error('sandbox: the poll has no such option')
  if (chosen.length > 1 && !poll.allowsMultiple) throw new Error('sandbox: the poll takes one answer')
  if (poll.votes.has(key) && !poll.allowsRevoting) throw new Error('sandbox: in this poll a vote is final')
  if (chosen.length === 0) poll.votes.delete(key)
  else poll.votes.set(key, [...new Set(chosen)])
  announce(world, poll)
  if (poll.isAnonymous) return
  const option_ids = poll.votes.get(key) ?? []
  queueUpdate(world, botById(world, poll.botId), {
    poll_answer: {
      poll_id: poll.id,
      ...(voter.chat && { voter_chat: voter.chat }),
      user: voter.user,
      option_ids,
      option_persistent_ids: option_ids.map(String),
    },
  })
}

/** Ends a poll for good. */
export function closePoll(world: World, poll: Poll): void {
  poll.closed = true
  announce(world, poll)
}

/** Ends the polls whose time is over on the sandbox's clock. */
export function closeDuePolls(world: World): void {
  for (const poll of world.polls.values()) {
    if (!poll.closed && poll.closeDate !== undefined && poll.closeDate * 1000 <= world.now()) closePoll(world, poll)
  }
}

function announce(world: World, poll: Poll): void {
  const wire = pollWire(poll)
  for (const { room, stored } of poll.shownIn) {
    stored.wire = { ...stored.wire, poll: wire }
    world.emit({ kind: 'edited', roomKey: room.key, messageId: stored.wire.message_id })
  }
  queueUpdate(world, botById(world, poll.botId), { poll: wire })
}
