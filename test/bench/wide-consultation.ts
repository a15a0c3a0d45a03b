import { randomUUID } from 'node:crypto'
import { asPerson, asSystem, type Entered } from '../../db/context.ts'
import { openDatabase } from '../../db/database.ts'
import { boardOf } from '../../db/feedback/board.ts'
import { openObligations } from '../../db/feedback/open.ts'
import { consolidationOf } from '../../db/revision/consolidation.ts'
import { opinionsOf } from '../../db/revision/opinions.ts'
import { boardQuery } from '../../domain/feedback/board.contract.ts'
import { opinionsQuery } from '../../domain/revision/opinions.contract.ts'
import { writePlaceKey } from '../../domain/revision/place-key.ts'
import { withClient } from '../../local/postgres-client.ts'
import type { DatabaseUrls } from '../../local/postgres-roles.ts'
import { type SmallFederation, smallFederation } from '../setup/small-federation.ts'
import { asTheWorker } from './as-the-worker.ts'
import type { PlanIds } from './consultation-content.ts'
import { addUnits } from './many-units.ts'
import { inTurn } from './row.ts'
import { withSameStatements } from './same-statements.ts'
import type { Subject } from './subject.ts'
import { insertRound } from './waiting-answers.ts'

const units = 10_000
const opinionsPerUnit = 2
const planYear = 2027
const floorIs = 'the same statements in one transaction by pg, as owner of the tables'
const onBoard = { ...boardQuery.parse({ status: 'all' }), planYear }

/** What the department opens every day of a consultation of 10,000 units with 20,000 opinions. */
export const wideConsultation: Subject = {
  rows: [
    { name: 'board-10000', unit: 'ms p50', goal: 2, goalIs: 'atMost', floorIs },
    { name: 'opinions-20000', unit: 'ms p50', goal: 2, goalIs: 'atMost', floorIs },
    { name: 'opinions-20000-words', unit: 'ms p50', goal: 2, goalIs: 'atMost', floorIs },
  ],
  async *measure(ground, isWanted) {
    const urls = await ground.database()
    const federation = await smallFederation(urls.ownerUrl, 0)
    const plans: PlanIds = { TRAINING: randomUUID(), MEMBERSHIP_DEVELOPMENT: randomUUID() }
    await everyoneAnswers(urls, federation, plans)
    const reads = {
      'board-10000': { times: 40, read: (entered: Entered) => boardOf(entered, onBoard) },
      'opinions-20000': {
        times: 20,
        read: (entered: Entered) => opened(entered, plans.TRAINING),
      },
      'opinions-20000-words': {
        times: 20,
        read: (entered: Entered) =>
          opinionsOf(entered, plans.TRAINING, opinionsQuery.parse({ q: 'từ123 phường' })),
      },
    }
    const db = openDatabase(urls.appUrl, { role: 'training_api', poolSize: 1 })
    const { accountId } = federation.person('head')
    try {
      for (const [name, { times, read }] of Object.entries(reads)) {
        if (!isWanted(name)) continue
        const figure = () => asPerson<unknown>(db, accountId, read)
        const asked = { accountId, reads: [read] }
        const measured = await withSameStatements(urls, asked, async (floor) => {
          await inTurn(1, 50, { floor, figure })
          return inTurn(times, 50, { floor, figure })
        })
        yield [name, measured]
      }
    } finally {
      await db.destroy()
    }
  },
}

/** What stands in the way, and the page of the place of which most is said where the first is open. */
async function opened(entered: Entered, planId: string): Promise<void> {
  const { places } = await consolidationOf(entered, planId)
  const [largest] = places.toSorted((one, other) => other.total - one.total)
  if (!largest) throw new Error('nothing is said of any place')
  const query = opinionsQuery.parse({ at: 'open', place: writePlaceKey(largest) })
  await opinionsOf(entered, planId, query)
}

async function everyoneAnswers(
  { ownerUrl, appUrl }: DatabaseUrls,
  federation: SmallFederation,
  plans: PlanIds,
): Promise<void> {
  await addUnits(ownerUrl, federation, units)
  const roundId = await withClient(ownerUrl, (client) => insertRound(client, federation, plans))
  const worker = openDatabase(appUrl, asTheWorker)
  const { federationId } = federation
  await asSystem(worker, { federationId, process: 'bench' }, (tx) => openObligations(tx, roundId))
  await worker.destroy()
  await withClient(ownerUrl, async (client) => {
    await client.query(signed, [federation.person('head').officialId])
    await client.query(agreed, [plans.TRAINING])
    await client.query(commented, [roundId, plans.TRAINING, opinionsPerUnit])
    await client.query(decided, [federation.person('head').officialId])
    await client.query('vacuum analyze')
  })
}

const signed = `with s as (
    update answer set state = 'SUBMITTED', version = 1, submitted_at = now() returning id, federation_id, unit_id
  ) insert into answer_version (answer_id, version, federation_id, unit_id, form, content_sha256, signed_by, is_late)
    select id, 1, federation_id, unit_id, '{}', 'bench', $1, false from s`
const agreed = `insert into stance (answer_id, version, federation_id, unit_id, plan_id, stance)
  select id, 1, federation_id, unit_id, $1, 'AGREE_IN_PRINCIPLE' from answer`
/** Each of a dozen words of five hundred, on sixteen clauses: some say the same, most do not. */
const commented = `insert into comment (answer_id, version, federation_id, unit_id, round_id, plan_id, position,
    place_kind, place_code, kind, text)
  select a.id, 1, a.federation_id, a.unit_id, $1, $2, n, 'CLAUSE', 'II.' || abs(hashtext(a.id::text || n)) % 16 + 1,
    'PROPOSAL', (select string_agg('từ' || abs(hashtext(a.id::text || n || ':' || word)) % 500, ' ')
      from generate_series(1, 12) word)
  from answer a, generate_series(1, $3::int) n`

/** A third of them, as on a day in the middle of the work. */
const decided = `insert into disposition (comment_id, federation_id, round_id, disposition, explanation, decided_by)
  select id, federation_id, round_id, 'NOTED', 'Ghi nhận, xem xét khi tổ chức.', $1 from comment
  where abs(hashtext(id::text)) % 3 = 0`
