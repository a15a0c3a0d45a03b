import type { Day } from '../grammar/day.ts'
import type { CertificateState } from './certificate.ts'

/** What anybody may know of a certificate: never sex, telephone, marks or the day of birth. */
export type PublicCertificate = {
  registerNo: string
  fullName: string
  unitName: string
  programme: string
  venue: string | null
  heldFrom: Day
  heldTo: Day
  hours: number
  issuer: string
  issuedOn: Day
  state: CertificateState
  reasonClass: string | null
  stateAt: string | null
}

/** What the public page answers. A name is answered by yes or no, and the number is asked for. */
export type LookUpAnswer =
  | { kind: 'asked-nothing' | 'unreadable' | 'not-found' | 'person-found' | 'person-not-found' }
  | { kind: 'too-often' | 'unavailable' }
  | { kind: 'found'; certificate: PublicCertificate; at: string }
