import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Asked {
  readonly path: string
  readonly authorization: string | undefined
  readonly body: {
    readonly model: string
    readonly temperature: number
    readonly response_format?: unknown
    readonly messages: readonly { readonly role: string; readonly content: string }[]
  }
}

export type Behaviour = (response: ServerResponse, asked: Asked, request: IncomingMessage) => void

/** A server that answers like a model: the words it says, whatever they are. */
export const says =
  (content: unknown): Behaviour =>
  (response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ id: 'c1', choices: [{ index: 0, message: { role: 'assistant', content } }] }))
  }

/** A verdict as it was asked for. */
export const judges = (report: boolean, confidence = 0.9): Behaviour => says(JSON.stringify({ report, confidence }))

/** An OpenAI-compatible server on the loopback, closed at the end of its test. `asked` is all that ever reached it. */
export async function startChatCompletions(behaviour: Behaviour) {
  const asked: Asked[] = []
  const state = { behaviour }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => void chunks.push(chunk))
    request.on('end', () => {
      const one: Asked = {
        path: `${request.method} ${request.url}`,
        authorization: request.headers.authorization,
        body: JSON.parse(Buffer.concat(chunks).toString('utf8') || 'null'),
      }
      asked.push(one)
      state.behaviour(response, one, request)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return {
    endpoint: { url: new URL(`http://127.0.0.1:${port}/v1`), model: 'small', key: 'sk-secret' as string | null },
    asked,
    become: (next: Behaviour) => {
      state.behaviour = next
    },
  }
}
