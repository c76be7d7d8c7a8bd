import { type MovableClock, type Traveller, travel } from '../clocks.ts'
import type { Instant } from '../domain/ids.ts'
import type { Telegram } from '../sandbox/telegram.ts'
import { newsOf } from './news-of.ts'

/** How long what time has brought about can be looked at before time goes on. */
const LOOK_MS = 450

/** Lets time pass so that it can be watched: the clock is shown wherever it stops, and after news there is a moment to look. */
export async function travelInSight(
  { clock, bot, telegram }: { readonly clock: MovableClock; readonly bot: Traveller; readonly telegram: Telegram },
  to: Instant,
): Promise<void> {
  const news = newsOf(telegram)
  const watched: Traveller = {
    nextAt: bot.nextAt,
    sweep: bot.sweep,
    async settle() {
      await bot.settle()
      telegram.announceClock()
      if (news.take().length > 0) await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    },
  }
  try {
    await travel(clock, watched, to)
  } finally {
    news.close()
  }
}
