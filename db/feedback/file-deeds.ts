import { sql } from 'kysely'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { mostFilesOfAnswer } from '../../domain/feedback/answer-files.contract.ts'
import { mayHoldFiles } from '../../domain/feedback/places.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { uploadById } from '../files/upload-row.ts'
import { type Performer, performs } from '../performer.ts'
import { found } from '../subject.ts'
import { fileOfAnswer } from './answer-files.ts'
import { type Answering, answering, told } from './answering.ts'
import { consultedPlans } from './consulted-plans.ts'

const attach = performs(routes.attachFile, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const held = await answering(stage, routes.attachFile.deed, params.answerId)
  const { kept } = found(await uploadById(tx, body.uploadId))
  if (!kept) throw new Refusal('files.not-whole', 'wrong-state')
  if (!mayHoldFiles(await consultedPlans(tx, held), body.place))
    throw new Refusal('grammar.invalid-input', 'invalid', {
      faults: [{ code: 'feedback.wrong-place', at: '/place' }],
    })
  mustHaveRoom(held, body.uploadId)
  await tx
    .insertInto('answerFile')
    .values({
      id: body.uploadId,
      federationId: caller.federationId,
      answerId: held.answer.id,
      unitId: held.answer.unitId,
      place: body.place,
      name: kept.name,
      kind: kept.kind,
      size: kept.size,
      sha256: kept.sha256,
      attachedBy: caller.officialId,
    })
    // the reply was lost and it is asked again
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const reply = await fileOfAnswer(tx, { answerId: params.answerId, fileId: body.uploadId })
  return told(held, { reply })
})

function mustHaveRoom({ files }: Answering, fileId: string): void {
  if (files.length >= mostFilesOfAnswer && !files.some((file) => file.fileId === fileId))
    throw new Refusal('feedback.too-many-files', 'wrong-state', {
      params: { most: mostFilesOfAnswer },
    })
}

/** A file that was never signed goes; one that was signed once stays with that version. */
const remove = performs(routes.removeFile, async (stage, { params }) => {
  const { tx } = stage
  const held = await answering(stage, routes.removeFile.deed, params.answerId)
  const { fileId } = await fileOfAnswer(tx, params)
  const signed = await tx
    .selectFrom('answerVersionFile')
    .select('version')
    .where('fileId', '=', fileId)
    .limit(1)
    .executeTakeFirst()
  if (signed)
    await tx
      .updateTable('answerFile')
      .set({ removedAt: sql`clock_timestamp()` })
      .where('id', '=', fileId)
      .execute()
  else await tx.deleteFrom('answerFile').where('id', '=', fileId).execute()
  return told(held, { reply: { fileId } })
})

export const filePerformers: Performer[] = [attach, remove]
