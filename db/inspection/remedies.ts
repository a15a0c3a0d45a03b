import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { remedyDeeds as deeds } from '../../domain/inspection/deeds.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import type { RemedyState } from '../../domain/inspection/remedy.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { found } from '../subject.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import { factsOf, inspectionForChange, inspectionOf, objectOf } from './inspection-row.ts'
import { remedyTasks } from './issue.ts'
import { moveInspection } from './move.ts'
import { mustBeInTeam, teamOf } from './team.ts'
import { taskOf, tellPeople, tellRoles } from './tell.ts'

type Params = { params: { remedyId: string } }

const processOf = async (tx: Tx, { params }: Params) => {
  const { inspectionId } = await remedyRow(tx, params.remedyId)
  return (await inspectionOf(tx, inspectionId)).processId
}

async function remedyRow(tx: Tx, remedyId: string) {
  const row = await tx
    .selectFrom('remedy')
    .innerJoin('unit', 'unit.id', 'remedy.ownerUnitId')
    .select([
      'remedy.id',
      'remedy.inspectionId',
      'remedy.number',
      'remedy.measure',
      'remedy.ownerUnitId',
      'remedy.departmentId',
      'remedy.dueOn',
      'remedy.dueAt',
      'remedy.state',
      'unit.path as ownerPath',
    ])
    .where('remedy.id', '=', remedyId)
    .executeTakeFirst()
  const { state, ...remedy } = found(row)
  // Held to these words by a check of the table.
  return { ...remedy, state: state as RemedyState }
}

/** The remedy with its inspection, both held: the last proof accepted closes the inspection. */
async function remedyForChange(tx: Tx, remedyId: string) {
  const { inspectionId } = await remedyRow(tx, remedyId)
  const inspection = await inspectionForChange(tx, inspectionId)
  await tx.selectFrom('remedy').select('id').where('id', '=', remedyId).forUpdate().execute()
  return { inspection, remedy: await remedyRow(tx, remedyId) }
}

type Held = Awaited<ReturnType<typeof remedyForChange>>

async function setState(tx: Tx, { remedy }: Held, state: RemedyState, closedAt?: string) {
  await tx
    .updateTable('remedy')
    .set((update) => ({
      state,
      revision: update('revision', '+', 1),
      ...(closedAt && { closedAt }),
    }))
    .where('id', '=', remedy.id)
    .execute()
}

function about({ inspection, remedy }: Held, state: RemedyState) {
  return {
    reply: { remedyId: remedy.id, state },
    object: objectOf(inspection, inspection.revision),
    process: { state: inspection.state, id: inspection.id },
    facts: { ...factsOf(inspection), number: remedy.number },
  }
}

export const answerRemedy = performs(
  routes.answerRemedy,
  async ({ tx, caller, at }, { params, body }) => {
    const held = await remedyForChange(tx, params.remedyId)
    const { inspection, remedy } = held
    const { ownerUnitId: unitId, ownerPath: unitPath, state } = remedy
    const as = mustAllow(deeds.answered, caller, { unitId, unitPath, state })
    if (remedy.departmentId && as.departmentId && as.departmentId !== remedy.departmentId)
      throw new Refusal('inspection.not-your-remedy', 'not-allowed')
    const { id: remedyId } = remedy
    const { federationId } = inspection
    const { words } = body
    await tx
      .insertInto('remedyAnswer')
      .values({ remedyId, federationId, words, answeredBy: caller.officialId, answeredAt: at })
      .execute()
    await setState(tx, held, 'ANSWERED')
    const done = { objectId: remedyId, by: caller.officialId }
    await finishTasks(tx, { kinds: ['inspection.remedy'], ...done })
    await askToJudge(tx, held)
    return { ...about(held, 'ANSWERED'), as, content: body }
  },
  processOf,
)

async function askToJudge(tx: Tx, { inspection, remedy }: Held): Promise<void> {
  const { measure } = remedy
  const team = await teamOf(tx, inspection.id)
  await openTasks(
    tx,
    team
      .filter(({ role }) => role === 'LEAD')
      .map(({ officialId }) => ({
        ...taskOf(inspection, {
          kind: 'inspection.judge',
          role: 'inspector',
          officialId,
          params: { measure },
        }),
        objectType: 'remedy',
        objectId: remedy.id,
      })),
  )
}

type Judging = { outcome: 'ACCEPTED' | 'SENT_BACK'; because: string | null; by: string; at: string }

async function judge(tx: Tx, { remedy }: Held, { by, at, ...judged }: Judging): Promise<void> {
  await tx
    .updateTable('remedyAnswer')
    .set({ ...judged, judgedBy: by, judgedAt: at })
    .where('remedyId', '=', remedy.id)
    .where('outcome', 'is', null)
    .execute()
  await finishTasks(tx, { kinds: ['inspection.judge'], objectId: remedy.id, by })
}

export const acceptRemedy = performs(
  routes.acceptRemedy,
  async ({ tx, caller, at }, { params }) => {
    const held = await remedyForChange(tx, params.remedyId)
    const as = mustAllow(deeds.accepted, caller, { state: held.remedy.state })
    await mustBeInTeam(tx, caller, held.inspection)
    await judge(tx, held, { outcome: 'ACCEPTED', because: null, by: caller.officialId, at })
    await setState(tx, held, 'CLOSED', at)
    const state = await closeWhenDone(tx, held, at)
    return {
      ...about(held, 'CLOSED'),
      process: { state, id: held.inspection.id },
      as,
    }
  },
  processOf,
)

/** With the last remedy the inspection is over. */
async function closeWhenDone(tx: Tx, { inspection }: Held, at: string) {
  const open = await tx
    .selectFrom('remedy')
    .select('id')
    .where('inspectionId', '=', inspection.id)
    .where('state', '<>', 'CLOSED')
    .limit(1)
    .executeTakeFirst()
  if (open || inspection.state !== 'FOLLOW_UP') return inspection.state
  await moveInspection(tx, inspection, { to: 'CLOSED', closedAt: at })
  await tellRoles(
    tx,
    inspection,
    { roles: ['unitHead', 'unitDrafter'], unitId: inspection.unitId },
    { event: 'closed', textKey: 'inspection.letters.closed' },
  )
  return 'CLOSED' as const
}

export const returnRemedy = performs(
  routes.returnRemedy,
  async ({ tx, caller, at }, { params, body }) => {
    const held = await remedyForChange(tx, params.remedyId)
    const { inspection, remedy } = held
    const as = mustAllow(deeds.sentBack, caller, { state: remedy.state })
    await mustBeInTeam(tx, caller, inspection)
    const because = body.reason
    await judge(tx, held, { outcome: 'SENT_BACK', because, by: caller.officialId, at })
    await setState(tx, held, 'SENT_BACK')
    await openTasks(tx, remedyTasks(inspection, remedy))
    const giver = await tx
      .selectFrom('remedyAnswer')
      .select('answeredBy')
      .where('remedyId', '=', remedy.id)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    await tellPeople(tx, inspection, [giver.answeredBy], {
      event: `remedy/${remedy.id}/${at}`,
      textKey: 'inspection.letters.remedyReturned',
      params: { measure: remedy.measure, reason: because },
    })
    const back = about(held, 'SENT_BACK')
    return { ...back, facts: { ...back.facts, reason: because }, as }
  },
  processOf,
)
