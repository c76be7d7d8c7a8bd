/** Telegram does not know the token: nothing will get better by trying again. The text never holds the token. */
export class TokenRefused extends Error {
  constructor() {
    super('Telegram refuses the bot token (401 or 404): check BOT_TOKEN, then start again')
    this.name = 'TokenRefused'
  }
}
