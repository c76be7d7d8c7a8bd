import { badRequest } from './refusal.ts'

export interface UploadedFile {
  name: string
  mime: string
  bytes: Buffer
}

/** A call's parameters whatever way they came: query, form, JSON or multipart. */
export interface Params {
  values: Record<string, unknown>
  files: Map<string, UploadedFile>
}

/** Reads the query string and the body. A body that is not what its content type says is Telegram's 400. */
export function readParams(query: string, contentType: string, body: Buffer): Params {
  const values: Record<string, unknown> = Object.fromEntries(new URLSearchParams(query))
  const files = new Map<string, UploadedFile>()
  if (body.length === 0) return { values, files }
  const type = contentType.toLowerCase()
  if (type.startsWith('application/json')) Object.assign(values, readJsonBody(body))
  else if (type.startsWith('multipart/form-data')) readMultipart(contentType, body, values, files)
  else if (type.startsWith('application/x-www-form-urlencoded')) {
    Object.assign(values, Object.fromEntries(new URLSearchParams(body.toString('utf8'))))
  }
  return { values, files }
}

function readJsonBody(body: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    if (isRecord(value)) return value
  } catch {
    // Answered below: Telegram has one wording for both.
  }
  throw badRequest("can't parse JSON object")
}

function readMultipart(
  contentType: string,
  body: Buffer,
  values: Record<string, unknown>,
  files: Params['files'],
): void {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/i.exec(contentType)
  const mark = Buffer.from(`--${boundary?.[1] ?? boundary?.[2]?.trim() ?? ''}`)
  let start = body.indexOf(mark)
  while (start >= 0) {
    const end = body.indexOf(mark, start + mark.length)
    if (end < 0) break
    // Between the marks: CRLF, headers, an empty line, the content, CRLF.
    readPart(body.subarray(start + mark.length + 2, end - 2), values, files)
    start = end
  }
}

function readPart(part: Buffer, values: Record<string, unknown>, files: Params['files']): void {
  const split = part.indexOf('\r\n\r\n')
  if (split < 0) return
  const head = part.subarray(0, split).toString('utf8')
  const content = part.subarray(split + 4)
  const name = attribute(head, 'name')
  if (name === undefined) return
  const fileName = attribute(head, 'filename')
  if (fileName === undefined) values[name] = content.toString('utf8')
  else {
    const mime = /content-type:\s*([^\r\n;]+)/i.exec(head)?.[1] ?? 'application/octet-stream'
    files.set(name, { name: fileName, mime, bytes: Buffer.from(content) })
  }
}

/** An attribute of a part's header, quoted or not: libraries do either. */
function attribute(head: string, name: string): string | undefined {
  const found = new RegExp(`[;\\s]${name}=(?:"([^"]*)"|([^;\\s"]+))`, 'i').exec(head)
  return found?.[1] ?? found?.[2]
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text parameter; numbers are taken as their digits. */
export function text(params: Params, name: string): string | undefined {
  const value = params.values[name]
  return typeof value === 'string' ? value : typeof value === 'number' || value === true ? String(value) : undefined
}

/** A text that must be there and not be empty. */
export function requiredText(params: Params, name: string): string {
  const value = params.values[name]
  const given = typeof value === 'object' && value !== null ? JSON.stringify(value) : text(params, name)
  if (given === undefined || given === '') throw badRequest(`parameter "${name}" is required`)
  return given
}

export function integer(params: Params, name: string): number | undefined {
  const value = params.values[name]
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : Number.NaN
  return Number.isFinite(number) ? Math.trunc(number) : undefined
}

export function flag(params: Params, name: string): boolean {
  const value = params.values[name]
  return value === true || value === 1 || value === 'true' || value === 'True' || value === '1'
}

/**
 * An object or array parameter, given as such in JSON or as a JSON string in forms; `called` is what the refusal of a
 * string that is no JSON calls it.
 */
export function structure(params: Params, name: string, called = name): unknown {
  const value = params.values[name]
  if (typeof value !== 'string') return value
  if (value === '') return undefined
  try {
    return JSON.parse(value)
  } catch {
    throw badRequest(`can't parse ${called} JSON object`)
  }
}

export function record(params: Params, name: string): Record<string, unknown> | undefined {
  const value = structure(params, name)
  return isRecord(value) ? value : undefined
}

export function list(params: Params, name: string): unknown[] | undefined {
  const value = structure(params, name)
  return Array.isArray(value) ? value : undefined
}

const PROSE = ['text', 'caption']

/** The parameters as the ledger keeps them: uploads by name and size, forms' JSON read. */
export function paramsForLedger(params: Params): Record<string, unknown> {
  const shown: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(params.values))
    shown[name] = PROSE.includes(name) ? value : readable(value)
  for (const [name, file] of params.files) shown[name] = { filename: file.name, size: file.bytes.length }
  return shown
}

function readable(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
