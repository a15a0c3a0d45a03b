import { sql } from 'kysely'
import { classDeeds as deeds } from '../../domain/classes/deeds.ts'
import {
  obstaclesToRating,
  SATISFACTION,
  scoreOf,
  USEFULNESS,
} from '../../domain/classes/rating.ts'
import { type RatingForm, ratingRoutes as routes } from '../../domain/classes/rating.contract.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { refuse } from '../revision/standing.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import { traineeTask } from './announce.ts'
import type { ClassRow } from './class-row.ts'
import {
  type Nominated,
  nominationForChange,
  objectOfNomination,
  subjectOfNomination,
} from './nomination-row.ts'

const KIND = 'classes.rate'

/** The register says that an opinion was given, and keeps neither its words nor a hash of them. */
export const rateClass = performs(routes.rateClass, async ({ tx, caller }, { params, body }) => {
  const nominated = await nominationForChange(tx, params)
  const { trained, nomination } = nominated
  const as = mustAllow(deeds.classRated, caller, subjectOfNomination(nominated))
  const attended = await attendedOf(tx, nomination.id)
  const yearIsClosed = !(await holdOpenYear(tx, trained.cycleId))
  refuse('classes.not-rated', obstaclesToRating({ ...nomination, attended, yearIsClosed }))
  await write(tx, nominated, body)
  const task = { kinds: [KIND], objectId: nomination.id, by: caller.officialId }
  await finishTasks(tx, task)
  return {
    reply: { nominationId: nomination.id },
    as,
    object: objectOfNomination(nominated),
    facts: { classCode: trained.code, title: trained.title },
  }
})

async function write(tx: Tx, { trained, nomination }: Nominated, body: RatingForm): Promise<void> {
  const said = {
    satisfaction: scoreOf(SATISFACTION, body.satisfaction),
    usefulness: scoreOf(USEFULNESS, body.usefulness),
    remark: body.remark,
    ratedAt: sql<string>`clock_timestamp()`,
  }
  await tx
    .insertInto('classRating')
    .values({
      ...said,
      nominationId: nomination.id,
      federationId: trained.federationId,
      classId: trained.id,
      officialId: nomination.officialId,
    })
    .onConflict((conflict) => conflict.column('nominationId').doUpdateSet(said))
    .execute()
}

async function attendedOf(tx: Tx, nominationId: string): Promise<number> {
  const { rows } = await sql<{ attended: number }>`
    select (count(*) filter (where m.mark in ('PRESENT', 'LATE')))::integer as attended from (
      select distinct on (session_id) mark from attendance where nomination_id = ${nominationId}
      order by session_id, id desc) m`.execute(tx)
  return rows[0]?.attended ?? 0
}

/** False once the year is closed; while it is open it stays so to the end of the transaction. */
async function holdOpenYear(tx: Tx, cycleId: string): Promise<boolean> {
  const { closedAt } = await tx
    .selectFrom('cycle')
    .select('closedAt')
    .where('id', '=', cycleId)
    .forShare()
    .executeTakeFirstOrThrow()
  return closedAt === null
}

/** Whoever was there is asked by name; who has answered, or is asked already, is left in peace. */
export async function askForRatings(tx: Tx, trained: ClassRow): Promise<void> {
  if (!(await holdOpenYear(tx, trained.cycleId))) return
  const { rows } = await sql<{ nominationId: string; officialId: string; unitId: string }>`
    select * from unrated_in_class(${trained.id}::uuid)`.execute(tx)
  await openTasks(
    tx,
    rows.map((person) => traineeTask(trained, person, { kind: KIND, link: '/me/learning' })),
  )
}

/** The year is closed: nobody is asked any more. */
export async function endRatingTasks(tx: Tx, cycleId: string): Promise<void> {
  await tx
    .updateTable('task')
    .set({ doneAt: sql`clock_timestamp()`, endedBecause: 'year-closed' })
    .where('kind', '=', KIND)
    .where('cycleId', '=', cycleId)
    .where('doneAt', 'is', null)
    .execute()
}
