import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '@temporalio/client'
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js'

const folder = join(import.meta.dirname, 'histories')

export type RecordedHistory = { name: string; history: ReturnType<typeof historyFromJSON> }

/**
 * Keeps every run of these processes as a file. Recorded by hand with RECORD_HISTORIES=1 when a
 * workflow has got a new way to go; never overwritten, because running years hold the old ones.
 */
export async function recordHistories(
  client: Client,
  workflowIds: readonly string[],
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const workflowId of workflowIds) {
    const description = await client.workflow.getHandle(workflowId).describe()
    for await (const run of client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) {
      const history = await client.workflow.getHandle(workflowId, run.runId).fetchHistory()
      const name = `${description.type}-${run.runId.slice(-8)}.json`
      writeFileSync(join(folder, name), historyToJSON(history))
    }
  }
}

export function recordedHistories(): RecordedHistory[] {
  return readdirSync(folder).map((name) => ({
    name,
    history: historyFromJSON(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
  }))
}
