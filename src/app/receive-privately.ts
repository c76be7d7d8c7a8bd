import type { Community } from '../domain/community/community.ts'
import type { Instant } from '../domain/ids.ts'
import type { SetupCommand } from '../nlu/setup-command.ts'
import { actorOf } from './actor-of.ts'
import type { AppDeps } from './app.ts'
import { followLink } from './follow-link.ts'
import type { IncomingMessage } from './incoming.ts'
import { meaningOf } from './meaning-of.ts'
import type { Tx } from './ports.ts'
import { say } from './post.ts'
import { receiveReply } from './receive-reply.ts'
import { reviseMessage } from './revise-message.ts'
import { runTypedCommand } from './run-typed-command.ts'
import { answer, type Scene } from './scene.ts'
import { setUpPrivately } from './set-up-privately.ts'
import { suggestCommand } from './suggest-command.ts'
import { takeReport } from './take-report.ts'

/** A message to the bot alone: set-up by an owner, a link from a card, commands, a private report, or its continuation. */
export async function receivePrivately(
  tx: Tx,
  deps: AppDeps,
  message: IncomingMessage,
  setup: SetupCommand | null,
  now: Instant,
): Promise<void> {
  if (setup && (await setUpPrivately(tx, deps, message, setup, now))) return
  if (setup?.name === 'start' && setup.payload !== null && (await followLink(tx, deps, message, setup.payload, now)))
    return
  const community = await homeOf(tx, message)
  if (!community) {
    await say(
      tx,
      deps,
      { key: 'write-here', community: null },
      {
        communityId: null,
        to: { chatId: message.chatId, threadId: null },
        purpose: 'reply',
        replyTo: message.messageId,
      },
      now,
    )
    return
  }
  const scene: Scene = {
    tx,
    deps,
    message,
    community,
    chat: null,
    actor: await actorOf(tx, community.id, message.author),
    now,
    opinion: null,
  }
  if (setup?.name === 'start') {
    await answer(scene, { key: 'write-here', community: community.name })
    return
  }
  await receive(scene)
}

/** The community a person belongs to: where he wrote or holds a role, the latest first. Strangers have none. */
async function homeOf(tx: Tx, message: IncomingMessage): Promise<Community | null> {
  if (message.author.userId === null) return null
  const [latest] = await tx.people.communitiesOf(message.author.userId)
  return latest === undefined ? null : tx.communities.get(latest)
}

async function receive(scene: Scene): Promise<void> {
  const { tx, message } = scene
  if (message.edited) return reviseMessage(scene)
  const known = await tx.messages.get(message.chatId, message.messageId)
  if (known && known.ticketIds.length > 0) return
  if (message.replyTo && (await receiveReply(scene))) return
  const meaning = await meaningOf(scene)
  if (meaning.command) return runTypedCommand(scene, meaning.command, null)
  if (meaning.kind !== 'report' && (await suggestCommand(scene, meaning))) return
  if ((await takeReport(scene, meaning)) !== 'silent') return
  if (message.mediaGroupId === null) await answer(scene, { key: 'not-understood' })
}
