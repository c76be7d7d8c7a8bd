const centralEntry = 0x02014b50
const endOfDirectory = 0x06054b50
/** 1980-01-01 00:00, the earliest a ZIP knows: date 0x0021, time 0. */
const noTime = 0x0021_0000

/** A ZIP with the times of its entries blanked, so that the same content has the same bytes. @throws on what is no ZIP. */
export function withoutTimes(zip: Buffer): Buffer {
  const blank = Buffer.from(zip)
  const end = blank.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || blank.readUInt32LE(end) !== endOfDirectory) throw new RangeError('no ZIP archive')
  let at = blank.readUInt32LE(end + 16)
  for (let count = blank.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (blank.readUInt32LE(at) !== centralEntry) throw new RangeError('damaged ZIP archive')
    blank.writeUInt32LE(noTime, at + 12)
    blank.writeUInt32LE(noTime, blank.readUInt32LE(at + 42) + 10)
    at += 46 + blank.readUInt16LE(at + 28) + blank.readUInt16LE(at + 30) + blank.readUInt16LE(at + 32)
  }
  return blank
}
