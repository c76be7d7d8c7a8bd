import { type WeekStep, week, weekEnd } from '../../seeds/week.ts'
import type { Both, Pace, Player, PlayerState } from '../sandbox/page-extras.ts'
import { captionOfNews, captionOfStep } from './captions.ts'
import { newsOf } from './news-of.ts'
import type { DemoWorld } from './open-demo.ts'
import { runWeek, StepFailed } from './run-week.ts'
import { createTurnstile } from './turnstile.ts'

/** Between two steps, and after what time alone has brought about; ms. */
const waits: Readonly<Record<Pace, { readonly step: number; readonly look: number }>> = {
  slow: { step: 3800, look: 3200 },
  normal: { step: 1700, look: 1500 },
  fast: { step: 220, look: 160 },
}

export interface WeekPlayer extends Player {
  /** Resolves when the script has ended, however it did. */
  readonly finished: Promise<void>
}

/**
 * Plays the demo week in a world made for it, so that people can watch: at a pace, with a caption, to be paused and ended.
 * @param onTaken called when the script has ended and the chats are everybody's.
 */
export function playWeek(
  world: DemoWorld,
  { timezone, onTaken, steps = week }: { timezone: string; onTaken: () => void; steps?: readonly WeekStep[] },
): WeekPlayer {
  const { telegram, clock } = world
  const listeners = new Set<(state: PlayerState) => void>()
  const stopping = new AbortController()
  const turnstile = createTurnstile(stopping.signal)
  const news = newsOf(telegram)
  let state: PlayerState = {
    status: 'playing',
    pace: 'normal',
    done: 0,
    of: steps.length,
    caption: null,
    when: '',
    chat: null,
  }
  const set = (change: Partial<PlayerState>): void => {
    state = { ...state, ...change }
    for (const listener of listeners) listener(state)
  }
  const show = (chat: string | null, caption: Both | null): void => {
    const format = { timeZone: timezone, month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const
    set({ chat, caption, when: new Intl.DateTimeFormat('zh-CN', { ...format, hourCycle: 'h23' }).format(clock.now()) })
  }

  const finished = runWeek({
    telegram,
    clock,
    bot: world.bot,
    timezone,
    steps,
    end: weekEnd,
    stopped: stopping.signal,
    async before(step) {
      telegram.announceClock()
      show(
        step.where === 'dm' ? `${telegram.bot.user.id}:${step.who}` : String(step.where),
        captionOfStep(telegram, step),
      )
      await turnstile.pass(waits[state.pace].step / 2, true)
    },
    async onRest(step) {
      telegram.announceClock()
      const written = news.take()
      const told = step === null ? captionOfNews(written.map(({ message }) => message)) : null
      if (step !== null) set({ done: state.done + 1 })
      else if (told) show(told.chat(written), told.caption)
      if (step === null && written.length === 0) return
      await turnstile.pass(step === null ? waits[state.pace].look : waits[state.pace].step / 2)
    },
  }).then(
    () => set({ status: stopping.signal.aborted ? 'taken' : 'done', chat: null, caption: null }),
    (error: unknown) => {
      set({ status: 'failed', why: error instanceof StepFailed ? error.message : 'the script ended with a fault' })
    },
  )
  const over = finished.then(() => {
    news.close()
    onTaken()
  })

  return {
    finished: over,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    play() {
      if (state.status !== 'paused') return
      turnstile.open()
      set({ status: 'playing' })
    },
    pause() {
      if (state.status !== 'playing') return
      turnstile.shut()
      set({ status: 'paused' })
    },
    step() {
      if (state.status === 'paused') turnstile.letOne()
    },
    setPace: (pace) => set({ pace }),
    stop: () => stopping.abort(),
  }
}
