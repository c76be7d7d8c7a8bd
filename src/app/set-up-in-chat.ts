import type { Role } from '../domain/community/role.ts'
import type { SetupCommand } from '../nlu/setup-command.ts'
import { answer, answerNo, type Scene } from './scene.ts'

/** Set-up words in a bound group: naming people by replying to them, showing them, the language. False when not for here. */
export async function runGroupSetup(scene: Scene, setup: SetupCommand): Promise<boolean> {
  const { tx, message, community, actor, chat } = scene
  switch (setup.name) {
    case 'appoint':
      await appoint(scene, setup)
      return true
    case 'dismiss':
      await dismiss(scene, setup.role)
      return true
    case 'people': {
      if (!(await mayAppoint(scene, 'staff'))) return refuse(scene)
      const people = await tx.people.list(community.id)
      await answer(scene, { key: 'people', people: people.map(({ name, role, trades }) => ({ name, role, trades })) })
      return true
    }
    case 'chatid':
      if (actor.userId === null) return true
      await answer(scene, { key: 'chat-id', chat: message.chatId, thread: chat?.threadId ?? null, user: actor.userId })
      return true
    case 'language':
      if (!setup.language) return false
      if (!(await mayAppoint(scene, 'manager'))) return refuse(scene)
      await tx.communities.setLanguage(community.id, setup.language)
      await answer(scene, { key: 'language-set' })
      return true
    default:
      return false
  }
}

async function appoint(scene: Scene, setup: Extract<SetupCommand, { name: 'appoint' }>): Promise<void> {
  const { tx, message, community } = scene
  const target = message.replyTo?.author
  if (!setup.role || setup.role === 'resident' || !target || target.userId === null || message.replyTo?.fromThisBot) {
    await answer(scene, { key: 'appoint-how' })
    return
  }
  if (!(await mayAppoint(scene, setup.role))) {
    await refuse(scene)
    return
  }
  const name = setup.person ?? target.name
  await tx.people.appoint(community.id, {
    userId: target.userId,
    name,
    role: setup.role,
    trades: setup.trades,
    title: null,
  })
  await answer(scene, { key: 'appointed', name, role: setup.role })
}

async function dismiss(scene: Scene, role: Role | null): Promise<void> {
  const { tx, message, community } = scene
  const target = message.replyTo?.author
  if (!role || !target || target.userId === null) {
    await answer(scene, { key: 'appoint-how' })
    return
  }
  if (!(await mayAppoint(scene, role))) {
    await refuse(scene)
    return
  }
  await tx.people.dismiss(community.id, target.userId, role)
  await answer(scene, { key: 'dismissed', name: target.name, role })
}

/** Owners and admins name anybody; a manager names his own staff. */
async function mayAppoint({ tx, actor }: Scene, role: Role): Promise<boolean> {
  if (actor.userId === null) return false
  if (actor.roles.includes('admin') || (role === 'staff' && actor.roles.includes('manager'))) return true
  return (await tx.people.owners()).includes(actor.userId)
}

async function refuse(scene: Scene): Promise<true> {
  await answerNo(scene, { code: 'admins-only' })
  return true
}
