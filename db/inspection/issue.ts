import { sql } from 'kysely'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { inspectionDeeds as deeds } from '../../domain/inspection/deeds.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { symbolOf } from '../../domain/papers/symbol.ts'
import { sha256Of } from '../canonical.ts'
import type { Tx } from '../database.ts'
import { numberOf } from '../papers/paper-row.ts'
import { takeNumber } from '../papers/take-number.ts'
import { performs } from '../performer.ts'
import { found } from '../subject.ts'
import { endTasks, finishTasks, openTasks } from '../tasks.ts'
import { inspectionForChange, type InspectionRow } from './inspection-row.ts'
import { moveInspection, processOf, told } from './move.ts'
import { taskOf, tellRoles } from './tell.ts'

const docType = 'TB'
/** The committee issues in its own name, so its notices have a series of their own. */
export const issuingBody = 'UBKT'

/** The notice gets the next number of its series and goes to the unit; the remedies become binding. */
export const issueResult = performs(
  routes.issueResult,
  async ({ tx, caller, at }, { params }) => {
    const inspection = await inspectionForChange(tx, params.inspectionId)
    const as = mustAllow(deeds.resultIssued, caller, { state: inspection.state })
    const { paperId, number } = await enter(tx, inspection, { by: caller.officialId, at })
    await moveInspection(tx, inspection, { to: 'NOTICE_ISSUED', paperId, issuedAt: at })
    const { id, unitId, federationId } = inspection
    await finishTasks(tx, { kinds: ['inspection.issue'], objectId: id, by: caller.officialId })
    await endTasks(tx, { kinds: ['inspection.reply'], objectIds: [id], because: 'issued' })
    await tx.insertInto('receipt').values({ paperId, unitId, federationId }).execute()
    await bindRemedies(tx, inspection)
    await tellRoles(
      tx,
      inspection,
      { roles: ['unitHead', 'unitDrafter'], unitId },
      { event: 'issued', textKey: 'inspection.letters.issued', params: { number } },
    )
    const done = told(inspection, 'NOTICE_ISSUED', {
      as,
      facts: { number },
      content: { number, result: inspection.result },
    })
    return { ...done, reply: { ...done.reply, number } }
  },
  processOf,
)

type Issuing = { by: string; at: string }

async function enter(tx: Tx, inspection: InspectionRow, { by, at }: Issuing) {
  const { id, federationId, cycleId, unitName, passedAt, passedBy } = inspection
  const today = dayOfInstant(at)
  const signedOn = dayOfInstant(found(passedAt ?? undefined))
  const taken = await takeNumber(tx, {
    federationId,
    issuingBody,
    docType,
    issuedOn: today,
    signedOn,
    today,
  })
  const signer = await tx
    .selectFrom('official')
    .select('fullName')
    .where('id', '=', passedBy)
    .executeTakeFirstOrThrow()
  const symbol = symbolOf(docType, issuingBody)
  const content = { inspectionId: id, result: inspection.result }
  const paper = await tx
    .insertInto('paper')
    .values({
      ...taken,
      federationId,
      cycleId,
      issuingBody,
      docType,
      symbol,
      abstract: `Thông báo kết quả kiểm tra ${unitName}`,
      signer: signer.fullName,
      signingCapacity: 'ON_BEHALF_OF_COLLECTIVE',
      recipients: [unitName, 'Ban Thường vụ (để báo cáo)'],
      issuedOn: today,
      state: 'ISSUED',
      issuedAt: at,
      content: JSON.stringify(content),
      contentSha256: sha256Of(content),
      numberedBy: by,
      printLink: `/print/inspections/${id}/result`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { paperId: paper.id, number: numberOf({ number: taken.number, symbol }) }
}

/** Each owner finds the remedy in the inbox, with its day. */
async function bindRemedies(tx: Tx, inspection: InspectionRow): Promise<void> {
  const remedies = await tx
    .updateTable('remedy')
    .set({ state: 'OPEN', revision: sql`revision + 1` })
    .where('inspectionId', '=', inspection.id)
    .where('state', '=', 'DRAFT')
    .returning(['id', 'measure', 'ownerUnitId', 'departmentId', 'dueAt'])
    .execute()
  await openTasks(
    tx,
    remedies.flatMap((remedy) => remedyTasks(inspection, remedy)),
  )
}

type Bound = {
  id: string
  measure: string
  ownerUnitId: string
  departmentId: string | null
  dueAt: string
}

/** For the two key-holders of a unit, or for the head of the department. */
export function remedyTasks(inspection: InspectionRow, remedy: Bound) {
  const { id: objectId, measure, ownerUnitId: unitId, departmentId, dueAt } = remedy
  const task = { kind: 'inspection.remedy', unitId, departmentId, dueAt, params: { measure } }
  const roles = departmentId
    ? (['departmentHead'] as const)
    : (['unitHead', 'unitDrafter'] as const)
  return roles.map((role) => ({
    ...taskOf(inspection, { ...task, role }),
    objectType: 'remedy',
    objectId,
  }))
}
