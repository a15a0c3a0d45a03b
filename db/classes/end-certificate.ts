import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import {
  type ReissueReason,
  type RevocationReason,
  writeRegisterNo,
} from '../../domain/classes/certificate.ts'
import { certificateRoutes as routes } from '../../domain/classes/certificates.contract.ts'
import { certificateDeeds as deeds } from '../../domain/classes/teaching-deeds.ts'
import { newVerifyCode } from '../../domain/classes/verify-code.ts'
import { dayOfInstant, yearOf } from '../../domain/grammar/day.ts'
import { type Deed, mustAllow } from '../../domain/grammar/deed.ts'
import { clockOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { tell } from '../outbox.ts'
import { performs, type Stage } from '../performer.ts'
import { certificateForChange, type CertificateRow } from './certificate-rows.ts'
import { classOf, type ClassRow, subjectOf } from './class-row.ts'
import { takeRegisterNumber } from './issuing-body.ts'

export const revokeCertificate = performs(
  routes.revokeCertificate,
  async (stage, { params, body }) => {
    const held = await hold(stage, params.certificateId, deeds.certificateRevoked)
    const { certificate, as } = held
    await end(stage.tx, certificate, { state: 'REVOKED', ...body })
    await tellHolder(stage, certificate, 'classes.letters.revoked', {
      registerNo: certificate.registerNo,
      reason: body.reason,
    })
    return {
      reply: { certificateId: certificate.certificateId },
      as,
      object: objectOf(held),
      facts: factsOf(certificate, body.reason),
      content: { ...body, registerNo: certificate.registerNo },
    }
  },
)

/** The old paper stays in the register as replaced; the new one has its own number and code. */
export const reissueCertificate = performs(
  routes.reissueCertificate,
  async (stage, { params, body }) => {
    const { tx } = stage
    const held = await hold(stage, params.certificateId, deeds.certificateReissued)
    const { certificate, as } = held
    await end(tx, certificate, { state: 'REISSUED', ...body })
    const printed = {
      fullName: body.fullName ?? certificate.fullName,
      birthYear: body.birthYear ?? certificate.birthYear,
    }
    const { certificateId, registerNo } = await writeAnew(stage, certificate, printed)
    await tellHolder(stage, certificate, 'classes.letters.reissued', {
      registerNo,
      before: certificate.registerNo,
    })
    return {
      reply: { certificateId, registerNo },
      as,
      object: objectOf(held),
      facts: { ...factsOf(certificate, body.reason), after: registerNo },
      content: { ...body, before: certificate.registerNo, registerNo, ...printed },
    }
  },
)

type Held = { certificate: CertificateRow; trained: ClassRow; as: ReturnType<typeof mustAllow> }

async function hold({ tx, caller }: Stage, certificateId: string, deed: Deed): Promise<Held> {
  const certificate = await certificateForChange(tx, certificateId)
  const trained = await classOf(tx, certificate.classId)
  const as = mustAllow(deed, caller, { ...subjectOf(trained), state: certificate.state })
  return { certificate, trained, as }
}

type Ending = {
  state: 'REVOKED' | 'REISSUED'
  reasonClass: RevocationReason | ReissueReason
  reason: string
}

async function end(tx: Tx, { certificateId }: CertificateRow, ending: Ending): Promise<void> {
  await tx
    .updateTable('certificate')
    .set((update) => ({
      state: ending.state,
      reasonClass: ending.reasonClass,
      stateBecause: ending.reason,
      stateAt: sql`clock_timestamp()`,
      revision: update('revision', '+', 1),
    }))
    .where('id', '=', certificateId)
    .execute()
}

async function writeAnew(
  { tx, caller }: Stage,
  old: CertificateRow,
  printed: { fullName: string; birthYear: number | null },
) {
  const { federationId, issuingBody } = old
  const issuedOn = dayOfInstant(await clockOf(tx))
  const year = yearOf(issuedOn)
  const number = await takeRegisterNumber(tx, { federationId, issuingBody, year })
  return tx
    .insertInto('certificate')
    .values({
      federationId,
      classId: old.classId,
      nominationId: old.nominationId,
      officialId: old.officialId,
      type: old.type,
      issuingBody,
      registerYear: year,
      registerNumber: number,
      registerNo: writeRegisterNo({ number, year, body: issuingBody }),
      verifyCode: newVerifyCode(randomInt),
      ...printed,
      unitName: old.unitName,
      programme: old.programme,
      heldFrom: old.heldFrom,
      heldTo: old.heldTo,
      hours: old.hours,
      grade: old.grade,
      issuedOn,
      signerName: old.signerName,
      signerPosition: old.signerPosition,
      reissueOf: old.certificateId,
      issuedBy: caller.officialId,
    })
    .returning(['id as certificateId', 'registerNo'])
    .executeTakeFirstOrThrow()
}

function tellHolder(
  { tx, key }: Stage,
  { federationId, officialId, programme }: CertificateRow,
  textKey: string,
  params: Record<string, string>,
) {
  return tell(tx, federationId, [officialId], {
    eventKey: key,
    textKey,
    params: { classTitle: programme, ...params },
    link: '/me/learning',
  })
}

function objectOf({ certificate, trained }: Held) {
  const { certificateId: id, revision } = certificate
  const { cycleId, organiserUnitId: unitId } = trained
  return { type: 'certificate', id, revision: revision + 1, cycleId, unitId }
}

function factsOf({ registerNo, fullName: name }: CertificateRow, reason: string) {
  return { registerNo, name, reason }
}
