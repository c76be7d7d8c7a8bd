import { Bot, InlineKeyboard, InputFile, InputMediaBuilder, webhookCallback } from 'grammy'
import { sampleImage } from '../../../src/sandbox/sample-image.ts'
import { download, type MakeEchoBot } from './echo-bot.ts'

export const grammyEchoBot: MakeEchoBot = (token, apiRoot) => {
  const bot = new Bot(token, { client: { apiRoot } })
  bot.command('start', (ctx) => ctx.reply(`hello ${ctx.match}`))
  bot.command('album', (ctx) =>
    ctx.replyWithMediaGroup([
      InputMediaBuilder.photo(new InputFile(sampleImage(1), '1.png'), { caption: 'album' }),
      InputMediaBuilder.photo(new InputFile(sampleImage(2), '2.png')),
    ]),
  )
  bot.command('poll', (ctx) => ctx.replyWithPoll('yes?', [{ text: 'yes' }, { text: 'no' }], { is_anonymous: false }))
  bot.on('poll_answer', (ctx) =>
    ctx.api.sendMessage(ctx.pollAnswer.user?.id ?? 0, `voted ${ctx.pollAnswer.option_ids}`),
  )
  bot.on('message:photo', async (ctx) => {
    const file = await ctx.getFile()
    const bytes = await download(apiRoot, token, file.file_path)
    await ctx.replyWithPhoto(file.file_id, { caption: `echo <i>${bytes.length}</i>`, parse_mode: 'HTML' })
  })
  bot.on('message:text', (ctx) =>
    ctx.reply(`echo <b>${ctx.message.text}</b>`, {
      parse_mode: 'HTML',
      reply_parameters: { message_id: ctx.message.message_id },
      reply_markup: new InlineKeyboard().text('again', 'again:1'),
    }),
  )
  bot.callbackQuery('again:1', async (ctx) => {
    await ctx.editMessageText('pressed')
    await ctx.answerCallbackQuery({ text: 'done', show_alert: true })
  })
  return {
    start: () => bot.start({ allowed_updates: ['message', 'callback_query', 'poll_answer'] }),
    stop: () => bot.stop(),
    webhook: (secretToken) => webhookCallback(bot, 'http', { secretToken }),
  }
}
