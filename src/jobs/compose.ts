import type { App } from '../app/app.ts'
import type { Log } from '../app/log.ts'
import type { PostRow } from '../app/ports.ts'
import type { Language } from '../domain/ids.ts'
import type { PostBody, Rendered } from '../domain/post/body.ts'
import type { RenderContext } from '../domain/post/view.ts'
import { type WeeklySummary, weeklySummary } from '../domain/summary/weekly-summary.ts'
import { summaryText } from '../messages/summary-text.ts'

/** A post made ready at the moment of sending: its text, and what goes with it. */
export interface Composed {
  readonly message: Rendered
  readonly picture: Uint8Array | null
  readonly media: readonly { readonly kind: string; readonly fileId: string }[]
}

export interface ComposeDeps {
  readonly app: Pick<App, 'renderContext' | 'media' | 'weeklyFacts'>
  /** The text and keyboard of everything but a summary. */
  readonly render: (body: PostBody, context: RenderContext) => Rendered
  /** A summary's picture as a PNG. Comes from outside, since jobs know nothing of drawing. */
  readonly drawSummary: (summary: WeeklySummary, options: { readonly language: Language }) => Promise<Uint8Array>
  readonly log: Log
}

export type Compose = (post: PostRow, resend: boolean) => Promise<Composed>

const MOST_MEDIA = 10

/** Makes the function that renders a post from what is true now. Throws where the post cannot be rendered. */
export function createComposer({ app, render, drawSummary, log }: ComposeDeps): Compose {
  return async (post, resend) => {
    const context = await app.renderContext(post, resend)
    const { body } = post
    if (body.kind === 'summary' && post.communityId !== null) {
      const { facts, timezone, weights } = await app.weeklyFacts(post.communityId, body.week)
      const summary = weeklySummary(facts, body.audience, timezone, weights)
      const html = summaryText(summary, context.language).markup
      // The figures matter more than their picture: without it the text still goes out.
      const picture = await drawSummary(summary, { language: context.language }).catch((error: unknown) => {
        log.error({ postId: post.id, error: String(error).slice(0, 200) }, 'summary picture not drawn')
        return null
      })
      return { message: { html, keyboard: [], forceReply: null }, picture, media: [] }
    }
    const media = body.kind === 'photos' && post.ticketId !== null ? await app.media(post.ticketId) : []
    return { message: render(body, context), picture: null, media: media.slice(0, MOST_MEDIA) }
  }
}
