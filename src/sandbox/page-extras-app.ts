import type { Hono } from 'hono'
import { type PageExtras, paces } from './page-extras.ts'

/** What the page is told of its extras when it opens. */
export function extrasState({ tour, curtain, startPlayer, player, home }: PageExtras): Record<string, unknown> {
  return {
    tour,
    curtain: curtain !== undefined,
    startsPlayer: startPlayer && 'api/player/start',
    player: player?.state(),
    home,
  }
}

/** The endpoints of the extras that are there. */
export function mountExtras(app: Hono, { curtain, startPlayer, player }: PageExtras): void {
  const start = startPlayer && (() => startPlayer().then((at) => ({ ok: true, at }), refusal))

  app.get('/api/curtain', async (c) => {
    if (!curtain) return c.notFound()
    const { language, ticket = '', chat, message } = c.req.query()
    const view = await curtain({
      language: language === 'en' ? 'en' : 'zh-CN',
      ticket,
      message: chat !== undefined && message !== undefined ? { chat, id: Number(message) } : null,
    })
    return c.json(view)
  })

  app.post('/api/player/start', async (c) => (start ? c.json(await start()) : c.notFound()))

  app.post('/api/player', async (c) => {
    if (!player) return c.notFound()
    const { command, pace } = (await c.req.json().catch(() => ({}))) as { command?: string; pace?: string }
    const chosen = paces.find((one) => one === pace)
    if (command === 'again' && start) return c.json(await start())
    if (command === 'play') player.play()
    else if (command === 'pause') player.pause()
    else if (command === 'step') player.step()
    else if (command === 'stop') player.stop()
    else if (command === 'pace' && chosen) player.setPace(chosen)
    else return c.json({ ok: false, why: 'no such command' }, 400)
    return c.json({ ok: true })
  })
}

function refusal(error: unknown): { ok: false; why: string } {
  return { ok: false, why: error instanceof Error ? error.message : String(error) }
}
