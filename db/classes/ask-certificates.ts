import { obstaclesToCertifying } from '../../domain/classes/certificate.ts'
import { certificateRoutes as routes } from '../../domain/classes/certificates.contract.ts'
import { obstaclesToIssuing } from '../../domain/classes/settlement.ts'
import { teachingDeeds as deeds } from '../../domain/classes/teaching-deeds.ts'
import { day, dayOfInstant, yearOf } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { positionTitle } from '../../domain/papers/position-title.ts'
import { clockOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { layDownJob } from '../lay-down-job.ts'
import { performs } from '../performer.ts'
import { refuse } from '../revision/standing.ts'
import { certificatesOf } from './certificate-rows.ts'
import { classForChange, objectOf, subjectOf } from './class-row.ts'
import { bodyOf, lastIssuedOn, signersOf } from './issuing-body.ts'
import { type TaughtClass, taughtClass } from './taught-class.ts'

/** Lays the job down: one item for everybody who has earned a certificate and has none. */
export const issueCertificates = performs(
  routes.issueCertificates,
  async (stage, { params, body }) => {
    const { tx, caller } = stage
    const trained = await classForChange(tx, params.classId)
    const as = mustAllow(deeds.certificatesAsked, caller, subjectOf(trained))
    const taught = await taughtClass(stage, trained.id)
    const eligible = await eligibleIn(tx, taught)
    const signer = (await signersOf(tx, trained)).find((one) => one.officialId === body.signerId)
    const issuingBody = await bodyOf(tx, trained)
    const { federationId } = trained
    const year = yearOf(day(body.issuedOn))
    refuse(
      'classes.certificates-not-in-order',
      obstaclesToIssuing({
        issuedOn: body.issuedOn,
        today: dayOfInstant(await clockOf(tx)),
        lastSessionOn: lastDayOf(taught),
        lastIssuedOn: await lastIssuedOn(tx, { federationId, issuingBody, year }),
        eligible: eligible.length,
        isRunning: await hasRunningJob(tx, trained.id),
        mayTheySign: signer !== undefined,
      }),
    )
    const input = {
      issuedOn: body.issuedOn,
      issuingBody,
      signerName: signer?.fullName ?? '',
      signerPosition: positionTitle(signer?.position ?? ''),
    }
    const ids = eligible.map(({ person }) => person.nominationId)
    const job = { federationId, kind: 'CERTIFICATES', objectId: trained.id, input }
    const jobId = await layDownJob(stage, job, ids)
    return {
      reply: { jobId, count: ids.length },
      as,
      object: objectOf(trained, trained.revision),
      facts: { title: trained.title, count: ids.length },
      content: { classId: trained.id, ...input, nominationIds: ids },
    }
  },
)

/** Who has earned a certificate and holds none that is valid. */
export async function eligibleIn(tx: Tx, { trained, results }: TaughtClass) {
  const holders = new Set(
    (await certificatesOf(tx, trained.id))
      // who was revoked is not given another by the same stroke
      .filter(({ state }) => state !== 'REISSUED')
      .map(({ nominationId }) => nominationId),
  )
  return results.filter(
    ({ person, presence, given }) =>
      !holders.has(person.nominationId) &&
      obstaclesToCertifying({ presence, mark: given?.mark }, trained).length === 0,
  )
}

export function lastDayOf({ sessions }: Pick<TaughtClass, 'sessions'>): string {
  return sessions.reduce((last, { endsAt }) => {
    const on = dayOfInstant(endsAt)
    return on > last ? on : last
  }, '')
}

export async function hasRunningJob(tx: Tx, classId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('job')
    .select('id')
    .where('kind', '=', 'CERTIFICATES')
    .where('objectId', '=', classId)
    .where('state', 'in', ['WAITING', 'RUNNING'])
    .executeTakeFirst()
  return row !== undefined
}
