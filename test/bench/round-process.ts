import { asSystem } from '../../db/context.ts'
import { openDatabase } from '../../db/database.ts'
import { requestProcess } from '../../db/process-requests.ts'
import { asTheWorker } from './as-the-worker.ts'
import { withClient } from '../../local/postgres-client.ts'
import type { DatabaseUrls } from '../../local/postgres-roles.ts'

type Starting = { federationId: string; roundId: string; processId: string }

/** The process of a round, asked for as the publishing of the drafts asks for it. */
export async function startRoundProcess(
  { appUrl }: Pick<DatabaseUrls, 'appUrl'>,
  { federationId, roundId, processId }: Starting,
): Promise<void> {
  const worker = openDatabase(appUrl, asTheWorker)
  await asSystem(worker, { federationId, process: 'bench' }, (tx) =>
    requestProcess(tx, {
      federationId,
      workflowType: 'consultation',
      workflowId: processId,
      message: 'start',
      name: 'consultation',
      input: { roundId },
      key: `${processId}/start`,
    }),
  )
  await worker.destroy()
}

export function hasOpened(ownerUrl: string, roundId: string): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    const { rowCount } = await client.query('select from register_entry where key = $1', [
      `round/${roundId}/opened`,
    ])
    return rowCount === 1
  })
}
