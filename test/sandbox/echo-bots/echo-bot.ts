import type { RequestListener } from 'node:http'

/**
 * A bot that is not ours, written as its library's manual has it: it echoes texts with a button that edits the echo, sends photos
 * back, uploads an album on /album, asks on /poll and says what was voted, and greets who comes by a deep link.
 */
export interface EchoBot {
  /** Long polling until `stop`. */
  start(): Promise<void>
  stop(): Promise<void>
  /** What an HTTP server calls with updates; refuses those without the secret. */
  webhook(secret: string): RequestListener
}

export type MakeEchoBot = (token: string, apiRoot: string) => EchoBot

/** What the bots download of a photo: the bytes behind the path that getFile gave. */
export async function download(apiRoot: string, token: string, path: string | undefined): Promise<Buffer> {
  const response = await fetch(`${apiRoot}/file/bot${token}/${path}`)
  if (!response.ok) throw new Error(`no file: ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}
