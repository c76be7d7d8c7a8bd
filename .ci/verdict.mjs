// What a lane came to, from vitest's JSON reports.
//   node .ci/verdict.mjs again FIRST            the failed files, a line each, if they are few enough to be run once more
//   node .ci/verdict.mjs close NAME FIRST [SECOND]   prints the closing line; exit 1 unless everything passed
// A lane that left no report, or ran nothing, has failed. What passed only the second time is named, never hidden.
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

const FEW = 5
const [mode, ...args] = process.argv.slice(2)

const say = (line) => process.stdout.write(`${line}\n`)
const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
const failedFiles = (report) => report.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name)
const failedTests = (report) =>
  report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${relative('.', name)} > ${fullName}`),
  )

if (mode === 'again') {
  const report = read(args[0])
  const files = report ? failedFiles(report) : []
  if (files.length <= FEW) for (const file of files) say(relative('.', file))
} else {
  const [name, firstFile, secondFile] = args
  const first = read(firstFile)
  if (!first || first.numPassedTests === 0) {
    say(`ci: lane ${name} left no report`)
    say('0 passed, 1 failed')
    process.exit(1)
  }
  const last = (secondFile && read(secondFile)) || first
  const failed = last.success ? 0 : Math.max(1, last.numFailedTests)
  const passed = first.numPassedTests + (last === first ? 0 : Math.max(0, first.numFailedTests - failed))
  if (first.numPendingTests > 0) say(`ci: ${first.numPendingTests} skipped in lane ${name}`)
  const still = new Set(failedTests(last))
  for (const test of failedTests(first)) if (!still.has(test)) say(`ci: passed only the second time, alone: ${test}`)
  say(`${passed} passed, ${failed} failed`)
  process.exit(failed ? 1 : 0)
}
