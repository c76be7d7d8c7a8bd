import { mkdir } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { loadConfig } from '../../config.ts'
import { EmbeddedPostgresError } from '../../db/embedded.ts'
import { StepFailed } from '../../neighbourhood/run-week.ts'
import { inkFor } from '../demo/ink.ts'
import { playDemo } from '../demo/play-demo.ts'
import { UsageError } from '../usage-error.ts'

/** `huying demo [--out DIR] [--lang zh|en]`: one recorded week of the demo neighbourhood as a transcript. */
export async function demoCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { out: { type: 'string', default: 'out' }, lang: { type: 'string', default: 'zh' } },
  })
  const { out, lang } = values
  if (lang !== 'zh' && lang !== 'en') throw new UsageError('--lang takes zh or en')
  const loaded = loadConfig(process.env)
  if (!loaded.ok)
    throw new UsageError(loaded.problems.map(({ variable, message }) => `${variable} ${message}`).join('\n'))
  const { databaseUrl, redisUrl } = loaded.config
  await mkdir(out, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot make ${out} (${error.code ?? error.message}); give --out a directory`)
  })
  const stopping = new AbortController()
  const interrupt = (): void => stopping.abort()
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  // Whoever reads may stop reading (`| head`): then the week ends, too.
  process.stdout.on('error', interrupt)
  try {
    await playDemo({
      databaseUrl,
      redisUrl,
      out,
      language: lang === 'zh' ? 'zh-CN' : 'en',
      ink: inkFor(process.stdout),
      print: (line) => void (stopping.signal.aborted || process.stdout.write(`${line}\n`)),
      stopped: stopping.signal,
    })
    if (stopping.signal.aborted) process.exitCode = 130
  } catch (error) {
    if (!(error instanceof StepFailed || error instanceof EmbeddedPostgresError)) throw error
    process.stderr.write(`huying demo: ${error.message}\n`)
    process.exitCode = 1
  } finally {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}
