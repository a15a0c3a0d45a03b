import { problemOf } from '../../api/errors.ts'
import { parseInput } from '../../api/input.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Route } from '../../domain/grammar/route.ts'
import { wrongWithWords } from './problem.ts'

type Asked = Parameters<typeof parseInput>[1]

/** One of so many that the contract refuses goes the whole way, so that each kind does on some route. */
const oneOf = 8

/**
 * What the contract itself refuses never reaches a deed or a reading. It is read here as the door
 * reads it, without a line and a session (21,000 of them took two minutes of processor time), and
 * its problem looked at; what is let through, and one in eight of the others, must be sent.
 */
export function openDoor(turn: number) {
  let refused = turn
  return (route: Route, asked: Asked): { mustBeSent: boolean; wrong: string | null } => {
    const refusal = refusalOf(route, asked)
    if (!refusal) return { mustBeSent: true, wrong: null }
    refused += 1
    const trace = 'T3S-77'
    const problem = problemOf(refusal, { language: 'vi', trace })
    const status = refusal.kind === 'not-found' ? 404 : 422
    return {
      mustBeSent: refused % oneOf === 0,
      wrong: wrongWithWords(problem, { status, trace }),
    }
  }
}

function refusalOf(route: Route, asked: Asked): Refusal | null {
  try {
    parseInput(route, asked)
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
