import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { sampleImage } from '../../src/sandbox/sample-image.ts'
import type { Telegram } from '../../src/sandbox/telegram.ts'
import type { EchoBot } from './echo-bots/echo-bot.ts'
import { grammyEchoBot } from './echo-bots/grammy-echo-bot.ts'
import { telegrafEchoBot } from './echo-bots/telegraf-echo-bot.ts'
import { openSandbox } from './open-sandbox.ts'

const SECRET = 'a-secret-of-this-test'
const chat = -1001

async function poll(bot: EchoBot): Promise<() => Promise<void>> {
  const running = bot.start()
  return async () => {
    await bot.stop()
    await running
  }
}

async function serve(bot: EchoBot, root: string, token: string): Promise<() => Promise<void>> {
  const server = createServer(bot.webhook(SECRET))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  const set = await fetch(`${root}/bot${token}/setWebhook?url=${encodeURIComponent(url)}&secret_token=${SECRET}`)
  expect(((await set.json()) as { result: boolean }).result).toBe(true)
  return async () => {}
}

/** What a person would try of an echo bot, and what they should see of it. */
async function tryAll(tg: Telegram): Promise<void> {
  const resident = tg.as(101)
  const said = resident.say(chat, '灯坏了')
  const echo = await tg.waitFor(() => tg.chat(chat).find('echo'), { what: 'the echo' })
  expect([echo.html, echo.replyTo, echo.buttons]).toEqual(['echo <b>灯坏了</b>', said.id, ['again']])

  expect(await resident.press(chat, echo, 'again')).toEqual({ answered: true, alert: true, text: 'done' })
  expect(tg.chat(chat).message(echo.id)).toMatchObject({ text: 'pressed', edits: 1, buttons: [] })

  const picture = sampleImage(7)
  resident.photo(chat, { bytes: picture, caption: '看' })
  const back = await tg.waitFor(() => tg.chat(chat).find((message) => message.photo), { what: 'the photo' })
  expect(back.html).toBe(`echo <i>${picture.length}</i>`)
  expect(back.files[0]?.bytes.equals(picture)).toBe(true)

  resident.say(chat, '/album')
  const album = await tg.waitFor(
    () => {
      const parts = tg.chat(chat).fromBot.filter((message) => message.albumId !== undefined)
      return parts.length === 2 && parts
    },
    { what: 'the album' },
  )
  expect(new Set(album.map((part) => part.albumId)).size).toBe(1)
  expect(album.map((part) => part.text)).toEqual(['album', ''])
  expect(album.map((part) => part.files[0]?.bytes.equals(sampleImage(1)))).toEqual([true, false])

  resident.start('code-1')
  await tg.waitFor(() => tg.chat(101).find('hello code-1'), { what: 'the greeting' })

  resident.say(chat, '/poll')
  const asked = await tg.waitFor(() => tg.chat(chat).find((message) => message.poll !== undefined), {
    what: 'the poll',
  })
  resident.vote(chat, asked, [1])
  await tg.waitFor(() => tg.chat(101).find('voted 1'), { what: 'word of the vote' })
  expect(tg.calls.filter((call) => !call.outcome.ok)).toEqual([])
}

test.each([
  ['grammY', 'long polling', grammyEchoBot],
  ['grammY', 'webhook', grammyEchoBot],
  ['telegraf', 'long polling', telegrafEchoBot],
  ['telegraf', 'webhook', telegrafEchoBot],
] as const)(
  'a %s bot on %s echoes, is pressed, edits, sends photos and albums, greets and asks',
  async (_by, way, make) => {
    const { tg, root } = await openSandbox()
    const bot = make(tg.bot.token, root)
    const end = way === 'webhook' ? await serve(bot, root, tg.bot.token) : await poll(bot)
    await tryAll(tg)
    await end()
    await tg.waitFor(() => tg.pendingUpdates().length === 0, { what: 'every update to be taken' })
  },
)
