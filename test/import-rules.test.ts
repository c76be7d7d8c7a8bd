import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = promisify(execFile)

interface Cruise {
  readonly summary: {
    readonly totalCruised: number
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[]
  }
}

async function cruise(...paths: readonly string[]): Promise<Cruise> {
  const args = ['depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...paths]
  const { stdout } = await run('npx', args, { cwd: root, maxBuffer: 64 * 1024 * 1024 }).catch(
    (error: { stdout: string }) => error,
  )
  return JSON.parse(stdout) as Cruise
}

// A name no source file has, so that a test that dies leaves nothing that could be taken for code.
const planted = ['domain', 'nlu', 'messages', 'app', 'db', 'bot', 'jobs', 'reports', 'opinion', 'sandbox'].map(
  (folder) => [folder, `src/${folder}/planted-by-a-test.ts`] as const,
)

afterEach(async () => {
  for (const [, file] of planted) await rm(`${root}/${file}`, { force: true })
})

it('who imports what is checked over every module, and a bad import in any folder is caught', async () => {
  await mkdir(`${root}/src/sandbox`, { recursive: true })
  for (const [folder, file] of planted) {
    const bad = folder === 'bot' ? '../jobs/registry.ts' : '../bot/callback-data.ts'
    await writeFile(`${root}/${file}`, `import * as bad from '${bad}'\n\nexport const planted = bad\n`)
  }
  const { summary } = await cruise('src')
  expect(summary.totalCruised).toBeGreaterThan(300)
  const caught = summary.violations.filter(({ from }) => from.includes('planted-by-a-test')).map(({ from }) => from)
  expect([...new Set(caught)].sort()).toEqual(planted.map(([, file]) => file).sort())
}, 60_000)
