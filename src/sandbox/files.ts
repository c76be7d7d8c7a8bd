import { createHash } from 'node:crypto'
import type { FileRef } from './wire.ts'

export interface StoredFile {
  id: string
  uniqueId: string
  path: string
  name: string
  mime: string
  bytes: Buffer
}

export interface FileStore {
  add(folder: string, name: string, mime: string, bytes: Buffer): StoredFile
  byId(id: string): StoredFile | undefined
  byPath(path: string): StoredFile | undefined
}

/** Files that were sent by anybody; the identifier is a hash of the content and a running number. */
export function createFileStore(): FileStore {
  const files = new Map<string, StoredFile>()
  const paths = new Map<string, StoredFile>()
  return {
    add(folder, name, mime, bytes) {
      const serial = files.size + 1
      const uniqueId = createHash('sha256').update(bytes).digest('base64url').slice(0, 16)
      const extension = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? ''
      const file = {
        id: `SBX${serial}_${uniqueId}`,
        uniqueId,
        path: `${folder}/file_${serial}${extension}`,
        name,
        mime,
        bytes,
      }
      files.set(file.id, file)
      paths.set(file.path, file)
      return file
    },
    byId: (id) => files.get(id),
    byPath: (path) => paths.get(path),
  }
}

/** The file as messages carry it. */
export function fileRef(file: StoredFile): FileRef {
  return { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.bytes.length }
}

/** Width and height of a PNG, or 800 × 600 for what is not one. */
export function imageSize(bytes: Buffer): { width: number; height: number } {
  if (bytes.length > 24 && bytes.readUInt32BE(0) === 0x89504e47) {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  }
  return { width: 800, height: 600 }
}

/** A picture in two sizes, the larger last, as Telegram lists them. The smaller one keeps the same bytes. */
export function photoSizes(file: StoredFile): FileRef[] {
  const { width, height } = imageSize(file.bytes)
  const scale = Math.min(1, 90 / Math.max(width, height))
  const full = { ...fileRef(file), width, height }
  const small = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
  return [{ ...full, ...small, file_unique_id: `${file.uniqueId}s` }, full]
}
