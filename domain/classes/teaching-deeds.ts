import {
  type Caller,
  deed,
  type Deed,
  type Subject,
  verdictOn,
  type Verdict,
} from '../grammar/deed.ts'

/** From the first mark of attendance to the closed class; the states are those of the class. */
export const teachingDeeds = {
  attendanceTaken: deed({
    name: 'attendance.taken',
    by: ['classOrganiser', 'lecturer'],
    over: 'ownUnit',
    in: ['LIST_FIXED', 'RUNNING', 'MARKING', 'CERTIFYING'],
  }),
  marksGiven: deed({
    name: 'marks.given',
    by: ['classOrganiser', 'lecturer'],
    over: 'ownUnit',
    in: ['RUNNING', 'MARKING', 'CERTIFYING'],
  }),
  markingClosed: deed({
    name: 'marking.closed',
    by: ['classOrganiser'],
    over: 'ownUnit',
    in: ['MARKING'],
  }),
  certificatesAsked: deed({
    name: 'certificates.asked',
    by: ['classOrganiser'],
    over: 'ownUnit',
    in: ['CERTIFYING'],
    stepUp: true,
  }),
  classSettled: deed({
    name: 'class.settled',
    by: ['classOrganiser'],
    over: 'ownUnit',
    in: ['CERTIFYING'],
  }),
  classClosed: deed({
    name: 'class.closed',
    by: ['classOrganiser'],
    over: 'ownUnit',
    in: ['SETTLED'],
  }),
} as const satisfies Record<string, Deed>

/** On one certificate; the states are the certificate's own. */
export const certificateDeeds = {
  certificateRevoked: deed({
    name: 'certificate.revoked',
    by: ['classOrganiser'],
    over: 'ownUnit',
    in: ['VALID'],
    stepUp: true,
  }),
  certificateReissued: deed({
    name: 'certificate.reissued',
    by: ['classOrganiser'],
    over: 'ownUnit',
    in: ['VALID'],
    stepUp: true,
  }),
} as const satisfies Record<string, Deed>

/**
 * A lecturer does in a class that he teaches what its organiser may do there, and in no other,
 * whatever unit his grant is held in.
 */
export function verdictOnTeaching(
  entry: Deed,
  caller: Caller,
  { teaches, ...subject }: Subject & { teaches: boolean },
): Verdict {
  const asOrganiser = verdictOn({ ...entry, by: ['classOrganiser'] }, caller, subject)
  if (asOrganiser.allowed || asOrganiser.kind === 'wrong-state') return asOrganiser
  const officialId = teaches ? caller.officialId : null
  return verdictOn({ ...entry, by: ['lecturer'], over: 'self' }, caller, { ...subject, officialId })
}
