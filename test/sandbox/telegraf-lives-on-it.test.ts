import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Input, Markup, Telegraf } from 'telegraf'
import { message } from 'telegraf/filters'
import { expect, test } from 'vitest'
import { sampleImage } from '../../src/sandbox/sample-image.ts'
import { openSandbox } from './open-sandbox.ts'

function echoBot(token: string, root: string): Telegraf {
  const bot = new Telegraf(token, { telegram: { apiRoot: root } })
  bot.on(message('text'), (ctx) =>
    ctx.reply(`echo <b>${ctx.message.text}</b>`, {
      parse_mode: 'HTML',
      reply_parameters: { message_id: ctx.message.message_id },
      ...Markup.inlineKeyboard([Markup.button.callback('again', 'again:1')]),
    }),
  )
  return bot
}

test('a telegraf bot echoes by webhook, through the webhook reply and through calls of its own', async () => {
  for (const webhookReply of [true, false]) {
    const { tg, root, api } = await openSandbox()
    const bot = echoBot(tg.bot.token, root)
    bot.telegram.webhookReply = webhookReply
    const listener = createServer(bot.webhookCallback('/hook', { secretToken: 'a-secret-of-this-test' }))
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
    const { port } = listener.address() as AddressInfo
    const set = await api('setWebhook', {
      url: `http://127.0.0.1:${port}/hook`,
      secret_token: 'a-secret-of-this-test',
    })
    expect(set.result).toBe(true)

    tg.as(101).say(-1001, 'one')
    const echo = await tg.waitFor(() => tg.chat(-1001).find('echo one'), { what: 'the echo' })
    expect(echo.buttons).toEqual(['again'])
    await tg.waitFor(() => tg.pendingUpdates().length === 0, { what: 'the update to leave the queue' })
    listener.closeAllConnections()
    await new Promise((resolve) => listener.close(resolve))
  }
})

test('telegraf uploads photos and albums as multipart, and the same bytes come back by getFile', async () => {
  const { tg, root } = await openSandbox()
  const { telegram } = new Telegraf(tg.bot.token, { telegram: { apiRoot: root } })
  const picture = sampleImage(7)

  const sent = await telegram.sendPhoto(-1001, Input.fromBuffer(picture, 'week.png'), {
    caption: '<b>第47周</b>',
    parse_mode: 'HTML',
    ...Markup.inlineKeyboard([Markup.button.callback('看', 'look')]),
  })
  const shown = tg.chat(-1001).message(sent.message_id)
  expect([shown.photo, shown.html, shown.buttons]).toEqual([true, '<b>第47周</b>', ['看']])
  expect(shown.files[0]?.bytes.equals(picture)).toBe(true)
  expect(sent.photo.at(-1)).toMatchObject({ width: 160, height: 120 })

  const link = await telegram.getFileLink(sent.photo.at(-1)?.file_id ?? '')
  const loaded = Buffer.from(await (await fetch(link)).arrayBuffer())
  expect(loaded.equals(picture)).toBe(true)

  const album = await telegram.sendMediaGroup(-1001, [
    { type: 'photo', media: { source: sampleImage(1) }, caption: 'one' },
    { type: 'photo', media: { source: sampleImage(2) } },
  ])
  expect(new Set(album.map((part) => 'media_group_id' in part && part.media_group_id)).size).toBe(1)
  expect(album.map((part) => tg.chat(-1001).message(part.message_id).files[0]?.bytes.length)).toEqual([
    sampleImage(1).length,
    sampleImage(2).length,
  ])
  expect(tg.callsTo('sendPhoto')[0]?.params.photo).toEqual({ filename: 'week.png', size: picture.length })
})
