import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const project = join(root, 'test/sandbox/borrowing-project')
const run = promisify(execFile)

let directory = ''
afterEach(() => rm(directory, { recursive: true, force: true }))

/** A project elsewhere on the disk that has tsx and, by `install`, this package among its modules. */
async function borrow(install: (modules: string) => Promise<void>): Promise<string> {
  directory = await mkdtemp(join(tmpdir(), 'borrowing-project-'))
  await cp(project, directory, { recursive: true })
  const modules = join(directory, 'node_modules')
  await mkdir(modules)
  for (const name of ['tsx', 'esbuild', '@esbuild', '@types', 'undici-types'])
    await symlink(join(root, 'node_modules', name), join(modules, name)).catch(() => {})
  await install(modules)
  const { NODE_OPTIONS: _, VITEST: __, ...env } = process.env
  const { stdout } = await run('node', ['--import', 'tsx', '--test', 'test-of-an-echo.ts'], { cwd: directory, env })
  return stdout
}

test('a project that has this repository linked tests its bot with the five lines, types and all', async () => {
  const told = await borrow((modules) => symlink(root, join(modules, 'huying')))
  expect(told).toMatch(/pass 1\n[\s\S]*fail 0\n/)
  await run('node', [join(root, 'node_modules/typescript/bin/tsc'), '--project', directory])
})

test('nothing but src/sandbox is needed for it, neither the rest of the product nor a library', async () => {
  const told = await borrow(async (modules) => {
    await cp(join(root, 'package.json'), join(modules, 'huying/package.json'))
    await cp(join(root, 'src/sandbox'), join(modules, 'huying/src/sandbox'), { recursive: true })
  })
  expect(told).toMatch(/pass 1\n[\s\S]*fail 0\n/)
})

test.each(['src/sandbox/README.md', 'README.md', 'README.zh-CN.md'])(
  'the five lines of %s are those of the project',
  async (file) => {
    const readme = await readFile(join(root, file), 'utf8')
    const [, block = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? []
    const lines = block.split('\n').filter((line) => line !== '')
    expect(lines).toHaveLength(5)
    const used = (await readFile(join(project, 'test-of-an-echo.ts'), 'utf8')).split('\n').map((line) => line.trim())
    expect(used).toEqual(expect.arrayContaining(lines))
  },
)
