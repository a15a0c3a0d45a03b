import { readFile } from 'node:fs/promises'
import { TestWorkflowEnvironment } from '@temporalio/testing'
import { findTestServer } from '../../local/temporal-cli.ts'

/**
 * Temporal's time-skipping server. The SDK waits five seconds for it to answer and then ends it;
 * a program of 84 MB that a busy machine reads from its disk page by page can take longer. So it
 * is read whole before, and begun again when it was too slow.
 */
export async function timeSkippingServer(): Promise<TestWorkflowEnvironment> {
  const path = await findTestServer()
  for (let patience = 3; ; patience -= 1) {
    await readFile(path)
    try {
      return await TestWorkflowEnvironment.createTimeSkipping({
        server: { executable: { type: 'existing-path', path } },
      })
    } catch (cause) {
      if (patience === 1 || !String(cause).includes('did not start within')) throw cause
    }
  }
}
