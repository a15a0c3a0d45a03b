import { DefaultLogger, Runtime } from '@temporalio/worker'

declare global {
  // a lane of several files installs it once
  var trainingIsQuiet: true | undefined
}

// What a worker tells of itself would bury the tests' own lines.
if (!globalThis.trainingIsQuiet) Runtime.install({ logger: new DefaultLogger('ERROR') })
globalThis.trainingIsQuiet = true
