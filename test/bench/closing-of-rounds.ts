import type pg from 'pg'
import { asSystem } from '../../db/context.ts'
import { openDatabase } from '../../db/database.ts'
import { closeRound } from '../../db/feedback/close.ts'
import { openObligations } from '../../db/feedback/open.ts'
import { withClient } from '../../local/postgres-client.ts'
import type { DatabaseUrls } from '../../local/postgres-roles.ts'
import { type SmallFederation, smallFederation } from '../setup/small-federation.ts'
import { asTheWorker } from './as-the-worker.ts'
import { addRound, addUnits } from './many-units.ts'
import { interleaved, type Measured, timed } from './row.ts'
import type { Subject } from './subject.ts'

const sizes = [
  { name: 'close-10000', units: 10_000 },
  { name: 'close-127000', units: 127_000 },
] as const

/** Two thirds of the units have signed; the others are silent, with their tasks still open. */
export const closingOfRounds: Subject = {
  rows: sizes.map(({ name }) => ({
    name,
    unit: 'ms',
    goal: 3,
    goalIs: 'atMost' as const,
    floorIs: 'one UPDATE of the answers to what they count as, as owner',
  })),
  async *measure(ground, isWanted) {
    for (const { name, units } of sizes.filter((size) => isWanted(size.name))) {
      const urls = await ground.database()
      const federation = await smallFederation(urls.ownerUrl, 0)
      await addUnits(urls.ownerUrl, federation, units)
      yield [name, await measureClosing(urls, federation)]
    }
  },
}

async function measureClosing(
  { ownerUrl, appUrl }: DatabaseUrls,
  federation: SmallFederation,
): Promise<Measured> {
  const worker = openDatabase(appUrl, asTheWorker)
  const as = { federationId: federation.federationId, process: 'bench' }
  const { roundId } = await addRound(ownerUrl, federation, 2027)
  await asSystem(worker, as, (tx) => openObligations(tx, roundId))
  const close = () => asSystem(worker, as, (tx) => closeRound(tx, roundId, 'Đã đủ ý kiến'))
  const measured = await withClient(ownerUrl, async (client) => {
    const pass = async (work: () => Promise<unknown>) => {
      await layOpen(client, roundId)
      return timed(work)
    }
    const passes = {
      floor: () => pass(() => client.query(bareClose, [roundId])),
      figure: () => pass(close),
    }
    await passes.floor()
    await passes.figure()
    return interleaved(passes)
  })
  await worker.destroy()
  return measured
}

const bareClose = `
  update answer set state = case when state = 'SUBMITTED' then 'COUNTED' else 'NO_ANSWER' end,
    revision = revision + 1
  where round_id = $1`

/** As it stood a moment before, so that the next pass finds the same work. */
async function layOpen(client: pg.Client, roundId: string): Promise<void> {
  for (const statement of openAgain) await client.query(statement, [roundId])
  await client.query('vacuum analyze answer, task, letter')
  await client.query('checkpoint')
}

const isSigned = `substring(a.number from '\\d+$')::integer % 3 > 0`
const openAgain = [
  `update round set state = 'OPEN', closed_at = null, closed_because = null where id = $1`,
  `update cycle set phase = 'feedback' where id = (select cycle_id from round where id = $1)`,
  `update answer a set state = case when ${isSigned} then 'SUBMITTED' else 'OPENED' end where round_id = $1`,
  `update task set ended_because = null, done_at = case when ${isSigned} then now() end
   from answer a where a.id = task.object_id and a.round_id = $1`,
  `delete from letter where event_key in ('round/' || $1::text || '/silent', 'round/' || $1::text || '/closed')`,
]
