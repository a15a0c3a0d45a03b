import { describe, expect, test } from 'vitest'
import {
  CLASS_MOVES,
  CLASS_STATES,
  isLiving,
  mayClassBecome,
  mayNominationBecome,
  NOMINATION_MOVES,
  NOMINATION_STATES,
  ON_THE_LIST,
  RELEASE_MOVES,
} from '../../domain/classes/class-state.ts'

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

test('who is on the list takes part', () => {
  expect(ON_THE_LIST.every(isLiving)).toBe(true)
  expect(NOMINATION_STATES.filter((state) => !isLiving(state))).toEqual([
    'REFUSED_BY_EMPLOYER',
    'WITHDRAWN',
  ])
})
