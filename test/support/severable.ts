import { connect, createServer, type Server, type Socket } from 'node:net'

export interface Severable {
  /** The same server, through a line that can be cut. */
  readonly url: string
  /** Every connection ends and none can be made. */
  cut(): Promise<void>
  mend(): Promise<void>
}

/** Puts a line between us and the server of `url` that can be cut and mended. */
export async function severable(url: string): Promise<Severable> {
  const target = new URL(url)
  const open = new Set<Socket>()
  let server: Server
  const listen = (port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server = createServer((client) => {
        const upstream = connect(Number(target.port || 5432), target.hostname)
        for (const [one, other] of [
          [client, upstream],
          [upstream, client],
        ] as const) {
          open.add(one)
          one.on('error', () => other.destroy())
          one.on('close', () => {
            open.delete(one)
            other.destroy()
          })
          one.pipe(other)
        }
      })
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' ? (address?.port ?? 0) : 0)
      })
    })
  const port = await listen(0)
  const through = new URL(url)
  through.hostname = '127.0.0.1'
  through.port = String(port)
  return {
    url: through.href,
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
    mend: async () => {
      await listen(port)
    },
  }
}
