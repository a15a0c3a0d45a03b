import { sql } from 'kysely'
import type { AwardForm } from '../../domain/cycle/award-forms.ts'
import type { AwardBallot, Subject } from '../../domain/reward/council.ts'
import type { FileState } from '../../domain/reward/states.ts'
import type { FileView } from '../../domain/reward/views.contract.ts'
import { sha256Of } from '../canonical.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

type Shown = 'id' | 'number' | 'unitId' | 'unitName' | 'officialId' | 'subjectName' | 'form'
export type FileRow = Pick<
  FileView,
  | Shown
  | 'citation'
  | 'origin'
  | 'figures'
  | 'state'
  | 'rejectedBecause'
  | 'proposedBy'
  | 'report'
  | 'check'
  | 'awardNumber'
  | 'handedOverOn'
  | 'handedOverTo'
> & { unitPath: string; proposerId: string; commendationId: string; revision: number }

const instant = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/** The files of a round, with the last report and the check of each: one statement. */
export async function filesOf(tx: Tx, commendationId: string): Promise<FileRow[]> {
  const { rows } = await select(sql`f.commendation_id = ${commendationId}`).execute(tx)
  return rows
}

export async function fileOf(tx: Tx, fileId: string): Promise<FileRow> {
  const { rows } = await select(sql`f.id = ${fileId}`).execute(tx)
  return found(rows[0])
}

/** Held, so that a report, a check and the council's opening come one after the other. */
export async function holdFile(tx: Tx, fileId: string): Promise<void> {
  await tx.selectFrom('awardFile').select('id').where('id', '=', fileId).forUpdate().execute()
}

function select(where: ReturnType<typeof sql>) {
  return sql<FileRow>`
    select f.id, f.number, f.commendation_id, f.unit_id, u.name as unit_name, f.unit_path::text as unit_path,
      f.official_id, f.subject_name, f.form, f.citation, f.origin, f.figures, f.state, f.rejected_because,
      f.award_number, f.handed_over_on::text as handed_over_on, f.handed_over_to, f.revision,
      f.proposed_by as proposer_id, coalesce(p.full_name, '') as proposed_by,
      (select jsonb_build_object('text', r.text, 'by', w.full_name, 'at', ${instant('r.reported_at')})
        from award_report r join official w on w.id = r.reported_by
        where r.file_id = f.id order by r.id desc limit 1) as report,
      (select jsonb_build_object('outcome', c.outcome, 'remark', c.remark, 'by', w.full_name,
          'at', ${instant('c.checked_at')})
        from award_check c join official w on w.id = c.checked_by where c.file_id = f.id) as check
    from award_file f join unit u on u.id = f.unit_id left join official p on p.id = f.proposed_by
    where ${where} order by f.number`
}

export function subjectOf({ id, officialId, unitPath }: FileRow): Subject {
  return { fileId: id, officialId, unitPath }
}

/** What the council decides on; its hash stands on every ballot and on the signature. */
export function contentOf(files: readonly FileRow[]): { content: unknown; sha256: string } {
  const content = files.map(
    ({ id, number, subjectName, unitName, form, citation, figures, report }) => ({
      id,
      number,
      subjectName,
      unitName,
      form,
      citation,
      figures,
      report: report?.text ?? null,
    }),
  )
  return { content, sha256: sha256Of(content) }
}

export type CastBallot = AwardBallot & { castAt: string }

export async function ballotsOf(tx: Tx, commendationId: string): Promise<CastBallot[]> {
  const { rows } = await sql<CastBallot>`
    select file_id, official_id as member_id, vote, id::integer as "order", cast_at
    from award_ballot where commendation_id = ${commendationId} order by id`.execute(tx)
  return rows
}

export type FileChange = {
  state?: FileState
  rejectedBecause?: string
  awardNumber?: number
  handedOverOn?: string
  handedOverTo?: string
  form?: AwardForm
}

export async function changeFile(tx: Tx, fileId: string, change: FileChange): Promise<void> {
  await tx
    .updateTable('awardFile')
    .set((row) => ({ ...change, revision: row('revision', '+', 1) }))
    .where('id', '=', fileId)
    .execute()
}
