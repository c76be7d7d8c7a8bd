import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { idsInTable, printRows, shownRows, type TestResult } from './shown/shown-rows.ts'

/** Runs the tests that show the rows of docs/faults.md (`F` faults, `T` threats) and prints a line for each; exits 1 unless all are shown. */

const letter = process.argv[2] ?? 'F'
const ids = idsInTable(readFileSync('docs/faults.md', 'utf8'), letter)
const bearing = new RegExp(`['"\`](?:[FT]\\d\\d )*${letter}\\d\\d `)
const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => join('test', name))
  .filter((file) => file.endsWith('.test.ts') && bearing.test(readFileSync(file, 'utf8')))
const directory = mkdtempSync(join(tmpdir(), 'huying-shown-'))
const report = join(directory, 'report.json')
const vitest = spawn(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ...['-t', `(^| )${letter}\\d\\d `],
    ...files,
  ],
  { stdio: 'inherit' },
)
const [code] = await once(vitest, 'exit')
const { testResults }: { testResults: { assertionResults: TestResult[] }[] } = JSON.parse(readFileSync(report, 'utf8'))
rmSync(directory, { recursive: true })
const printed = printRows(
  shownRows(
    ids,
    testResults.flatMap(({ assertionResults }) => assertionResults),
  ),
)
process.stdout.write(`\n${printed.lines.join('\n')}\n`)
// A file that could not be loaded has no results of its own; vitest says so.
process.exitCode = code === 0 ? printed.code : 1
