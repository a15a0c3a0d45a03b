import { randomUUID } from 'node:crypto'
import { Client, Connection } from '@temporalio/client'
import { asSystem } from '../../db/context.ts'
import { openDatabase } from '../../db/database.ts'
import { openObligations } from '../../db/feedback/open.ts'
import { feedbackRoutes } from '../../domain/feedback/feedback.contract.ts'
import { withClient } from '../../local/postgres-client.ts'
import type { DatabaseUrls } from '../../local/postgres-roles.ts'
import { signIn } from '../setup/person.ts'
import { type SmallFederation, smallFederation } from '../setup/small-federation.ts'
import { untilAnswered, untilTrue } from '../setup/year-walk.ts'
import { asTheWorker } from './as-the-worker.ts'
import type { Ground } from './ground.ts'
import { openHouse } from './house.ts'
import { addRound, addUnits } from './many-units.ts'
import { hasOpened, startRoundProcess } from './round-process.ts'
import { interleaved, type Measured, median, timed } from './row.ts'
import type { Subject } from './subject.ts'

const sizes = [
  { name: 'round-43', units: 43, openingsPerPass: 7 },
  { name: 'round-10000', units: 10_000, openingsPerPass: 1 },
  { name: 'round-127000', units: 127_000, openingsPerPass: 1 },
] as const
const lives = [
  { name: 'round-10000-events', units: 10_000 },
  { name: 'round-127000-events', units: 127_000 },
] as const

export const openingOfRounds: Subject = {
  rows: [
    ...sizes.map(({ name }) => ({
      name,
      unit: 'ms',
      goal: 3,
      goalIs: 'atMost' as const,
      floorIs: 'one INSERT … SELECT of the obligations, as owner',
    })),
    ...lives.map(({ name }) => ({
      name,
      unit: 'events',
      goal: 300,
      goalIs: 'atMost' as const,
      floorIs: null,
    })),
  ],
  async *measure(ground, isWanted) {
    for (const size of sizes.filter(({ name }) => isWanted(name))) {
      const { urls, federation } = await federationOf(ground, size.units)
      yield [size.name, await measureOpening(urls, federation, size)]
    }
    for (const { name, units } of lives.filter((life) => isWanted(life.name))) {
      const { urls, federation } = await federationOf(ground, units)
      yield [name, await countEvents(ground, urls, federation)]
    }
  },
}

async function federationOf(ground: Ground, units: number) {
  const urls = await ground.database()
  const federation = await smallFederation(urls.ownerUrl, 0)
  await addUnits(urls.ownerUrl, federation, units)
  return { urls, federation }
}

/** The floor: what each unit owes, numbered, and nothing else. */
const bareObligations = `
  insert into answer (federation_id, round_id, unit_id, unit_path, number)
  select u.federation_id, $1, u.id, u.path,
    'BARE-' || $2::text || '-' || lpad((row_number() over (order by u.code))::text, 6, '0')
  from unit u where u.level = 'IMMEDIATE_UPPER'`

async function measureOpening(
  { ownerUrl, appUrl }: DatabaseUrls,
  federation: SmallFederation,
  { openingsPerPass }: { openingsPerPass: number },
): Promise<Measured> {
  const worker = openDatabase(appUrl, asTheWorker)
  const { federationId } = federation
  let planYear = 2030
  const pass = async (open: (roundId: string, year: number) => Promise<unknown>) => {
    const took: number[] = []
    for (let at = 0; at < openingsPerPass; at += 1) {
      planYear += 1
      const { roundId } = await addRound(ownerUrl, federation, planYear)
      took.push(await timed(() => open(roundId, planYear)))
    }
    await withClient(ownerUrl, (client) => client.query('checkpoint'))
    return median(took)
  }
  const whole = () =>
    pass((roundId) =>
      asSystem(worker, { federationId, process: 'bench' }, (tx) => openObligations(tx, roundId)),
    )
  const measured = await withClient(ownerUrl, async (client) => {
    const bare = () => pass((roundId, year) => client.query(bareObligations, [roundId, year]))
    await bare()
    await whole()
    return interleaved({ floor: bare, figure: whole })
  })
  await worker.destroy()
  return measured
}

/** A round as its process lives it, from the opening to an early close. */
async function countEvents(
  ground: Ground,
  urls: DatabaseUrls,
  federation: SmallFederation,
): Promise<Measured> {
  const house = await openHouse(ground, urls)
  const connection = await Connection.connect({ address: ground.temporalAddress })
  const { workflow } = new Client({ connection })
  try {
    const { roundId, processId } = await addRound(urls.ownerUrl, federation, 2027)
    await startRoundProcess(urls, { federationId: federation.federationId, roundId, processId })
    await untilTrue(() => hasOpened(urls.ownerUrl, roundId), 120_000)
    const leader = await signIn(house.address, 'leader')
    const closing = { params: { roundId }, body: { reason: 'Đã đủ ý kiến cần thiết' } }
    const key = randomUUID()
    const closed = await untilAnswered(() => leader.call(feedbackRoutes.close, closing, { key }))
    if (closed.status !== 200) throw new Error(`not closed: ${JSON.stringify(closed.body)}`)
    await workflow.getHandle(processId).result()
    const { historyLength } = await workflow.getHandle(processId).describe()
    const query = `WorkflowType != 'trainingCycle' and TaskQueue = '${house.taskQueue}'`
    const { count } = await workflow.count(query)
    return { figure: historyLength, floor: null, beside: `workflows for the round: ${count}` }
  } finally {
    await connection.close()
    await house.close()
  }
}
