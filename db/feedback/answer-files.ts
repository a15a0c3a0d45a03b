import { sql } from 'kysely'
import type { AnswerFile } from '../../domain/feedback/answer-files.contract.ts'
import { isFileKind } from '../../domain/files/file-kind.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

/** The files that an answer is written with, or was signed with, in the order they came. */
export async function filesOfAnswer(tx: Tx, answerId: string): Promise<AnswerFile[]> {
  const rows = await files(tx).where('answerFile.answerId', '=', answerId).execute()
  return rows.map(fileOfRow)
}

/** One of them, for those whom the fence lets see it. */
export async function fileOfAnswer(
  tx: Tx,
  { answerId, fileId }: { answerId: string; fileId: string },
): Promise<AnswerFile> {
  const row = await files(tx)
    .where('answerFile.answerId', '=', answerId)
    .where('answerFile.id', '=', fileId)
    .executeTakeFirst()
  return fileOfRow(found(row))
}

/** What the units of a round have sent to places of one draft, by answer and place. */
export async function filesOnPlan(
  tx: Tx,
  { roundId, planId }: { roundId: string; planId: string },
): Promise<(answerId: string, place: string) => AnswerFile[]> {
  const rows = await files(tx)
    .innerJoin('answer', 'answer.id', 'answerFile.answerId')
    .where('answer.roundId', '=', roundId)
    .where('answerFile.place', 'like', `${planId}:%`)
    .where((row) =>
      row.exists(
        row
          .selectFrom('answerVersionFile')
          .select(sql`1`.as('one'))
          .whereRef('answerVersionFile.fileId', '=', 'answerFile.id')
          .whereRef('answerVersionFile.version', '=', 'answer.version'),
      ),
    )
    .execute()
  const byPlace = new Map<string, AnswerFile[]>()
  for (const file of rows.map(fileOfRow)) {
    const at = `${file.answerId} ${file.place}`
    byPlace.set(at, [...(byPlace.get(at) ?? []), file])
  }
  return (answerId, place) => byPlace.get(`${answerId} ${place}`) ?? []
}

function files(tx: Tx) {
  return tx
    .selectFrom('answerFile')
    .innerJoin('storedFile', (join) =>
      join
        .onRef('storedFile.federationId', '=', 'answerFile.federationId')
        .onRef('storedFile.sha256', '=', 'answerFile.sha256'),
    )
    .select([
      'answerFile.id as fileId',
      'answerFile.answerId',
      'answerFile.place',
      'answerFile.name',
      'answerFile.sha256',
      'storedFile.kind',
      'storedFile.size',
    ])
    .where('answerFile.removedAt', 'is', null)
    .orderBy('answerFile.attachedAt')
    .orderBy('answerFile.id')
}

function fileOfRow({ kind, ...file }: Omit<AnswerFile, 'kind'> & { kind: string }): AnswerFile {
  if (!isFileKind(kind)) throw new Error(`no such kind of file: ${kind}`)
  return { ...file, kind }
}
