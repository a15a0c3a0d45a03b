import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, Connection } from '@temporalio/client'
import { inject } from 'vitest'

/** Where the run's real Temporal server answers. */
export const temporalAddress = (): string => inject('servers').temporalAddress

/** The workflows as the build bundles them, for `Worker.create({ workflowBundle })`. */
export const workflowBundle = (): { codePath: string } => ({ codePath: inject('workflowBundle') })

/** A queue that no other test file's worker listens to. */
export const ownTaskQueue = (): string => `test-${randomBytes(6).toString('hex')}`

/** Until a process has looked how things stand and waits for a moment: what is changed then it does not see. */
export async function untilItWaits(workflowId: string): Promise<void> {
  const connection = await Connection.connect({ address: temporalAddress() })
  const { workflow } = new Client({ connection })
  // it may not have been started yet
  const waits = () =>
    workflow
      .getHandle(workflowId)
      .fetchHistory()
      .then(
        ({ events }) => events?.some((event) => event.timerStartedEventAttributes) ?? false,
        () => false,
      )
  try {
    for (const until = Date.now() + 20_000; !(await waits()); await pause(50))
      if (Date.now() > until) throw new Error(`${workflowId} does not wait for anything`)
  } finally {
    await connection.close()
  }
}
