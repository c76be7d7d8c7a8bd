import { z } from 'zod'
import type { Opinion } from '../app/second-opinion.ts'
import type { Masked } from '../nlu/mask.ts'
import { promptFor } from './prompt.ts'
import { readCapped } from './read-capped.ts'

/** A server that speaks OpenAI's chat completions. */
export interface Endpoint {
  /** Everything in front of /chat/completions. */
  readonly url: URL
  readonly model: string
  /** Null: a server of one's own that asks for none. */
  readonly key: string | null
}

/** Why there is no opinion, as codes: they go to logs and metrics. */
export type OpinionFault =
  | 'timeout'
  | 'network'
  | 'redirect'
  | 'unauthorized'
  | 'limited'
  | 'refused'
  | 'server'
  | 'too-large'
  | 'not-json'
  | 'not-understood'

export type OpinionAnswer =
  | { readonly ok: true; readonly opinion: Opinion }
  | { readonly ok: false; readonly fault: OpinionFault }

/** An answer has some two hundred bytes; whoever sends much more sends something else. */
const mostBytes = 65_536

const completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) })
const verdict = z.strictObject({ report: z.boolean(), confidence: z.number().min(0).max(1) })

/**
 * One request. Never rejects; `signal` ends connecting, waiting and reading alike. Redirects are not followed: the words go to
 * the named server and to no other. `jsonMode` asks for JSON by `response_format`, which some servers refuse with 400 or 422.
 */
export async function requestOpinion(
  endpoint: Endpoint,
  words: Masked,
  jsonMode: boolean,
  signal: AbortSignal,
): Promise<OpinionAnswer> {
  try {
    const response = await fetch(`${endpoint.url.href.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      redirect: 'manual',
      signal,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(endpoint.key !== null && { authorization: `Bearer ${endpoint.key}` }),
      },
      body: JSON.stringify({
        model: endpoint.model,
        messages: promptFor(words),
        temperature: 0,
        stream: false,
        ...(jsonMode && { response_format: { type: 'json_object' } }),
      }),
    })
    const fault = faultOf(response.status)
    if (fault !== null) {
      await response.body?.cancel()
      return { ok: false, fault }
    }
    const body = await readCapped(response, mostBytes)
    return body === null ? { ok: false, fault: 'too-large' } : opinionIn(body)
  } catch {
    // The cause may quote the address or what was sent: only the code goes on.
    return { ok: false, fault: signal.aborted ? 'timeout' : 'network' }
  }
}

function faultOf(status: number): OpinionFault | null {
  if (status >= 200 && status < 300) return null
  if (status >= 300 && status < 400) return 'redirect'
  if (status === 401 || status === 403) return 'unauthorized'
  if (status === 429) return 'limited'
  return status >= 500 ? 'server' : 'refused'
}

function opinionIn(body: string): OpinionAnswer {
  const answer = completion.safeParse(parsed(body))
  if (!answer.success) return { ok: false, fault: parsed(body) === undefined ? 'not-json' : 'not-understood' }
  const said = verdict.safeParse(parsed(answer.data.choices[0]?.message.content ?? ''))
  return said.success ? { ok: true, opinion: said.data } : { ok: false, fault: 'not-understood' }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
