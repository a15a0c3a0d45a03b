import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { inspectionDeeds as deeds } from '../../domain/inspection/deeds.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { mustBeCurrent } from '../subject.ts'
import { finishTasks } from '../tasks.ts'
import { inspectionForChange, objectOf } from './inspection-row.ts'
import { moveInspection, processOf, told } from './move.ts'
import { teamOf } from './team.ts'
import { tellPeople } from './tell.ts'
import { writers } from './writers.ts'

/** The unit's own report, as far as it is written; null before its first word. */
export async function reportOf(tx: Tx, inspectionId: string) {
  const row = await tx
    .selectFrom('selfReport')
    .innerJoin(writers(inspectionId, 'writer'), 'writer.officialId', 'selfReport.writtenBy')
    .leftJoin(writers(inspectionId, 'sender'), 'sender.officialId', 'selfReport.sentBy')
    .select([
      'selfReport.text',
      'selfReport.revision',
      'selfReport.sentAt',
      'writer.fullName as writtenBy',
      'sender.fullName as sentBy',
    ])
    .where('selfReport.inspectionId', '=', inspectionId)
    .executeTakeFirst()
  return row ?? null
}

export const writeReport = performs(
  routes.writeReport,
  async ({ tx, caller, at }, { params, body, revision }) => {
    const inspection = await inspectionForChange(tx, params.inspectionId)
    const { id, federationId, unitId, unitPath, state } = inspection
    const as = mustAllow(deeds.reportWritten, caller, { unitId, unitPath, state })
    const written = await reportOf(tx, id)
    mustBeCurrent(written ?? { revision: 0 }, revision, { text: written?.text ?? '' })
    const row = {
      text: body.text,
      revision: revision + 1,
      writtenBy: caller.officialId,
      writtenAt: at,
    }
    await tx
      .insertInto('selfReport')
      .values({ ...row, inspectionId: id, unitId, federationId })
      .onConflict((conflict) => conflict.column('inspectionId').doUpdateSet(row))
      .execute()
    return {
      reply: { revision: revision + 1, savedAt: at },
      as,
      object: objectOf(inspection, inspection.revision),
    }
  },
)

export const sendReport = performs(
  routes.sendReport,
  async ({ tx, caller, at }, { params }) => {
    const inspection = await inspectionForChange(tx, params.inspectionId)
    const { id, unitId, unitPath, state } = inspection
    const as = mustAllow(deeds.reportSent, caller, { unitId, unitPath, state })
    const report = await reportOf(tx, id)
    if (!report || report.text.trim() === '')
      throw new Refusal('inspection.report-empty', 'invalid')
    await tx
      .updateTable('selfReport')
      .set({ sentAt: at, sentBy: caller.officialId })
      .where('inspectionId', '=', id)
      .execute()
    await moveInspection(tx, inspection, { to: 'SELF_REPORT_IN' })
    await finishTasks(tx, {
      kinds: ['inspection.selfReport'],
      objectId: id,
      by: caller.officialId,
    })
    const team = await teamOf(tx, id)
    await tellPeople(
      tx,
      inspection,
      team.map(({ officialId }) => officialId),
      { event: 'report', textKey: 'inspection.letters.reportIn' },
    )
    return told(inspection, 'SELF_REPORT_IN', { as, content: { text: report.text } })
  },
  processOf,
)
