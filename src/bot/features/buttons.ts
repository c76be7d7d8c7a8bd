import { Composer, type Telegram } from 'telegraf'
import type { App } from '../../app/app.ts'
import type { PressAnswer } from '../../app/incoming.ts'
import type { Log } from '../../app/log.ts'
import { doneToast, refusalToast } from '../../messages/toast.ts'
import type { BotContext } from '../bot-context.ts'
import { callTelegram } from '../telegram-client.ts'
import { faultText, readFault } from '../telegram-fault.ts'
import { toPress } from '../to-incoming.ts'

const answerMs = 10_000

/** What is shown on the presser's screen: a passing line, or a box for a refusal. */
interface Toast {
  readonly text: string
  readonly alert: boolean
}

/**
 * Presses. Each is answered once, after its transaction; the answer is a courtesy, the state is in the database, so an
 * answer that Telegram no longer takes (150 s) changes nothing.
 */
export function buttons(app: Pick<App, 'pressButton'>, telegram: Telegram, log: Log): Composer<BotContext> {
  const feature = new Composer<BotContext>()
  feature.on('callback_query', async (context, next) => {
    const { callbackQuery: query } = context
    const { inboxId, receivedAt } = context.state.row
    const press = toPress(query, inboxId, receivedAt)
    const toast = press === null ? notOurs(query.from.language_code) : toastOf(await app.pressButton(press))
    // Not waited for: while Telegram is slow, the chat's next updates go on.
    void answer(telegram, log, query.id, toast)
    if (press === null) return next()
  })
  return feature
}

function toastOf({ result, language, timezone, at }: PressAnswer): Toast {
  return result.kind === 'done'
    ? { text: doneToast(result.action, result, language), alert: false }
    : { text: refusalToast(result.refusal, result.help, language, timezone, at), alert: true }
}

/** A button that nobody here wrote, or that an older version did: no community is known, so the presser's own language. */
function notOurs(languageCode: string | undefined): Toast {
  const language = languageCode === undefined || languageCode.startsWith('zh') ? 'zh-CN' : 'en'
  return { text: refusalToast({ code: 'button-expired' }, null, language, 'UTC', 0), alert: true }
}

async function answer(telegram: Telegram, log: Log, queryId: string, { text, alert }: Toast): Promise<void> {
  try {
    const payload = { callback_query_id: queryId, ...(text !== '' && { text, show_alert: alert }) }
    await callTelegram(telegram, 'answerCallbackQuery', payload, { timeoutMs: answerMs })
  } catch (error) {
    log.info({ error: faultText(readFault(error)) }, 'a press could not be answered')
  }
}
