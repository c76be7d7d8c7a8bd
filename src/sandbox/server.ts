import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { breakAnswer } from './break-answer.ts'
import { carryOut, record, refusalOutcome } from './call-api.ts'
import { isDelivered } from './faults.ts'
import { type Params, readParams } from './params.ts'
import { Refusal } from './refusal.ts'
import type { Bot, Outcome, World } from './world.ts'

const MAX_BODY = 60 * 1024 * 1024
const PATH = /^\/bot(\d+:[^/]+)\/(\w+)\/?$/
const FILE_PATH = /^\/file\/bot(\d+:[^/]+)\/(.+)$/

export interface SandboxServer {
  server: Server
  listen(where: { port: number; host: string }): Promise<string>
  /** Ends every connection, long polls and held ones too. */
  close(): Promise<void>
}

/** The Bot API over HTTP; paths that are not Telegram's get 404, so that another app may stand before it. */
export function createSandboxServer(world: World): SandboxServer {
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    handle(world, request, response).catch((error: unknown) => {
      // A fault of the sandbox itself: show it to whoever runs it rather than pass it off as Telegram's.
      const description = `Internal Server Error: sandbox: ${error instanceof Error ? error.message : String(error)}`
      sendJson(response, { ok: false, error_code: 500, description })
    })
  })
  server.keepAliveTimeout = 30_000
  server.on('connection', (socket) => {
    socket.setNoDelay(true)
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  return {
    server,
    listen({ port, host }) {
      return new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, () => {
          const { address, port: bound, family } = server.address() as AddressInfo
          resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`)
        })
      })
    },
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}

async function handle(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [address = '', ...query] = (request.url ?? '/').split('?')
  const path = decoded(address)
  const file = FILE_PATH.exec(path)
  if (file) sendFile(world, response, file[1] ?? '', file[2] ?? '')
  else await handleCall(world, request, response, path, query.join('?'))
}

/** A path that cannot be decoded is nobody's. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return ''
  }
}

async function handleCall(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: string,
): Promise<void> {
  const [, token = '', name = ''] = PATH.exec(path) ?? []
  const bot = world.bots.get(token)
  if (!bot) {
    sendJson(response, token ? refused(401, 'Unauthorized') : refused(404, 'Not Found'))
    return
  }
  const hungUp = new AbortController()
  response.on('close', () => hungUp.abort())
  const body = await readBody(request)
  if (!body) {
    sendJson(response, refused(413, 'Request Entity Too Large'))
    return
  }
  try {
    const params = readParams(query, request.headers['content-type'] ?? '', body)
    await answer(world, bot, name, params, response, hungUp.signal)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    sendJson(response, refusalOutcome(error))
  }
}

async function answer(
  world: World,
  bot: Bot,
  name: string,
  params: Params,
  response: ServerResponse,
  gone: AbortSignal,
): Promise<void> {
  const fault = world.faults.meet(name, chatIdOf(params))
  const isDone = !fault || isDelivered(fault)
  const outcome: Outcome = isDone
    ? await carryOut(world, bot, name, params, gone)
    : { ok: false, description: `not carried out: ${fault.kind}` }
  record(world, bot, name, params, outcome, fault?.kind)
  if (fault) breakAnswer(response, fault, outcome)
  else sendJson(response, outcome)
}

function refused(code: number, description: string): Outcome {
  return { ok: false, error_code: code, description }
}

function chatIdOf({ values }: Params): number | undefined {
  const id = Number(values.chat_id)
  return values.chat_id !== undefined && Number.isFinite(id) ? id : undefined
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > MAX_BODY) return undefined
    chunks.push(chunk as Buffer)
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)
}

function sendFile(world: World, response: ServerResponse, token: string, path: string): void {
  const file = world.bots.has(token) ? world.files.byPath(path) : undefined
  if (!file) {
    sendJson(response, refused(404, 'Not Found'))
    return
  }
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': file.bytes.length })
  response.end(file.bytes)
}

function sendJson(response: ServerResponse, outcome: Outcome): void {
  if (response.destroyed || response.headersSent) return
  const body = Buffer.from(JSON.stringify(outcome))
  const retry = outcome.parameters?.retry_after
  response.writeHead(outcome.ok ? 200 : (outcome.error_code ?? 500), {
    'content-type': 'application/json',
    'content-length': body.length,
    ...(retry !== undefined && { 'retry-after': String(retry) }),
  })
  response.end(body)
}
