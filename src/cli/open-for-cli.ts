import { loadConfig } from '../config.ts'
import { createLog } from '../log.ts'
import { type OpenStore, openStore } from '../open-store.ts'
import { UsageError } from './usage-error.ts'

/** The installation's database as the environment names it. Logs go to standard error, results alone to standard output. */
export async function openForCli(): Promise<OpenStore> {
  const loaded = loadConfig(process.env)
  if (!loaded.ok)
    throw new UsageError(loaded.problems.map(({ variable, message }) => `${variable} ${message}`).join('\n'))
  const { databaseUrl, dataDir } = loaded.config
  const log = createLog('warn', [databaseUrl ?? ''], (line) => process.stderr.write(line))
  return openStore({ databaseUrl, dataDir, log })
}
