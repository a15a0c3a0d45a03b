import { sql } from 'kysely'
import { obstaclesToCertifying } from '../../domain/classes/certificate.ts'
import type {
  certificateJobView,
  CertificatesView,
  IssuedCertificateView,
} from '../../domain/classes/certificates.contract.ts'
import { gradeOf } from '../../domain/classes/marks.ts'
import { certificateDeeds } from '../../domain/classes/teaching-deeds.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { allowedActions, type Caller } from '../../domain/grammar/deed.ts'
import { positionTitle } from '../../domain/papers/position-title.ts'
import type { z } from 'zod'
import { clockOf, type Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { eligibleIn } from './ask-certificates.ts'
import { type CertificateRow, certificatesOf } from './certificate-rows.ts'
import { type ClassRow, subjectOf } from './class-row.ts'
import { signersOf } from './issuing-body.ts'
import { headOf, type Result, taughtClass } from './taught-class.ts'
import { told } from './test-marks.ts'

/** Who may have a certificate, who may not and why, and what was issued. */
export async function certificatesOfClass(
  entered: Entered,
  classId: string,
): Promise<CertificatesView> {
  const { tx, caller } = entered
  const taught = await taughtClass(entered, classId)
  const { trained, results } = taught
  const at = await clockOf(tx)
  const signers = await signersOf(tx, trained)
  return {
    ...(await headOf(entered, taught, at)),
    type: trained.certificateType as CertificatesView['type'], // held to them by a check of the table
    issuer: trained.organiserName,
    today: dayOfInstant(at),
    eligible: (await eligibleIn(tx, taught)).map((result) => ({
      ...named(result),
      grade: gradeIn(result, trained),
    })),
    refused: results.flatMap((result) => {
      const trainee = { presence: result.presence, mark: result.given?.mark }
      const obstacles = obstaclesToCertifying(trainee, trained).map(told)
      return obstacles.length > 0 ? { ...named(result), obstacles } : []
    }),
    issued: (await certificatesOf(tx, classId)).map((row) => issued(row, trained, caller)),
    job: await lastJobOf(tx, classId),
    signers: signers.map(({ position, ...one }) => ({ ...one, position: positionTitle(position) })),
  }
}

function named({ person: { nominationId, fullName, unitName } }: Result) {
  return { nominationId, fullName, unitName }
}

export function gradeIn({ given }: Result, trained: ClassRow) {
  return typeof given?.mark === 'number' ? gradeOf(given.mark, trained) : null
}

function issued(row: CertificateRow, trained: ClassRow, caller: Caller): IssuedCertificateView {
  const subject = { ...subjectOf(trained), state: row.state }
  return {
    certificateId: row.certificateId,
    nominationId: row.nominationId,
    fullName: row.fullName,
    unitName: row.unitName,
    registerNo: row.registerNo,
    verifyCode: row.verifyCode,
    grade: row.grade,
    issuedOn: row.issuedOn,
    state: row.state,
    reasonClass: row.reasonClass,
    stateBecause: row.stateBecause,
    stateAt: row.stateAt,
    revision: row.revision,
    allowedActions: allowedActions(Object.values(certificateDeeds), caller, subject),
  }
}

async function lastJobOf(tx: Tx, classId: string) {
  const { rows } = await sql<z.output<typeof certificateJobView>>`
    select j.id as job_id, j.state, count(i.*)::integer as total,
      (count(*) filter (where i.state = 'DONE'))::integer as done,
      coalesce(jsonb_agg(jsonb_build_object('fullName', o.full_name, 'error', i.error))
        filter (where i.state = 'FAILED'), '[]') as failures
    from job j
    left join job_item i on i.job_id = j.id
    left join nomination n on n.id = i.item_id
    left join official o on o.id = n.official_id
    where j.kind = 'CERTIFICATES' and j.object_id = ${classId}
    group by j.id order by j.asked_at desc limit 1`.execute(tx)
  return rows[0] ?? null
}
