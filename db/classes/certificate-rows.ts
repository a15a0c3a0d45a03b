import type { CertificateState } from '../../domain/classes/certificate.ts'
import type { Grade } from '../../domain/classes/marks.ts'
import type { CertificateSheetView } from '../../domain/classes/certificates.contract.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

const columns = [
  'id as certificateId',
  'federationId',
  'classId',
  'nominationId',
  'officialId',
  'type',
  'issuingBody',
  'registerYear',
  'registerNo',
  'verifyCode',
  'fullName',
  'birthYear',
  'unitName',
  'programme',
  'heldFrom',
  'heldTo',
  'hours',
  'grade',
  'issuedOn',
  'signerName',
  'signerPosition',
  'state',
  'reasonClass',
  'stateBecause',
  'stateAt',
  'revision',
] as const

function rows(tx: Tx) {
  return tx.selectFrom('certificate').select(columns)
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]
export type CertificateRow = ReturnType<typeof asCertificate>

/** Held to these words by checks of the table. */
function asCertificate({ type, state, grade, ...row }: Row) {
  return {
    ...row,
    type: type as CertificateSheetView['type'],
    state: state as CertificateState,
    grade: grade as Grade | null,
  }
}

/** All certificates of a class, in the order of the register. */
export async function certificatesOf(tx: Tx, classId: string): Promise<CertificateRow[]> {
  const found = await rows(tx)
    .where('classId', '=', classId)
    .orderBy('registerYear')
    .orderBy('registerNumber')
    .execute()
  return found.map(asCertificate)
}

export async function certificateOf(tx: Tx, certificateId: string): Promise<CertificateRow> {
  return asCertificate(found(await rows(tx).where('id', '=', certificateId).executeTakeFirst()))
}

/** The same, held until the transaction ends: it is revoked or reissued once. */
export async function certificateForChange(tx: Tx, certificateId: string): Promise<CertificateRow> {
  return asCertificate(
    found(await rows(tx).where('id', '=', certificateId).forUpdate().executeTakeFirst()),
  )
}
