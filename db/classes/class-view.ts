import { sql } from 'kysely'
import type { NominationState } from '../../domain/classes/class-state.ts'
import { classDeeds as deeds } from '../../domain/classes/deeds.ts'
import type { ClassView, OwnPartView } from '../../domain/classes/views.contract.ts'
import { population } from '../../domain/draft/plan-content.ts'
import { allowedActions, type Caller } from '../../domain/grammar/deed.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { numberOf } from '../papers/paper-row.ts'
import { classOf, type ClassRow, linkTo, subjectOf } from './class-row.ts'
import { countsOf } from './counts.ts'
import { ratingsOf } from './ratings.ts'
import { sessionsOf } from './sessions.ts'

const organising = [
  deeds.quotasSet,
  deeds.nominationsOpened,
  deeds.listFixed,
  deeds.rescheduled,
  deeds.postponed,
  deeds.cancelled,
]
const ofUnits = [deeds.nominated, deeds.listApproved, deeds.seatsGivenBack, deeds.seatsTaken]

/** One class as its reader sees it: a fixed number of statements, however many people it has. */
export async function classViewOf({ tx, caller }: Entered, classId: string): Promise<ClassView> {
  const trained = await classOf(tx, classId)
  const counts = await countsOf(tx, classId)
  const { id, cycleId: _, federationId: __, organiserUnitId: ___, ...facts } = trained
  return {
    ...plain(facts),
    ...(await around(tx, trained)),
    classId: id,
    counts,
    eligibility: population.parse(trained.eligibility),
    freeSeats: trained.seats - counts.quotas,
    sessions: await sessionsOf(tx, classId),
    waitsFor: await waitsFor(tx, trained),
    mine: await ownParts(tx, caller, trained),
    ratings: await ratingsOf(tx, trained),
    mySeat: await mySeat(tx, caller, trained),
    allowedActions: allowedActions(organising, caller, subjectOf(trained)),
  }
}

type Facts = Omit<ClassRow, 'id' | 'cycleId' | 'federationId' | 'organiserUnitId'>

function plain(row: Facts) {
  const { createdAt, startsOn, endsOn, nominationsOpenAt, nominationsDueAt, listDueAt } = row
  return {
    code: row.code,
    title: row.title,
    topic: row.topic,
    audience: row.audience,
    organiserName: row.organiserName,
    venue: row.venue,
    state: row.state,
    stateBecause: row.stateBecause,
    // @NOTE a class has its days from its opening on; the columns are younger than the table
    startsOn: startsOn ?? createdAt.slice(0, 10),
    endsOn: endsOn ?? createdAt.slice(0, 10),
    seats: row.seats,
    planYear: row.planYear,
    lineCode: row.lineCode,
    trainingKind: row.trainingKind,
    mode: row.mode,
    deliveryForm: row.deliveryForm,
    needsRelease: row.needsRelease,
    nominationsOpenAt: nominationsOpenAt ?? createdAt,
    nominationsDueAt: nominationsDueAt ?? createdAt,
    nominationsClosedAt: row.nominationsClosedAt,
    releaseDueAt: row.releaseDueAt,
    releasesClosedAt: row.releasesClosedAt,
    listDueAt: listDueAt ?? createdAt,
    listFixedAt: row.listFixedAt,
    minAttendancePercent: row.minAttendancePercent,
    testRequired: row.testRequired,
    passMark: row.passMark,
    maxMark: row.maxMark,
    certificateType: row.certificateType,
    calendarSequence: row.calendarSequence,
    revision: row.revision,
  }
}

/** The paper behind the class, its partner, and whom to call. */
async function around(tx: Tx, { id, planId }: ClassRow) {
  const row = await tx
    .selectFrom('trainingClass')
    .leftJoin('partner', 'partner.id', 'trainingClass.partnerId')
    .leftJoin('official', 'official.id', 'trainingClass.openedBy')
    .select(['partner.name as partnerName', 'official.fullName as openedBy'])
    .select('official.phone as contactPhone')
    .where('trainingClass.id', '=', id)
    .executeTakeFirstOrThrow()
  const paper =
    planId &&
    (await tx
      .selectFrom('paper')
      .select(['number', 'symbol'])
      .where('planId', '=', planId)
      .where('state', '=', 'ISSUED')
      .executeTakeFirst())
  return { ...row, planNumber: paper ? numberOf(paper) : null }
}

/** Whose work of this class still waits in an inbox; a unit sees its own. */
async function waitsFor(tx: Tx, trained: ClassRow): Promise<ClassView['waitsFor']> {
  const link = linkTo(trained)
  const { rows } = await sql<ClassView['waitsFor'][number]>`
    select t.kind, t.role, count(*)::integer as count, min(t.due_at) as due_at,
      (array_agg(distinct coalesce(o.full_name, u.name) collate vi_natural))[1:4] as names
    from task t join unit u on u.id = t.unit_id left join official o on o.id = t.official_id
    where t.done_at is null and t.cycle_id = ${trained.cycleId} and starts_with(t.link, ${link})
    group by t.kind, t.role order by min(t.due_at) nulls last, t.kind`.execute(tx)
  return rows
}

async function ownParts(tx: Tx, caller: Caller, trained: ClassRow): Promise<OwnPartView[]> {
  const units = caller.grants
    .filter(({ role }) => role === 'unitDrafter' || role === 'unitHead')
    .map(({ unitId }) => unitId)
  if (units.length === 0) return []
  const { rows } = await sql<Omit<OwnPartView, 'allowedActions'> & { unitPath: string }>`
    select q.id as quota_id, q.unit_id, u.name as unit_name, u.path::text as unit_path, q.seats, q.given_back,
      q.approved_at,
      (select count(*)::integer from nomination n where n.class_id = q.class_id and n.unit_id = q.unit_id
        and n.state not in ('WITHDRAWN', 'REFUSED_BY_EMPLOYER')) as nominated,
      (select count(*)::integer from nomination n where n.class_id = q.class_id and n.unit_id = q.unit_id
        and n.state = 'PROPOSED') as proposed
    from class_quota q join unit u on u.id = q.unit_id
    where q.class_id = ${trained.id} and q.unit_id = any (${units}::uuid[])`.execute(tx)
  return rows.map(({ unitPath, ...part }) => ({
    ...part,
    allowedActions: allowedActions(ofUnits, caller, {
      unitId: part.unitId,
      unitPath,
      state: trained.state,
    }),
  }))
}

async function mySeat(
  tx: Tx,
  caller: Caller,
  { id, state: classState }: ClassRow,
): Promise<ClassView['mySeat']> {
  const { officialId } = caller
  const row = await tx
    .selectFrom('nomination')
    .select(['id as nominationId', 'state'])
    .where('classId', '=', id)
    .where('officialId', '=', officialId)
    .where('state', 'not in', ['WITHDRAWN', 'REFUSED_BY_EMPLOYER'])
    .executeTakeFirst()
  if (!row) return null
  return {
    ...row,
    // Held to these words by a check of the table.
    state: row.state as NominationState,
    allowedActions: allowedActions([deeds.seatResigned], caller, { officialId, state: classState }),
  }
}
