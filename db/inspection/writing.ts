import { mustAllow } from '../../domain/grammar/deed.ts'
import { inspectionDeeds as deeds } from '../../domain/inspection/deeds.ts'
import { repliesWriting, resultWriting } from '../../domain/inspection/forms.contract.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import type { Tx } from '../database.ts'
import { performs, type Stage } from '../performer.ts'
import { mustBeCurrent } from '../subject.ts'
import { inspectionForChange, type InspectionRow, objectOf } from './inspection-row.ts'
import { mustBeInTeam } from './team.ts'

type Kind = 'REPLIES' | 'RESULT'

/** What either side has typed and not sent; the fence leaves each reader their own. */
export async function writingsOf(tx: Tx, inspectionId: string) {
  const rows = await tx
    .selectFrom('inspectionWriting')
    .select(['kind', 'content', 'revision'])
    .where('inspectionId', '=', inspectionId)
    .execute()
  const of = (kind: Kind) => rows.find((row) => row.kind === kind)
  const [replies, result] = [of('REPLIES'), of('RESULT')]
  return {
    repliesWriting: replies
      ? { form: repliesWriting.nullable().parse(replies.content), revision: replies.revision }
      : null,
    resultWriting: result
      ? { form: resultWriting.nullable().parse(result.content), revision: result.revision }
      : null,
  }
}

export const writeReplies = performs(
  routes.writeReplies,
  async (stage, { params, body, revision }) => {
    const inspection = await inspectionForChange(stage.tx, params.inspectionId)
    const { unitId, unitPath, state } = inspection
    const as = mustAllow(deeds.repliesWritten, stage.caller, { unitId, unitPath, state })
    const reply = await keep(stage, inspection, { kind: 'REPLIES', content: body, revision })
    return { reply, as, object: objectOf(inspection, inspection.revision) }
  },
)

export const writeResult = performs(
  routes.writeResult,
  async (stage, { params, body, revision }) => {
    const inspection = await inspectionForChange(stage.tx, params.inspectionId)
    const as = mustAllow(deeds.resultWritten, stage.caller, { state: inspection.state })
    await mustBeInTeam(stage.tx, stage.caller, inspection)
    const reply = await keep(stage, inspection, { kind: 'RESULT', content: body, revision })
    return { reply, as, object: objectOf(inspection, inspection.revision) }
  },
)

type Typed = { kind: Kind; content: unknown; revision: number }

async function keep(
  { tx, caller, at }: Stage,
  { id: inspectionId, federationId }: InspectionRow,
  { kind, content, revision }: Typed,
) {
  const known = await tx
    .selectFrom('inspectionWriting')
    .select(['content', 'revision'])
    .where('inspectionId', '=', inspectionId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  mustBeCurrent(known ?? { revision: 0 }, revision, known?.content ?? null)
  const row = {
    content: JSON.stringify(content),
    revision: revision + 1,
    writtenBy: caller.officialId,
    writtenAt: at,
  }
  await tx
    .insertInto('inspectionWriting')
    .values({ ...row, inspectionId, kind, federationId })
    .onConflict((conflict) => conflict.columns(['inspectionId', 'kind']).doUpdateSet(row))
    .execute()
  return { revision: revision + 1, savedAt: at }
}

/** It was sent: what was typed has its place elsewhere now. The window that sent it goes on from here. */
export async function spend(tx: Tx, inspectionId: string, kind: Kind): Promise<void> {
  await tx
    .updateTable('inspectionWriting')
    .set({ content: null })
    .where('inspectionId', '=', inspectionId)
    .where('kind', '=', kind)
    .execute()
}
