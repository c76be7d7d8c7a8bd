import { createTelegram } from '../../src/sandbox/telegram.ts'
import { isStaff, messageOf, residentsOf, staffOf } from './estate.ts'
import type { Arrivals, PeerQuestion, PeerSettings } from './load.ts'

/** Telegram, in a process of its own: people who write, and a stopwatch on what the bot sends them. */
const settings = JSON.parse(process.argv[2] ?? '{}') as PeerSettings
const telegram = createTelegram({
  limits: settings.limits,
  keepCalls: 0,
  bot: { username: 'huying_bot', can_read_all_group_messages: true },
})
const people = 40
for (let id = 1; id <= settings.communities * people; id++) telegram.addUser({ id, first_name: `住户${id}` })
for (let community = 0; community < settings.communities; community++) {
  telegram.addGroup({ id: residentsOf(community), title: `业主群${community}` })
  telegram.addGroup({ id: staffOf(community), title: `工单群${community}` })
}

/** Sends of the bot since the last question: when, and in which chat. */
let sent: { at: number; chatId: number; ok: boolean; urgent: boolean }[] = []
telegram.subscribe((event) => {
  if (event.kind !== 'call' || !event.call.method.startsWith('send')) return
  const { params, outcome } = event.call
  const urgent = typeof params.text === 'string' && params.text.includes('🆘')
  sent.push({ at: performance.now(), chatId: Number(params.chat_id), ok: outcome.ok, urgent })
})
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const next = new Map<string, number>()

/** Somebody of the community writes its next message; nobody writes twice in a row. */
function write(kind: 'chatter' | 'reports', community: number): void {
  const key = `${kind} ${community}`
  const n = next.get(key) ?? 0
  next.set(key, n + 1)
  telegram.as(1 + community * people + (n % people)).say(residentsOf(community), messageOf(kind, n))
}

/** `count` messages at once; until `each` answers to every one have come. */
async function flood({ kind, count, each }: Extract<PeerQuestion, { do: 'flood' }>): Promise<{ ms: number }> {
  sent = []
  const began = performance.now()
  for (let n = 0; n < count; n++) write(kind, n % settings.communities)
  if (each === 0) {
    while (telegram.pendingUpdates().length > 0) await sleep(2)
    return { ms: performance.now() - began }
  }
  const wanted = count * each
  let before = -1
  for (let idle = 0; sent.length < wanted; idle = sent.length === before ? idle + 1 : 0) {
    if (idle > 6000) throw new Error(`${sent.length} of ${wanted} answers came`)
    before = sent.length
    await sleep(5)
  }
  return { ms: (sent[wanted - 1]?.at ?? performance.now()) - began }
}

/** Messages at an even pace, whatever the bot does; how long each waited for its answer in the chat it was written in. */
async function paced({ perSecond, seconds }: Extract<PeerQuestion, { do: 'paced' }>): Promise<Arrivals> {
  sent = []
  const written = new Map<number, number[]>()
  const count = perSecond * seconds
  const began = performance.now()
  for (let n = 0; n < count; n++) {
    await sleep(Math.max(0, began + (n * 1000) / perSecond - performance.now()))
    const community = n % settings.communities
    write('reports', community)
    const chatId = residentsOf(community)
    written.set(chatId, [...(written.get(chatId) ?? []), performance.now()])
  }
  const inGroup = () => sent.filter(({ chatId }) => !isStaff(chatId))
  for (let waited = 0; inGroup().length < count && waited < 30_000; waited += 10) await sleep(10)
  const times: number[] = []
  for (const { chatId, at } of inGroup()) {
    // A chat's answers come in the order of its messages.
    const asked = written.get(chatId)?.shift()
    if (asked !== undefined) times.push(at - asked)
  }
  times.sort((a, b) => a - b)
  return {
    answered: times.length,
    p50: times[Math.floor(times.length * 0.5)] ?? 0,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
  }
}

/** What went out in some seconds of a jam, with somebody in danger after a third of them. */
async function jam({ seconds }: Extract<PeerQuestion, { do: 'jam' }>) {
  for (let waited = 0; sent.length < 60 && waited < 20_000; waited += 10) await sleep(10)
  sent = []
  const began = performance.now()
  await sleep((seconds * 1000) / 3)
  const cried = performance.now()
  telegram.as(1).say(residentsOf(0), '救命!3号楼2单元电梯里困着两个人,有人晕倒了')
  await sleep((seconds * 1000 * 2) / 3)
  const heard = sent.find(({ chatId, at, ok }) => ok && at >= cried && chatId === staffOf(0))
  return {
    perSecond: sent.filter(({ ok }) => ok).length / ((performance.now() - began) / 1000),
    refused: sent.filter(({ ok }) => !ok).length,
    emergencyMs: heard ? heard.at - cried : null,
  }
}

const answer = (of: PeerQuestion): Promise<object> =>
  of.do === 'flood' ? flood(of) : of.do === 'paced' ? paced(of) : jam(of)

process.on('message', (question: PeerQuestion) => {
  answer(question).then(
    (found) => process.send?.(found),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
process.send?.({ apiRoot: await telegram.listen(), token: telegram.bot.token })
