import type { Person } from '../domain/ticket/actor.ts'
import type { Refusal } from '../domain/ticket/refusal.ts'
import type { RefusalTexts } from './catalogue.ts'
import { type Html, join } from './html.ts'
import type { Speech } from './speech.ts'

/** A refusal in words, followed by whom to ask where somebody can help. */
export function refusalText(texts: RefusalTexts, refusal: Refusal, help: Person | null, say: Speech): Html {
  // The table is complete by type; the compiler cannot see that code and params belong together.
  const tell = texts[refusal.code] as (refusal: Refusal, say: Speech) => Html
  const separator = say.language === 'zh-CN' ? '' : ' '
  return join([tell(refusal, say), help ? texts.askFor(help, say) : null], separator)
}
