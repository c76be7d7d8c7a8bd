import type { ServerResponse } from 'node:http'
import type { Fault } from './faults.ts'
import { OTHER_RUNNING } from './updates.ts'
import type { Outcome } from './world.ts'

const HTML =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>\r\n'
const RETRY_AFTER = 5

/** Gives the spoilt answer that a scripted fault asks for. */
export function breakAnswer(response: ServerResponse, fault: Fault, outcome: Outcome): void {
  switch (fault.kind) {
    case '429': {
      const seconds = fault.retryAfter ?? RETRY_AFTER
      refuse(response, 429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
      break
    }
    case '500':
      refuse(response, 500, 'Internal Server Error')
      break
    case '401':
      refuse(response, 401, 'Unauthorized')
      break
    case '409':
      refuse(response, 409, `Conflict: ${OTHER_RUNNING}`)
      break
    case '502-html':
      write(response, 502, 'text/html', HTML)
      break
    case '200-html':
      write(response, 200, 'text/html', HTML.replaceAll('502 Bad Gateway', 'Login required'))
      break
    case 'broken-json': {
      const whole = JSON.stringify(outcome.ok ? outcome : { ok: true, result: { message_id: 1 } })
      write(response, 200, 'application/json', whole.slice(0, Math.max(1, whole.length - 7)))
      break
    }
    case 'reset':
    case 'reset-after':
      response.socket?.resetAndDestroy()
      break
    case 'timeout':
    case 'timeout-after':
      // The connection stays open and silent until the caller gives up or the sandbox closes.
      break
    default:
      fault.kind satisfies never
  }
}

function refuse(
  response: ServerResponse,
  code: number,
  description: string,
  parameters?: { retry_after: number },
): void {
  const body = { ok: false, error_code: code, description, ...(parameters && { parameters }) }
  const again = parameters && { 'retry-after': String(parameters.retry_after) }
  write(response, code, 'application/json', JSON.stringify(body), again)
}

function write(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  more?: Record<string, string>,
): void {
  response.writeHead(status, { 'content-type': type, ...more })
  response.end(body)
}
