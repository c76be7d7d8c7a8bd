import type { TicketCommandType } from '../domain/ticket/command.ts'
import { type Refusal, refuse } from '../domain/ticket/refusal.ts'
import type { CommandName, TypedCommand } from '../nlu/meaning.ts'
import { runOnTicket } from './run-on-ticket.ts'
import { answer, type Scene } from './scene.ts'

/** How what was done to several tickets is told. */
const commands: Readonly<Partial<Record<CommandName, TicketCommandType>>> = {
  ack: 'acknowledge',
  arrive: 'arrive',
  resolve: 'resolve',
  hold: 'hold',
  unhold: 'return',
  assign: 'assign',
  promise: 'promise',
  reject: 'reject',
  reopen: 'reopen',
  urge: 'urge',
  support: 'support',
  supervise: 'supervise',
  extend: 'extend',
  sendback: 'send-back',
  confirm: 'confirm',
  unsolved: 'reopen',
  withdraw: 'withdraw',
}

/** How many tickets one line may name. */
const mostAtOnce = 20

/** The tickets that a line names, in the order in which they are locked. */
export function numbersNamed({ ticket, others }: TypedCommand): readonly number[] {
  const named = ticket === null ? others : [ticket, ...others]
  return [...new Set(named)].toSorted((a, b) => a - b).slice(0, mostAtOnce)
}

/** 接单 1 2: each by itself, in the order of their numbers so that two lines never wait for each other; one answer for all. */
export async function runOnMany(scene: Scene, typed: TypedCommand): Promise<void> {
  const done: number[] = []
  const refused: { number: number; refusal: Refusal }[] = []
  for (const number of numbersNamed(typed)) {
    const ticket = await scene.tx.tickets.lockByNumber(scene.community.id, number)
    const outcome = ticket
      ? await runOnTicket(scene, typed, ticket)
      : refuse({ code: 'unknown-ticket', number } as const)
    if (outcome.ok) done.push(number)
    else refused.push({ number, refusal: outcome.refusal })
  }
  await answer(scene, { key: 'done-many', command: commands[typed.name] ?? 'note', done, refused })
}
