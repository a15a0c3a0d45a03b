import { describe, expect, test } from 'vitest'
import {
  CLASS_MOVES,
  CLASS_STATES,
  isLiving,
  mayClassBecome,
  mayNominationBecome,
  NOMINATION_MOVES,
  NOMINATION_STATES,
  type NominationState,
  ON_THE_LIST,
  RELEASE_MOVES,
  type ReleaseState,
} from '../../domain/classes/class-state.ts'
import { releaseOnNewDays } from '../../domain/classes/release.ts'

/** Everything that can be reached from a state, itself left out. */
function reachable<S extends string>(moves: Record<S, readonly S[]>, from: S): Set<S> {
  const seen = new Set<S>()
  const visit = (state: S) => {
    for (const next of moves[state]) if (!seen.has(next)) visit((seen.add(next), next))
  }
  visit(from)
  return seen
}

describe('the states of a class', () => {
  test('each comes from being planned, and each but the ends goes on to one of them', () => {
    const fromPlanned = reachable(CLASS_MOVES, 'PLANNED')
    for (const state of CLASS_STATES) {
      if (state !== 'CLOSED' && state !== 'CANCELLED')
        expect(reachable(CLASS_MOVES, state)).toContain('CLOSED')
      expect(fromPlanned.has(state), state).toBe(true)
    }
  })

  test('a class that has begun is neither postponed nor cancelled', () => {
    expect(mayClassBecome('RUNNING', 'POSTPONED')).toBe(false)
    expect(mayClassBecome('RUNNING', 'CANCELLED')).toBe(false)
    expect(mayClassBecome('LIST_FIXED', 'POSTPONED')).toBe(true)
  })
})

describe('the states of a nomination', () => {
  test('who is out does not come back, and nobody is confirmed without the unit', () => {
    for (const state of NOMINATION_STATES) {
      const all = reachable(NOMINATION_MOVES, state)
      if (state === 'WITHDRAWN' || state === 'REFUSED_BY_EMPLOYER') expect(all.size).toBe(0)
    }
    expect(mayNominationBecome('PROPOSED', 'CONFIRMED')).toBe(false)
    expect(mayNominationBecome('WAITLISTED', 'CONFIRMED')).toBe(true)
  })
})

test('an employer who did not answer may still answer, and a refusal stands', () => {
  expect(RELEASE_MOVES.NO_ANSWER).toContain('GRANTED')
  expect(RELEASE_MOVES.REFUSED).toEqual([])
})

describe('an employer, when the class is laid on other days', () => {
  const nominee = (release: ReleaseState, state: NominationState = 'UNIT_APPROVED') => ({
    state,
    release,
    employment: 'PART_TIME',
  })

  test('is asked no more for a Saturday, and who waited for an answer waits no more', () => {
    for (const release of ['NOT_ASKED', 'ASKED', 'NO_ANSWER'] as const)
      expect(releaseOnNewDays(nominee(release, 'RELEASE_PENDING'), false)).toEqual({
        state: 'UNIT_APPROVED',
        release: 'NOT_NEEDED',
      })
    expect(releaseOnNewDays(nominee('ASKED', 'WAITLISTED'), false).state).toBe('WAITLISTED')
  })

  test('keeps what it has answered', () => {
    for (const release of ['GRANTED', 'REFUSED'] as const)
      for (const needed of [true, false])
        expect(releaseOnNewDays(nominee(release), needed).release).toBe(release)
  })

  test('is asked for a working day, except where the union itself is the employer', () => {
    expect(releaseOnNewDays(nominee('NOT_NEEDED', 'CONFIRMED'), true)).toEqual({
      state: 'CONFIRMED',
      release: 'NOT_ASKED',
    })
    const ofUnion = { ...nominee('NOT_NEEDED'), employment: 'FULL_TIME' }
    expect(releaseOnNewDays(ofUnion, true).release).toBe('NOT_NEEDED')
  })
})

test('who is on the list takes part', () => {
  expect(ON_THE_LIST.every(isLiving)).toBe(true)
  expect(NOMINATION_STATES.filter((state) => !isLiving(state))).toEqual([
    'REFUSED_BY_EMPLOYER',
    'WITHDRAWN',
  ])
})
