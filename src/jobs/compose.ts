import type { App } from '../app/app.ts'
import type { Log } from '../app/log.ts'
import type { PostRow } from '../app/ports.ts'
import type { Language } from '../domain/ids.ts'
import type { PostBody, Rendered } from '../domain/post/body.ts'
import type { RenderContext } from '../domain/post/view.ts'
import { type Audience, type Summary, summarize } from '../domain/summary/summary.ts'
import { summaryFilesText, summaryText } from '../messages/summary-text.ts'

/** A file made by us, with the name it arrives under. */
export interface Document {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A post made ready at the moment of sending: its text, and what goes with it. */
export interface Composed {
  readonly message: Rendered
  readonly picture: Uint8Array | null
  readonly documents: readonly Document[]
  readonly media: readonly { readonly kind: string; readonly fileId: string }[]
}

export interface ComposeDeps {
  readonly app: Pick<App, 'renderContext' | 'media' | 'periodFacts'>
  /** The text and keyboard of everything but a summary. */
  readonly render: (body: PostBody, context: RenderContext) => Rendered
  /** A summary's picture as a PNG. Comes from outside, since jobs know nothing of drawing. */
  readonly drawSummary: (summary: Summary, options: { readonly language: Language }) => Promise<Uint8Array>
  /** A summary's tables as files, from outside for the same reason. */
  readonly summaryFiles: (summary: Summary, options: { readonly language: Language }) => Promise<readonly Document[]>
  readonly log: Log
}

export type Compose = (post: PostRow, resend: boolean) => Promise<Composed>

const MOST_MEDIA = 10

/** Makes the function that renders a post from what is true now. Throws where the post cannot be rendered. */
export function createComposer({ app, render, drawSummary, summaryFiles, log }: ComposeDeps): Compose {
  async function summaryOf(communityId: number, period: string, audience: Audience): Promise<Summary> {
    const { facts, timezone } = await app.periodFacts(communityId, period)
    return summarize(facts, audience, timezone)
  }

  return async (post, resend) => {
    const context = await app.renderContext(post, resend)
    const { body } = post
    if (body.kind === 'summary' && post.communityId !== null) {
      const summary = await summaryOf(post.communityId, body.period, body.audience)
      const html = summaryText(summary, context.language).markup
      // The figures matter more than their picture: without it the text still goes out.
      const picture = await drawSummary(summary, { language: context.language }).catch((error: unknown) => {
        log.error({ postId: post.id, error: String(error).slice(0, 200) }, 'summary picture not drawn')
        return null
      })
      return { message: plain(html), picture, documents: [], media: [] }
    }
    if (body.kind === 'summary-files' && post.communityId !== null) {
      const summary = await summaryOf(post.communityId, body.period, 'committee')
      const html = summaryFilesText(summary, context.language).markup
      const documents = await summaryFiles(summary, { language: context.language })
      return { message: plain(html), picture: null, documents, media: [] }
    }
    const media = body.kind === 'photos' && post.ticketId !== null ? await app.media(post.ticketId) : []
    return { message: render(body, context), picture: null, documents: [], media: media.slice(0, MOST_MEDIA) }
  }
}

function plain(html: string): Rendered {
  return { html, keyboard: [], forceReply: null }
}
