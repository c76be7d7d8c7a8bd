import { loadConfig } from '../config.ts'
import { ChinaDaysUnusable, loadChinaDays } from '../load-china-days.ts'
import { createLog } from '../log.ts'
import { type OpenStore, openStore } from '../open-store.ts'
import { UsageError } from './usage-error.ts'

/** The installation's database as the environment names it. Logs go to standard error, results alone to standard output. */
export async function openForCli(): Promise<OpenStore> {
  const loaded = loadConfig(process.env)
  if (!loaded.ok)
    throw new UsageError(loaded.problems.map(({ variable, message }) => `${variable} ${message}`).join('\n'))
  const { databaseUrl, dataDir, chinaDaysFile } = loaded.config
  const chinaDays = await loadChinaDays(chinaDaysFile).catch((error: unknown) => {
    throw error instanceof ChinaDaysUnusable ? new UsageError(error.message) : error
  })
  const log = createLog('warn', [databaseUrl ?? ''], (line) => process.stderr.write(line))
  return openStore({ databaseUrl, dataDir, chinaDays, log })
}
