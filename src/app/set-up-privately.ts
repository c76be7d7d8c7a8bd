import type { Community } from '../domain/community/community.ts'
import type { ChatRole } from '../domain/community/role.ts'
import type { Instant, UserId } from '../domain/ids.ts'
import { defaultPolicy } from '../domain/policy/default-policy.ts'
import type { Notice } from '../domain/post/notice.ts'
import type { SetupCommand } from '../nlu/setup-command.ts'
import type { AppDeps } from './app.ts'
import { putCommunity } from './import-community.ts'
import type { IncomingMessage } from './incoming.ts'
import type { Tx } from './ports.ts'
import { say } from './post.ts'

/** How long a bind code may be used. */
const bindMinutes = 60

/** What a new community starts with; everything can be changed by its file. */
const defaultZone = 'Asia/Shanghai'

/** Set-up in the private chat: claim the installation, make a community, get a bind code. False when it is nothing of the kind. */
export async function setUpPrivately(
  tx: Tx,
  deps: AppDeps,
  message: IncomingMessage,
  setup: SetupCommand,
  now: Instant,
): Promise<boolean> {
  const userId = message.author.userId
  if (userId === null) return false
  const reply = (notice: Notice): Promise<number> =>
    say(
      tx,
      deps,
      notice,
      {
        communityId: null,
        to: { chatId: message.chatId, threadId: null },
        purpose: 'reply',
        replyTo: message.messageId,
      },
      now,
    )
  if (setup.name === 'claim') {
    await reply({ key: (await claim(tx, deps, setup.code, userId, now)) ? 'claimed' : 'claim-refused' })
    return true
  }
  if (setup.name === 'chatid') {
    await reply({ key: 'chat-id', chat: message.chatId, thread: null, user: userId })
    return true
  }
  if (!(await tx.people.owners()).includes(userId)) return false
  switch (setup.name) {
    case 'start':
      if (setup.payload !== null) return false
      await reply({
        key: 'owner-welcome',
        communities: (await tx.communities.list()).map(({ name }) => name),
        bot: deps.bot().username,
      })
      return true
    case 'community':
      await makeCommunity(tx, setup.title, now)
      await reply({ key: 'community-made', name: setup.title })
      return true
    case 'bind':
      if (!setup.role) return false
      await reply(await bindCode(tx, deps, setup.role, userId, now))
      return true
    case 'people':
      await reply(await peopleNotice(tx))
      return true
    default:
      return false
  }
}

async function claim(tx: Tx, deps: AppDeps, code: string, userId: UserId, now: Instant): Promise<boolean> {
  const redeemed = await tx.secrets.redeem(deps.ids.hash(normalCode(code)), 'claim', userId, now)
  if (!redeemed) return false
  await tx.people.addOwner(userId, now)
  return true
}

async function makeCommunity(tx: Tx, name: string, now: Instant): Promise<void> {
  if (await tx.communities.byName(name)) return
  await putCommunity(
    tx,
    {
      name,
      timezone: defaultZone,
      language: 'zh-CN',
      households: null,
      buildings: [],
      chats: [],
      people: [],
      policy: defaultPolicy(defaultZone),
    },
    now,
  )
}

async function bindCode(tx: Tx, deps: AppDeps, role: ChatRole, userId: UserId, now: Instant): Promise<Notice> {
  const community = await latestCommunity(tx)
  if (!community) return { key: 'bind-refused', reason: 'no-community' }
  const code = deps.ids.code()
  await tx.secrets.add(
    deps.ids.hash(normalCode(code)),
    { kind: 'bind', communityId: community.id, chatRole: role, ticketId: null, expiresAt: now + bindMinutes * 60_000 },
    userId,
    now,
  )
  return { key: 'bind-code', code, role, community: community.name, minutes: bindMinutes }
}

/** The community set up last: an owner sets up one after the other. */
async function latestCommunity(tx: Tx): Promise<Community | null> {
  return (await tx.communities.list()).toSorted((a, b) => b.id - a.id)[0] ?? null
}

async function peopleNotice(tx: Tx): Promise<Notice> {
  const community = await latestCommunity(tx)
  const people = community ? await tx.people.list(community.id) : []
  return { key: 'people', people: people.map(({ name, role, trades }) => ({ name, role, trades })) }
}

/** Codes are read aloud and typed by hand: case and hyphens do not matter. */
export function normalCode(code: string): string {
  return code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
}
