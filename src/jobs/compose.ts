import type { App } from '../app/app.ts'
import type { Log } from '../app/log.ts'
import type { PostRow } from '../app/ports.ts'
import type { PostBody, Rendered } from '../domain/post/body.ts'
import type { RenderContext } from '../domain/post/view.ts'
import type { WeeklyFacts } from '../domain/summary/weekly-facts.ts'

export type SummaryBody = Extract<PostBody, { readonly kind: 'summary' }>

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
  /** The text beside a summary's picture: at most 1024 characters, the length of a caption. */
  readonly summaryText: (facts: WeeklyFacts, body: SummaryBody, context: RenderContext) => Rendered
  /** The picture as a PNG. Comes from outside, since jobs know nothing of drawing. */
  readonly drawSummary: (facts: WeeklyFacts, body: SummaryBody, context: RenderContext) => Promise<Uint8Array>
  readonly log: Log
}

export type Compose = (post: PostRow, resend: boolean) => Promise<Composed>

/** Makes the function that renders a post from what is true now. Throws where the post cannot be rendered. */
export function createComposer({ app, render, summaryText, drawSummary, log }: ComposeDeps): Compose {
  return async (post, resend) => {
    const context = await app.renderContext(post, resend)
    const { body } = post
    if (body.kind === 'summary' && post.communityId !== null) {
      const { facts } = await app.weeklyFacts(post.communityId, body.week)
      const message = summaryText(facts, body, context)
      // The figures matter more than their picture: without it the text still goes out.
      const picture = await drawSummary(facts, body, context).catch((error: unknown) => {
        log.error({ postId: post.id, error: String(error).slice(0, 200) }, 'summary picture not drawn')
        return null
      })
      return { message, picture, media: [] }
    }
    const media = body.kind === 'photos' && post.ticketId !== null ? await app.media(post.ticketId) : []
    return { message: render(body, context), picture: null, media }
  }
}
