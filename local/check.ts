import { failedChecks } from './checks.ts'

const failed = await failedChecks()
if (failed.length > 0) console.log(`\n✗ ${failed.join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : 0
