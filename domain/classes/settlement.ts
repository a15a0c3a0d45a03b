import type { Obstacle } from '../grammar/obstacle.ts'
import type { CertificateRule } from './certificate.ts'
import type { Result } from './marks.ts'

export type Marked = Result & { unmarked: number }

/** A class does not go on by its number of heads: attendance and marks are whole first (S0.05). */
export function obstaclesToClosingMarking(
  results: readonly Marked[],
  { testRequired }: Pick<CertificateRule, 'testRequired'>,
): Obstacle[] {
  const absentFromList = results.filter(({ unmarked }) => unmarked > 0).length
  const unjudged = testRequired ? results.filter(({ mark }) => mark === undefined).length : 0
  return [
    ...(absentFromList > 0
      ? [{ code: 'classes.attendance-incomplete', params: { count: absentFromList } }]
      : []),
    ...(unjudged > 0 ? [{ code: 'classes.marks-incomplete', params: { count: unjudged } }] : []),
  ]
}

export type Issuing = {
  issuedOn: string
  today: string
  lastSessionOn: string
  /** The date of the last number of the same run. */
  lastIssuedOn: string | null
  eligible: number
  isRunning: boolean
  mayTheySign: boolean
}

/** Why certificates cannot be issued now; numbers and dates are drawn in one order. */
export function obstaclesToIssuing(issuing: Issuing): Obstacle[] {
  const { issuedOn, today, lastSessionOn, lastIssuedOn } = issuing
  const at = '/issuedOn'
  const day = (code: string, than: string): Obstacle[] => [{ code, params: { than }, at }]
  if (issuing.isRunning) return [{ code: 'classes.job-running' }]
  if (issuing.eligible === 0) return [{ code: 'classes.nobody-eligible' }]
  if (!issuing.mayTheySign) return [{ code: 'classes.not-a-signer', at: '/signerId' }]
  if (issuedOn > today) return day('classes.issued-in-future', today)
  if (issuedOn < lastSessionOn) return day('classes.issued-before-end', lastSessionOn)
  if (lastIssuedOn !== null && issuedOn < lastIssuedOn)
    return day('classes.issued-before-last', lastIssuedOn)
  return []
}
