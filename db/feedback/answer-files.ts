import { type RawBuilder, sql } from 'kysely'
import type { AnswerFile } from '../../domain/feedback/answer-files.contract.ts'
import { isFileKind } from '../../domain/files/file-kind.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

/**
 * As a part of a larger statement: the files that an answer is written with, or was signed with, in
 * the order they came.
 */
export function filesOfAnswer(answerId: string): RawBuilder<readonly AnswerFile[]> {
  return sql`(
    select coalesce(jsonb_agg(jsonb_build_object('fileId', f.id, 'answerId', f.answer_id, 'place', f.place,
      'name', f.name, 'kind', f.kind, 'size', f.size, 'sha256', f.sha256) order by f.attached_at, f.id), '[]')
    from answer_file f where f.answer_id = ${answerId}::uuid and f.removed_at is null)`
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

type SignedFile = AnswerFile & { number: string }

/** What units have signed to the targets of a draft, under their answers' numbers. */
export async function filesOnTargets(tx: Tx, planId: string): Promise<SignedFile[]> {
  const rows = await signedFiles(tx, `${planId}:TARGET:`).execute()
  return rows.map(signedFileOfRow)
}

/** What some answers have signed to places of a draft. */
export async function filesSignedWith(
  tx: Tx,
  planId: string,
  answerIds: readonly string[],
): Promise<SignedFile[]> {
  const rows = await signedFiles(tx, `${planId}:`)
    .where('answer.id', '=', sql<string>`any(${[...answerIds]}::uuid[])`)
    .execute()
  return rows.map(signedFileOfRow)
}

function signedFiles(tx: Tx, place: string) {
  return files(tx)
    .innerJoin('answer', 'answer.id', 'answerFile.answerId')
    .innerJoin('answerVersionFile', (join) =>
      join
        .onRef('answerVersionFile.fileId', '=', 'answerFile.id')
        .onRef('answerVersionFile.version', '=', 'answer.version'),
    )
    .select('answer.number')
    .where('answerFile.place', 'like', `${place}%`)
}

const signedFileOfRow = (row: Row & { number: string }): SignedFile => ({
  ...fileOfRow(row),
  number: row.number,
})

function files(tx: Tx) {
  return tx
    .selectFrom('answerFile')
    .select([
      'answerFile.id as fileId',
      'answerFile.answerId',
      'answerFile.place',
      'answerFile.name',
      'answerFile.sha256',
      'answerFile.kind',
      'answerFile.size',
    ])
    .where('answerFile.removedAt', 'is', null)
    .orderBy('answerFile.attachedAt')
    .orderBy('answerFile.id')
}

type Row = Omit<AnswerFile, 'kind'> & { kind: string }

function fileOfRow({ fileId, answerId, place, name, sha256, kind, size }: Row): AnswerFile {
  if (!isFileKind(kind)) throw new Error(`no such kind of file: ${kind}`)
  return { fileId, answerId, place, name, sha256, kind, size }
}
