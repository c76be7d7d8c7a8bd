import { startEmbedded } from '../../src/db/embedded.ts'

/** A process that uses the embedded server: says its URL and whether it joined, and leaves when its input ends. */
const embedded = await startEmbedded(process.argv[2] ?? '', { settings: { fsync: 'off' } })
process.stdout.write(`${JSON.stringify({ url: embedded.url, adopted: embedded.adopted })}\n`)
process.stdin.resume()
await new Promise((resolve) => process.stdin.once('end', resolve))
await embedded.stop()
process.exit(0)
