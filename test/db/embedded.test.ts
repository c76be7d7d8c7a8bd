import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EmbeddedPostgresError, fileFault } from '../../src/db/embedded/embedded-postgres-error.ts'
import { clearStalePid, livingPostmaster } from '../../src/db/embedded/postmaster.ts'
import { startEmbedded } from '../../src/db/embedded.ts'

let root: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'huying-embedded-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const settings = { fsync: 'off' }
const script = fileURLToPath(new URL('./embedded-process.ts', import.meta.url))

interface Started {
  readonly url: string
  readonly adopted: boolean
  readonly child: ChildProcess
  readonly gone: Promise<unknown>
}

/** The server as another process of ours uses it. */
async function inProcess(directory: string): Promise<Started> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, directory], { stdio: ['pipe', 'pipe', 'inherit'] })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data) => resolve(String(data)))
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it was ready`)))
  })
  return { ...JSON.parse(line), child, gone }
}

async function query<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

const alive = async (directory: string) => (await livingPostmaster(join(directory, 'postgres'))) !== null

describe('the embedded server', () => {
  it('keeps its data over kill -9 and a restart, and is adopted by whoever comes next', async () => {
    const directory = join(root, 'kept')
    const killed = await inProcess(directory)
    expect(killed.adopted).toBe(false)
    await query(killed.url, async (sql) => {
      await sql`create table note as select '还在' as text`
    })
    killed.child.kill('SIGKILL')
    await killed.gone
    expect(await alive(directory)).toBe(true)

    const heir = await startEmbedded(directory, { settings })
    expect(heir).toMatchObject({ adopted: true, url: killed.url })
    const read = (sql: postgres.Sql) => sql<{ text: string }[]>`select text from note`
    expect(await query(heir.url, read)).toEqual([{ text: '还在' }])
    await heir.stop()
    expect(await alive(directory)).toBe(false)

    const again = await startEmbedded(directory, { settings })
    expect(again.adopted).toBe(false)
    expect(await query(again.url, read)).toEqual([{ text: '还在' }])
    await again.stop()
    await again.stop()
  })

  it('is made once by two processes that start together, and stopped by the last to leave', async () => {
    const directory = join(root, 'shared')
    const [one, two] = await Promise.all([inProcess(directory), inProcess(directory)])
    expect(one.url).toBe(two.url)
    expect([one.adopted, two.adopted].sort()).toEqual([false, true])
    one.child.stdin?.end()
    await one.gone
    expect(await alive(directory)).toBe(true)
    expect(await query(two.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }])
    two.child.stdin?.end()
    await two.gone
    expect(await alive(directory)).toBe(false)
  })

  it('starts after the server itself was killed', async () => {
    const directory = join(root, 'crashed')
    const first = await startEmbedded(directory, { settings })
    const postmaster = await livingPostmaster(join(directory, 'postgres'))
    process.kill(postmaster?.pid ?? 0, 'SIGKILL')
    while (await alive(directory)) await new Promise((resolve) => setTimeout(resolve, 20))
    const second = await startEmbedded(directory, { settings })
    expect(second.adopted).toBe(false)
    expect(await query(second.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }])
    await second.stop()
    await first.stop()
  })

  it('listens on this machine only, in UTF-8, with a password only we can read', async () => {
    const directory = join(root, 'private')
    const { url, stop } = await startEmbedded(directory, { settings })
    const asked = await query(url, async (sql) => {
      const [row] = await sql`
        select current_setting('listen_addresses') as listen, current_setting('unix_socket_directories') as sockets,
          current_setting('server_encoding') as encoding, current_setting('shared_buffers') as buffers`
      return row
    })
    expect(asked).toEqual({ listen: '127.0.0.1', sockets: '', encoding: 'UTF8', buffers: '64MB' })
    expect(new URL(url).hostname).toBe('127.0.0.1')
    expect((await stat(join(directory, 'postgres.password'))).mode & 0o777).toBe(0o600)
    const wrong = new URL(url)
    wrong.password = 'wrong'
    await expect(query(wrong.href, (sql) => sql`select 1`)).rejects.toMatchObject({ code: '28P01' })
    await stop()
  })

  it('keeps fsync on unless told otherwise', async () => {
    const { url, stop } = await startEmbedded(join(root, 'safe'))
    expect(await query(url, (sql) => sql`show fsync`)).toEqual([{ fsync: 'on' }])
    await stop()
  })
})

describe('what is in the way is said in one line', () => {
  const message = async (directory: string): Promise<string> => {
    try {
      await startEmbedded(directory, { settings })
    } catch (error) {
      expect(error).toBeInstanceOf(EmbeddedPostgresError)
      return error instanceof Error ? error.message : ''
    }
    return expect.unreachable()
  }

  it('a file where the directory should be', async () => {
    const file = join(root, 'file')
    await writeFile(file, '')
    const said = await message(file)
    expect(said).toContain('is not a directory: set DATA_DIR')
    expect(said).not.toContain('\n')
  })

  it('data of another PostgreSQL', async () => {
    const directory = join(root, 'old')
    const { stop } = await startEmbedded(directory, { settings })
    await stop()
    await writeFile(join(directory, 'postgres', 'PG_VERSION'), '12\n')
    expect(await message(directory)).toMatch(/made by PostgreSQL 12 and this is \d+: move the data over/)
  })

  it('a lost password', async () => {
    const directory = join(root, 'locked')
    const { stop } = await startEmbedded(directory, { settings })
    await stop()
    await rm(join(directory, 'postgres.password'))
    expect(await message(directory)).toContain('postgres.password is missing')
  })

  it.each([
    ['EACCES', 'not writable'],
    ['EROFS', 'read-only'],
    ['ENOSPC', 'no space left'],
  ])('%s of the disk', (code, said) => {
    const fault = fileFault('/data', Object.assign(new Error('x'), { code }))
    expect(fault.message).toContain(said)
  })
})

describe('the pid file of a dead server', () => {
  it('is taken away when another process has its number', async () => {
    const directory = join(root, 'pid')
    await mkdir(directory)
    await chmod(directory, 0o700)
    await writeFile(join(directory, 'postmaster.pid'), `${process.pid}\n${directory}\n0\n5432\n`)
    expect(await livingPostmaster(directory)).toBeNull()
    await clearStalePid(directory)
    await expect(readFile(join(directory, 'postmaster.pid'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
