// Adds up every test report and prints "N passed, N failed, N skipped". Exits with 1 if a test failed or none ran.
// Usage: node count-tests.mjs <folder with vitest.json and playwright.json> [passed elsewhere] [failed elsewhere]
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [webReports, passedElsewhere = '0', failedElsewhere = '0'] = process.argv.slice(2)
const total = { passed: Number(passedElsewhere), failed: Number(failedElsewhere), skipped: 0 }

function add(passed, failed, skipped) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}

// Surefire: <testsuite tests="" errors="" skipped="" failures="" flakes=""> is each file's root.
for (const module of ['epcis', 'tlog', 'server', 'benchmarks']) {
  const folder = join(module, 'target', 'surefire-reports')
  if (!existsSync(folder)) continue
  for (const file of readdirSync(folder).filter((name) => /^TEST-.*\.xml$/.test(name))) {
    const root = /<testsuite\b[^>]*>/.exec(readFileSync(join(folder, file), 'utf8'))?.[0] ?? ''
    const attribute = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(root)?.[1] ?? 0)
    const failed = attribute('failures') + attribute('errors')
    const skipped = attribute('skipped')
    add(attribute('tests') - failed - skipped, failed, skipped)
  }
}

const report = (name) => {
  const file = join(webReports, name)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

const vitest = report('vitest.json')
if (vitest) {
  add(vitest.numPassedTests, vitest.numFailedTests, vitest.numPendingTests + (vitest.numTodoTests ?? 0))
}

// A flaky browser test passed at a later attempt.
const playwright = report('playwright.json')?.stats
if (playwright) {
  add(playwright.expected + playwright.flaky, playwright.unexpected, playwright.skipped)
}

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
