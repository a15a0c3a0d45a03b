import { DefaultLogger, Runtime } from '@temporalio/worker'

// What a worker tells of itself would bury the tests' own lines.
Runtime.install({ logger: new DefaultLogger('ERROR') })
