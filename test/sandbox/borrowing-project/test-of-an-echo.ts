import assert from 'node:assert/strict'
import { test } from 'node:test'
// The five lines of src/sandbox/README.md:
import { createTelegram } from 'huying/telegram'
import { startYourBot } from './start-your-bot.ts'

test('my bot says back what it is told', async () => {
  const tg = createTelegram()
  await startYourBot({ token: tg.bot.token, apiRoot: await tg.listen() })
  tg.as(tg.addUser({ id: 101, first_name: 'Zhang' })).say('dm', 'hello')
  const answer = await tg.waitFor(() => tg.chat(101).find('hello'))

  assert.equal(answer.text, 'you said hello')
  await tg.close()
})
