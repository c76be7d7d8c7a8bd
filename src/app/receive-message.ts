import { setupCommand } from '../nlu/setup-command.ts'
import { actorOf } from './actor-of.ts'
import type { AppDeps } from './app.ts'
import { bindChat } from './bind-chat.ts'
import { hearInterruption } from './draft-interruption.ts'
import { findHome } from './find-home.ts'
import type { IncomingMessage } from './incoming.ts'
import { meaningOf } from './meaning-of.ts'
import type { Tx } from './ports.ts'
import { receivePrivately } from './receive-privately.ts'
import { receiveReply } from './receive-reply.ts'
import { reviseMessage } from './revise-message.ts'
import { runTypedCommand } from './run-typed-command.ts'
import { answer, type Scene } from './scene.ts'
import { seekOpinion } from './seek-opinion.ts'
import { runGroupSetup } from './set-up-in-chat.ts'
import { suggestCommand } from './suggest-command.ts'
import { takeReport } from './take-report.ts'

/**
 * What the bot does with a message: one transaction that also settles its inbox row, so a message handed over twice is
 * handled once. In this order: set-up words, private chats, edits, messages already known, replies, commands, reports.
 */
export async function receiveMessage(deps: AppDeps, message: IncomingMessage): Promise<void> {
  const setup = setupCommand(message.text, deps.bot().username)
  // Asked before the transaction: Telegram's answer may take a while, and no lock should wait for it.
  const chatAdmin =
    setup?.name === 'bind' && message.chatKind === 'group' && message.author.userId !== null
      ? (await deps.chatMember(message.chatId, message.author.userId)) === 'admin'
      : false
  if (message.chatKind === 'private') await findHome(deps, message.author)
  const opinion = setup ? null : await seekOpinion(deps, message)
  await deps.store.transaction(async (tx) => {
    const now = deps.clock.now()
    if (!(await tx.inbox.complete(message.inboxId, now))) return
    if (message.chatKind === 'private') await receivePrivately(tx, deps, message, setup, now)
    else if (setup?.name === 'bind' && setup.argument) await bindChat(tx, deps, message, setup.argument, chatAdmin, now)
    else await hearGroup(tx, deps, message, setup, opinion)
    // All is written and nothing committed.
    deps.probe?.('app:in-transaction')
  })
  if (opinion !== null) deps.secondOpinion?.moved(opinion)
  if (setup?.name === 'bind' || setup?.name === 'language') deps.chatsChanged?.()
}

async function hearGroup(
  tx: Tx,
  deps: AppDeps,
  message: IncomingMessage,
  setup: ReturnType<typeof setupCommand>,
  opinion: Scene['opinion'],
): Promise<void> {
  const scene = await groupScene(tx, deps, message, opinion)
  // A group nobody bound: the bot stays mute there.
  if (!scene) return
  if (setup && (await runGroupSetup(scene, setup))) return
  await receiveInGroup(scene)
}

async function groupScene(
  tx: Tx,
  deps: AppDeps,
  message: IncomingMessage,
  opinion: Scene['opinion'],
): Promise<Scene | null> {
  const chat = await tx.chats.get(message.chatId)
  const community = chat && (await tx.communities.get(chat.communityId))
  if (!community) return null
  const now = deps.clock.now()
  // Whoever hears a message is in the chat: a suspended chat is back.
  if (chat.status === 'suspended') await tx.chats.setStatus(chat.id, 'active')
  return { tx, deps, message, community, chat, actor: await actorOf(tx, community.id, message.author), now, opinion }
}

async function receiveInGroup(scene: Scene): Promise<void> {
  const { tx, message, chat } = scene
  if (message.edited) return reviseMessage(scene)
  const known = await tx.messages.get(message.chatId, message.messageId)
  if (known && known.ticketIds.length > 0) return
  if (message.replyTo && (await receiveReply(scene))) return

  const meaning = await meaningOf(scene)
  if (meaning.command) return runTypedCommand(scene, meaning.command, null)
  if (chat?.role === 'residents') {
    // A line that is nearly a command is no report, so it is not asked about either.
    if (meaning.kind === 'report' || !(await suggestCommand(scene, meaning))) await takeReport(scene, meaning)
    return
  }
  if (await hearInterruption(scene)) return
  if (await suggestCommand(scene, meaning)) return
  if (message.addressed) {
    await answer(scene, {
      key: 'help',
      audience: chat?.role ?? 'residents',
      roles: scene.actor.roles,
      mentionOnly: !scene.deps.bot().canReadAll,
      bot: scene.deps.bot().username,
    })
  }
}
