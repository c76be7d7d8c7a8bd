import type { Policy } from '../domain/policy/policy.ts'
import type { PromptAction } from '../domain/post/body.ts'
import type { TicketCommand } from '../domain/ticket/command.ts'
import { accept, type Outcome, refuse } from '../domain/ticket/refusal.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { TypedCommand } from '../nlu/meaning.ts'
import { actOnTicket } from './act-on-ticket.ts'
import { findPerson } from './find-person.ts'
import { meaningOf } from './meaning-of.ts'
import type { PostRow } from './ports.ts'
import { takeDown } from './post.ts'
import { answer, answerNo, type Scene } from './scene.ts'
import { recategorise } from './to-recategorise.ts'
import { defaultSentBackDue } from './to-ticket-command.ts'

/** The command word that, put before an answer, makes the typed line the prompt stands for. */
const verbs: Readonly<Record<Exclude<PromptAction, 'supplement' | 'assign' | 'recategorise'>, string>> = {
  hold: '挂起',
  extend: '延期',
  promise: '承诺',
  reject: '驳回',
  reopen: '重开',
  'send-back': '/sendback',
  'hand-over': '移交',
}

/**
 * Completes what a prompt asked for: the answer is read as if its command stood in front ("配件厂家 到 周五18:00" →
 * "挂起 128 配件厂家 到 周五18:00"). The prompt goes when the command is done and stays when something is missing.
 */
export async function completePrompt(
  scene: Scene,
  row: PostRow,
  action: PromptAction,
  ticket: Ticket,
  text: string,
): Promise<boolean> {
  const read = await commandOf(scene, action, ticket, text)
  if (!read) return false
  const { tx, deps, actor, now } = scene
  const outcome = read.ok ? await actOnTicket(tx, deps, ticket, read.value, actor, now) : read
  if (!outcome.ok) {
    await answerNo(scene, outcome.refusal)
    return true
  }
  await takeDown(tx, row, now)
  if (action === 'supplement' && scene.message.chatKind === 'private')
    await answer(scene, { key: 'details-kept', number: ticket.number }, ticket.id)
  return true
}

async function commandOf(
  scene: Scene,
  action: PromptAction,
  ticket: Ticket,
  text: string,
): Promise<Outcome<TicketCommand> | null> {
  if (action === 'supplement') return accept({ type: 'note', text })
  if (action === 'assign') {
    const person = await findPerson(scene.tx, scene.community.id, text)
    return accept({ type: 'assign', to: person.ok ? person.value : null })
  }
  if (action === 'reject') return accept({ type: 'reject', reason: text })
  if (action === 'reopen') return accept({ type: 'reopen', reason: text })
  if (action === 'recategorise') {
    const read = recategorise(ticket, text, await policyOf(scene, ticket))
    return read.ok ? read : null
  }
  const { command } = await meaningOf(
    { ...scene, chat: asStaff(scene) },
    `${verbs[action]} ${ticket.number} ${text}`,
    true,
  )
  if (!command) return null
  if (command.noSuchTime !== undefined) return refuse({ code: 'no-such-time', words: command.noSuchTime })
  if (action === 'hand-over') return accept({ type: 'hand-over', receiver: command.party, reason: command.text })
  if (action !== 'send-back') return accept(timed(action, command))
  const due = command.until ?? defaultSentBackDue(await policyOf(scene, ticket), ticket, scene.now)
  return accept({ type: 'send-back', reason: command.text, due })
}

function policyOf({ tx }: Scene, ticket: Ticket): Promise<Policy> {
  return tx.communities.policy(ticket.communityId, ticket.policyVersion)
}

function timed(action: 'hold' | 'extend' | 'promise', { party, until, text }: TypedCommand): TicketCommand {
  if (action === 'hold') return { type: 'hold', party: party ?? text, until, reason: party === null ? null : text }
  if (action === 'extend') return { type: 'extend', until, reason: text }
  return { type: 'promise', until }
}

/** Prompts wait for staff words wherever they were answered. */
function asStaff(scene: Scene): Scene['chat'] {
  return scene.chat && { ...scene.chat, role: 'staff' }
}
