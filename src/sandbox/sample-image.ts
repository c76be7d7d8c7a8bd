import { deflateSync } from 'node:zlib'

// zlib.crc32 came with Node 20.15; this runs on 20.12.
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

/**
 * A small real PNG picture (a house under a sky) whose colours follow from `seed`: the same seed gives the same bytes.
 * `width` and `height` are pixels.
 */
export function sampleImage(seed: number, width = 160, height = 120): Buffer {
  const hue = (seed * 67) % 256
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [red, green, blue] = pixel(x / width, y / height, hue)
      const at = y * (1 + width * 3) + 1 + x * 3
      rows[at] = red
      rows[at + 1] = green
      rows[at + 2] = blue
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function pixel(x: number, y: number, hue: number): [number, number, number] {
  if (y > 0.85) return [90, 130, 80]
  const isHouse = x > 0.25 && x < 0.75 && y > 0.25
  if (!isHouse) return [170 - y * 60, 200 - y * 40, 235]
  const isWindow = Math.floor(x * 20) % 3 === 1 && Math.floor(y * 20) % 3 === 1
  if (isWindow) return (Math.floor(x * 20) + Math.floor(y * 20) + hue) % 5 === 0 ? [255, 221, 120] : [60, 70, 95]
  return [150 + (hue % 80), 120 + ((hue * 3) % 70), 110 + ((hue * 7) % 60)]
}
