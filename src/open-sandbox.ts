import { readFile } from 'node:fs/promises'
import type { Hono } from 'hono'
import { neighbours } from '../seeds/neighbours.ts'
import type { CommunitySetup } from './app/ports.ts'
import { readCommunityFile } from './cli/community-file.ts'
import { toSetup } from './cli/to-setup.ts'
import type { MovableClock } from './clocks.ts'
import type { Huying } from './huying.ts'
import { travelInSight } from './neighbourhood/travel-in-sight.ts'
import { createSandboxApp, type SandboxAppOptions } from './sandbox/create-sandbox-app.ts'
import { createTelegram, type Telegram } from './sandbox/telegram.ts'

/** The demo neighbourhood on a local Telegram: what `npm start` shows without a token. */
export interface Sandbox {
  readonly telegram: Telegram
  readonly token: string
  readonly apiRoot: string
  /** Makes the bot know the neighbourhood. */
  settleIn(huying: Huying): Promise<void>
  /** The grid workers open their private chats, as theirs is where care, disputes and safety are told first. */
  openPrivateChats(): void
  readonly setup: CommunitySetup
  /** The page of chats, with a clock that can be put forward: what time brings is seen as it comes. */
  page(huying: Huying, extras?: SandboxAppOptions): Hono
  close(): Promise<void>
}

export async function openSandbox(clock: MovableClock): Promise<Sandbox> {
  const setup = await demoCommunity()
  // As after /setprivacy: it hears what people say to one another.
  const bot = { username: 'huying_bot', first_name: '呼应', can_read_all_group_messages: true }
  // The database outlives this Telegram, and knows what it has seen by these numbers: none may come twice.
  const first = Date.now()
  const numbers = { firstUpdateId: first, firstMessageId: first }
  const telegram = createTelegram({ now: clock.now, limits: true, bot, ...numbers })
  populate(telegram, setup)
  const apiRoot = await telegram.listen()
  return {
    telegram,
    token: telegram.bot.token,
    apiRoot,
    async settleIn(huying) {
      await huying.app.importCommunity(setup)
    },
    openPrivateChats() {
      for (const { userId, role } of setup.people) if (role === 'grid') telegram.as(userId).start()
    },
    setup,
    page: (huying, extras = {}) =>
      createSandboxApp(telegram, {
        title: { 'zh-CN': setup.name, en: setup.name },
        timeZone: setup.timezone,
        timeTravel: {
          now: clock.now,
          advance: (ms) => travelInSight({ clock, bot: throughTelegram(huying, telegram), telegram }, clock.now() + ms),
        },
        ...extras,
      }),
    close: () => telegram.close(),
  }
}

/** Settled means, too, that the bot has fetched what people wrote. */
export function throughTelegram(huying: Huying, telegram: Telegram) {
  return {
    nextAt: () => huying.nextAt(),
    sweep: () => huying.sweep(),
    async settle() {
      for (;;) {
        while (telegram.pendingUpdates().length > 0) await new Promise((resolve) => setTimeout(resolve, 5))
        await huying.settle()
        if (telegram.pendingUpdates().length === 0) return
      }
    },
  }
}

export async function demoCommunity(): Promise<CommunitySetup> {
  const file = new URL('../seeds/xingfuli.yaml', import.meta.url)
  const read = readCommunityFile(await readFile(file, 'utf8'))
  if (!read.ok)
    throw new Error(
      `seeds/xingfuli.yaml: ${read.problems.map(({ line, message }) => `${line} ${message.en}`).join('; ')}`,
    )
  return toSetup(read.value)
}

/** Everybody of the community file and a few residents, in their chats. */
export function populate(telegram: Telegram, setup: CommunitySetup): void {
  const named = setup.people.map(({ userId, name }) => ({ id: userId, first_name: name }))
  for (const user of [...named, ...neighbours]) telegram.addUser(user)
  const inside = (roles: readonly string[]): number[] =>
    setup.people.filter(({ role }) => roles.includes(role)).map(({ userId }) => userId)
  const members = {
    residents: [
      ...neighbours.filter(({ stranger }) => !stranger).map(({ id }) => id),
      ...inside(['manager', 'grid', 'volunteer']),
    ],
    staff: inside(['staff', 'manager']),
    committee: inside(['committee', 'grid']),
  }
  for (const { id, role, title } of setup.chats) telegram.addGroup({ id, title, members: members[role] })
}
