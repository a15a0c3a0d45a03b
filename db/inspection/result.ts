import { day, dayOfInstant } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { inspectionDeeds as deeds } from '../../domain/inspection/deeds.ts'
import { scorePercent } from '../../domain/inspection/finding.ts'
import type { ResultForm } from '../../domain/inspection/forms.contract.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { remedyDueAt } from '../../domain/inspection/remedy.ts'
import { obstaclesToPassing, obstaclesToRemedies } from '../../domain/inspection/result.ts'
import type { Caller } from '../../domain/grammar/deed.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { refuse } from '../revision/standing.ts'
import { mustBeCurrent } from '../subject.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import { criteriaOf } from './findings.ts'
import { inspectionForChange, type InspectionRow } from './inspection-row.ts'
import { moveInspection, processOf, told } from './move.ts'
import { askedOf, repliesOf } from './replies.ts'
import { mustBeInTeam, teamOf } from './team.ts'
import { taskOf, tellPeople, tellRoles } from './tell.ts'
import { spend } from './writing.ts'

export const draftResult = performs(
  routes.draftResult,
  async ({ tx, caller, at }, { params, body, revision }) => {
    const inspection = await inspectionForChange(tx, params.inspectionId)
    const as = mustAllow(deeds.resultDrafted, caller, { state: inspection.state })
    await mustBeInTeam(tx, caller, inspection)
    mustBeCurrent(inspection, revision, inspection.result)
    refuse('inspection.result-not-in-order', obstaclesToRemedies(body.remedies, dayOfInstant(at)))
    const criteria = await criteriaOf(tx, inspection.id)
    const known = new Set(criteria.map(({ id }) => id))
    const named = [...body.answers, ...body.remedies].flatMap(
      ({ criterionId }) => criterionId ?? [],
    )
    if (named.some((id) => !known.has(id))) throw new Refusal('grammar.not-found', 'not-found')
    await moveInspection(tx, inspection, {
      to: 'RESULT_DRAFT',
      stateBecause: null,
      result: JSON.stringify(body),
      rating: body.rating,
      scorePercent: scorePercent(criteria),
    })
    await draftRemedies(tx, inspection, body.remedies)
    await spend(tx, inspection.id, 'RESULT')
    const done = { objectId: inspection.id, by: caller.officialId }
    await finishTasks(tx, { kinds: ['inspection.result'], ...done })
    await openTasks(tx, [
      taskOf(inspection, {
        kind: 'inspection.pass',
        role: 'inspectionHead',
        dueAt: inspection.resultDueAt,
      }),
    ])
    const facts = { remedies: body.remedies.length }
    return told(inspection, 'RESULT_DRAFT', { as, facts, content: body })
  },
  processOf,
)

/** As the draft says now; nobody but the offices sees them before the issue. */
async function draftRemedies(
  tx: Tx,
  inspection: InspectionRow,
  remedies: ResultForm['remedies'],
): Promise<void> {
  const { id: inspectionId, federationId, unitId, topUnitId } = inspection
  await tx.deleteFrom('remedy').where('inspectionId', '=', inspectionId).execute()
  if (remedies.length === 0) return
  await tx
    .insertInto('remedy')
    .values(
      remedies.map(({ departmentId, ...remedy }, index) => ({
        ...remedy,
        inspectionId,
        federationId,
        number: index + 1,
        ownerUnitId: departmentId ? topUnitId : unitId,
        departmentId,
        dueAt: remedyDueAt(day(remedy.dueOn)),
        state: 'DRAFT',
      })),
    )
    .execute()
}

export const returnResult = performs(
  routes.returnResult,
  async ({ tx, caller }, { params, body }) => {
    const inspection = await inspectionForChange(tx, params.inspectionId)
    const as = mustAllow(deeds.resultReturned, caller, { state: inspection.state })
    const { reason } = body
    await moveInspection(tx, inspection, { to: 'RESULT_DRAFT', stateBecause: reason })
    const done = { objectId: inspection.id, by: caller.officialId }
    await finishTasks(tx, { kinds: ['inspection.pass'], ...done })
    const team = await teamOf(tx, inspection.id)
    const lead = team.find(({ role }) => role === 'LEAD')
    await openTasks(tx, [
      taskOf(inspection, {
        kind: 'inspection.result',
        role: 'inspector',
        dueAt: inspection.resultDueAt,
        ...(lead && { officialId: lead.officialId }),
      }),
    ])
    await tellPeople(
      tx,
      inspection,
      team.map(({ officialId }) => officialId),
      {
        event: `returned/${inspection.revision}`,
        textKey: 'inspection.letters.resultReturned',
        params: { reason },
      },
    )
    return told(inspection, 'RESULT_DRAFT', { as, facts: { reason } })
  },
)

/** What still stands between the draft and the committee's signature. */
export async function obstaclesBeforePassing(
  tx: Tx,
  inspection: InspectionRow,
  { caller, at }: { caller: Caller; at: string },
) {
  const asked = askedOf(await criteriaOf(tx, inspection.id))
  const numberOf = new Map(asked.map(({ id, number }) => [id, number]))
  const replies = await repliesOf(tx, inspection.id)
  const answers = inspection.result?.answers ?? []
  return obstaclesToPassing({
    asked: [...numberOf.values()],
    replies: replies.flatMap(({ criterionId, stance }) => {
      const number = numberOf.get(criterionId)
      return number === undefined ? [] : [{ number, stance }]
    }),
    answered: answers.flatMap(({ criterionId }) => numberOf.get(criterionId) ?? []),
    isReplyOver: inspection.replyDueAt !== null && at > inspection.replyDueAt,
    headId: caller.officialId,
    teamIds: (await teamOf(tx, inspection.id)).map(({ officialId }) => officialId),
  })
}

export const passResult = performs(
  routes.passResult,
  async ({ tx, caller, at }, { params }) => {
    const inspection = await inspectionForChange(tx, params.inspectionId)
    const as = mustAllow(deeds.resultPassed, caller, { state: inspection.state })
    refuse(
      'inspection.passing-not-in-order',
      await obstaclesBeforePassing(tx, inspection, { caller, at }),
    )
    await moveInspection(tx, inspection, {
      to: 'COMMITTEE_PASSED',
      passedAt: at,
      passedBy: caller.officialId,
    })
    const done = { objectId: inspection.id, by: caller.officialId }
    await finishTasks(tx, { kinds: ['inspection.pass', 'inspection.result'], ...done })
    await openTasks(tx, [
      taskOf(inspection, {
        kind: 'inspection.issue',
        role: 'recordsClerk',
        dueAt: inspection.resultDueAt,
      }),
    ])
    await tellRoles(
      tx,
      inspection,
      { roles: ['recordsClerk'], unitId: inspection.topUnitId },
      { event: 'passed', textKey: 'inspection.letters.passed' },
    )
    return told(inspection, 'COMMITTEE_PASSED', { as, content: inspection.result })
  },
  processOf,
)
