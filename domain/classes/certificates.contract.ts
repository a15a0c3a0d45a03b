import { z } from 'zod'
import { allowedActionView } from '../federation/allowed-action.contract.ts'
import { line } from '../federation/line.contract.ts'
import { route } from '../grammar/route.ts'
import { CERTIFICATE_STATES, REISSUE_REASONS, REVOCATION_REASONS } from './certificate.ts'
import { GRADES } from './marks.ts'
import { CERTIFICATE_TYPES } from './session.ts'
import { certificateDeeds, teachingDeeds } from './teaching-deeds.ts'
import { ofClass, taughtClassView } from './teaching.contract.ts'

const obstacle = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
const person = z.object({ nominationId: z.uuid(), fullName: z.string(), unitName: z.string() })

export const issuedCertificateView = person.extend({
  certificateId: z.uuid(),
  registerNo: z.string(),
  verifyCode: z.string(),
  grade: z.enum(GRADES).nullable(),
  issuedOn: z.iso.date(),
  state: z.enum(CERTIFICATE_STATES),
  reasonClass: z.string().nullable(),
  stateBecause: z.string().nullable(),
  stateAt: z.string().nullable(),
  revision: z.int(),
  allowedActions: z.array(allowedActionView),
})
export type IssuedCertificateView = z.output<typeof issuedCertificateView>

export const certificateJobView = z.object({
  jobId: z.uuid(),
  state: z.enum(['WAITING', 'RUNNING', 'DONE', 'CANCELLED']),
  total: z.int(),
  done: z.int(),
  failures: z.array(z.object({ fullName: z.string(), error: z.string() })),
})

export const certificatesView = taughtClassView.extend({
  type: z.enum(CERTIFICATE_TYPES),
  issuer: z.string(),
  /** The day that stands in the form: today, by the database's clock. */
  today: z.iso.date(),
  eligible: z.array(person.extend({ grade: z.enum(GRADES).nullable() })),
  /** By name, with every reason: nobody is left out in silence. */
  refused: z.array(person.extend({ obstacles: z.array(obstacle) })),
  issued: z.array(issuedCertificateView),
  job: certificateJobView.nullable(),
  signers: z.array(z.object({ officialId: z.uuid(), fullName: z.string(), position: z.string() })),
})
export type CertificatesView = z.output<typeof certificatesView>

/** One sheet as it is printed; without a number while it is only looked at. */
export const certificateSheetView = z.object({
  certificateId: z.uuid().nullable(),
  type: z.enum(CERTIFICATE_TYPES),
  registerNo: z.string().nullable(),
  verifyCode: z.string().nullable(),
  verifyAddress: z.string().nullable(),
  parentBody: z.string(),
  issuer: z.string(),
  place: z.string(),
  fullName: z.string(),
  birthYear: z.int().nullable(),
  unitName: z.string(),
  programme: z.string(),
  heldFrom: z.iso.date(),
  heldTo: z.iso.date(),
  hours: z.number(),
  grade: z.enum(GRADES).nullable(),
  issuedOn: z.iso.date().nullable(),
  signerName: z.string().nullable(),
  signerPosition: z.string().nullable(),
  state: z.enum(CERTIFICATE_STATES).nullable(),
})
export type CertificateSheetView = z.output<typeof certificateSheetView>

export const issueForm = z.strictObject({ issuedOn: z.iso.date(), signerId: z.uuid() })
export const revocationForm = z.strictObject({
  reasonClass: z.enum(REVOCATION_REASONS),
  reason: line(500),
})
export const reissueForm = z.strictObject({
  reasonClass: z.enum(REISSUE_REASONS),
  reason: line(500),
  /** What is printed anew, where that was wrong. */
  fullName: line(120).nullable().default(null),
  birthYear: z.int().min(1930).max(2015).nullable().default(null),
})

const organisers = [
  'classOrganiser',
  'departmentDrafter',
  'departmentHead',
  'committeeLeader',
  'administrator',
] as const
const reading = { method: 'get', by: organisers, over: 'subtree', records: null } as const
const ofCertificate = z.object({ certificateId: z.uuid() })

export const certificateRoutes = {
  certificates: route({
    ...reading,
    path: '/classes/:classId/certificates',
    summary:
      'Who may have a certificate, who may not and why, what was issued, and how far a job is',
    params: ofClass,
    reply: certificatesView,
  }),
  certificateSheets: route({
    ...reading,
    path: '/classes/:classId/certificate-sheets',
    summary: 'The certificates of a class as one print; up to three of them before they are issued',
    params: ofClass,
    reply: z.object({ title: z.string(), sheets: z.array(certificateSheetView) }),
  }),
  certificateSheet: route({
    method: 'get',
    by: 'signedIn',
    over: 'self',
    records: null,
    path: '/certificates/:certificateId',
    summary: 'One certificate as it is printed: for its holder and for who may see the holder',
    params: ofCertificate,
    reply: certificateSheetView,
  }),
  issueCertificates: route({
    method: 'post',
    path: '/classes/:classId/certificates',
    summary: 'Issue to everybody who may have one, as a job with a result for each',
    params: ofClass,
    body: issueForm,
    reply: z.object({ jobId: z.uuid(), count: z.int() }),
    deed: teachingDeeds.certificatesAsked,
  }),
  revokeCertificate: route({
    method: 'post',
    path: '/certificates/:certificateId/revocation',
    summary: 'Withdraw a certificate; the public page says so from then on',
    params: ofCertificate,
    body: revocationForm,
    reply: z.object({ certificateId: z.uuid() }),
    deed: certificateDeeds.certificateRevoked,
  }),
  reissueCertificate: route({
    method: 'post',
    path: '/certificates/:certificateId/reissue',
    summary: 'A new paper with a new number instead of a lost, damaged or wrong one',
    params: ofCertificate,
    body: reissueForm,
    reply: z.object({ certificateId: z.uuid(), registerNo: z.string() }),
    deed: certificateDeeds.certificateReissued,
  }),
} as const
