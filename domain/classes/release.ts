import type { NominationState, ReleaseState } from './class-state.ts'

export type OfEmployer = { state: NominationState; release: ReleaseState }

/** Whom the class' new days concern: who is still in it, and has an employer who is not the union. */
type Nominee = OfEmployer & { employment: string }

/**
 * What the new days of a class mean for a nominee's employer. On a Saturday nobody is missed at
 * work, so nobody is asked any more; on a working day those are asked who were not before. What an
 * employer has answered stands.
 */
export function releaseOnNewDays(nominee: Nominee, needsRelease: boolean): OfEmployer {
  const { state, release, employment } = nominee
  if (!needsRelease && isUnanswered(release))
    return { state: state === 'RELEASE_PENDING' ? 'UNIT_APPROVED' : state, release: 'NOT_NEEDED' }
  if (needsRelease && release === 'NOT_NEEDED' && employment !== 'FULL_TIME')
    return { state, release: 'NOT_ASKED' }
  return { state, release }
}

function isUnanswered(release: ReleaseState): boolean {
  return release === 'NOT_ASKED' || release === 'ASKED' || release === 'NO_ANSWER'
}
