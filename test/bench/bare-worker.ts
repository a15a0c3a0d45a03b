import { fileURLToPath } from 'node:url'
import { NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { bareQueue } from './bare-messages.ts'

// local/children.ts tells it to stop, and to nobody else is it known
Runtime.install({ shutdownSignals: ['SIGTERM'] })
const connection = await NativeConnection.connect({ address: process.env.TEMPORAL_ADDRESS ?? '' })
const worker = await Worker.create({
  connection,
  taskQueue: bareQueue,
  workflowsPath: fileURLToPath(new URL('./bare-process.ts', import.meta.url)),
  activities: { nothing: () => Promise.resolve() },
})
await worker.run()
await connection.close()
