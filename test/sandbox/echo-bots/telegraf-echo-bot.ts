import { Input, Markup, Telegraf } from 'telegraf'
import { message } from 'telegraf/filters'
import { sampleImage } from '../../../src/sandbox/sample-image.ts'
import { download, type MakeEchoBot } from './echo-bot.ts'

export const telegrafEchoBot: MakeEchoBot = (token, apiRoot) => {
  const bot = new Telegraf(token, { telegram: { apiRoot } })
  bot.start((ctx) => ctx.reply(`hello ${ctx.payload}`))
  bot.command('album', (ctx) =>
    ctx.replyWithMediaGroup([
      { type: 'photo', media: Input.fromBuffer(sampleImage(1), '1.png'), caption: 'album' },
      { type: 'photo', media: Input.fromBuffer(sampleImage(2), '2.png') },
    ]),
  )
  bot.command('poll', (ctx) => ctx.replyWithPoll('yes?', ['yes', 'no'], { is_anonymous: false }))
  bot.on('poll_answer', (ctx) =>
    ctx.telegram.sendMessage(ctx.pollAnswer.user?.id ?? 0, `voted ${ctx.pollAnswer.option_ids}`),
  )
  bot.on(message('photo'), async (ctx) => {
    const file = await ctx.telegram.getFile(ctx.message.photo.at(-1)?.file_id ?? '')
    const bytes = await download(apiRoot, token, file.file_path)
    await ctx.replyWithPhoto(file.file_id, { caption: `echo <i>${bytes.length}</i>`, parse_mode: 'HTML' })
  })
  bot.on(message('text'), (ctx) =>
    ctx.reply(`echo <b>${ctx.message.text}</b>`, {
      parse_mode: 'HTML',
      reply_parameters: { message_id: ctx.message.message_id },
      ...Markup.inlineKeyboard([Markup.button.callback('again', 'again:1')]),
    }),
  )
  bot.action('again:1', async (ctx) => {
    await ctx.editMessageText('pressed')
    await ctx.answerCbQuery('done', { show_alert: true })
  })
  let polling: Promise<void> | undefined
  return {
    start() {
      polling = bot.launch({ allowedUpdates: ['message', 'callback_query', 'poll_answer'] })
      return polling
    },
    async stop() {
      bot.stop()
      await polling
    },
    webhook: (secretToken) => bot.webhookCallback('/hook', { secretToken }),
  }
}
